import type { Values } from "../../params/index.ts";
import type { Load } from "../load.ts";
import type { Playing, Setup, System } from "../system.ts";
import { Program } from "./program.ts";

/** Pekko Streams, the open-source fork of Akka Streams, in programs that are written in Java. */
export const pekko: System = {
  id: "pekko",
  name: { ko: "Akka / Pekko Streams", en: "Akka / Pekko Streams" },
  library: "org.apache.pekko:pekko-stream_2.13",
  version: "1.7.0",
  language: "java",
};

/** Starts a Pekko program with `workers` workers; `launch` runs its graph. */
export function playPekko(
  setup: Setup,
  workers: number,
  launch: (program: Program<Values & Load>) => void,
): Playing {
  const own = setup as Setup & { readonly values: Values & Load };
  const program = new Program<Values & Load>(own, workers);
  program.loop.at(0, () => launch(program));
  return {
    machine: program.loop,
    recorder: program.recorder,
    workerStartsMs: program.workerStartsMs,
    actorOf: (who) => program.actorOf(who),
    // Each pause and each piece of work reads the values as it begins.
    valuesChanged: () => undefined,
  };
}
