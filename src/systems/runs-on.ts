/** Names the language and library that a shown program is written for, in the versions with which it was verified. */
import { KOTLIN_VERSION } from "./kotlin/version.ts";
import type { System } from "./system.ts";

const LIBRARIES: Readonly<Record<System["id"], string>> = {
  kotlin: "kotlinx.coroutines",
  rxjava: "RxJava",
  reactor: "Reactor",
  pekko: "Pekko",
  node: "Node.js",
  web: "Node.js",
};

/** Returns names and versions as the page shows them: `Kotlin 2.4.21, RxJava 3.1.12`. */
export function runsOn({ id, version, language }: System): string {
  const library = `${LIBRARIES[id]} ${version}`;
  return language === "kotlin" ? `Kotlin ${KOTLIN_VERSION}, ${library}` : library;
}
