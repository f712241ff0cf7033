/** The Maven coordinates of the libraries on which the shown programs run, in the versions that the page names. */
import { kotlin } from "../../../src/systems/kotlin/system.ts";
import { KOTLIN_VERSION } from "../../../src/systems/kotlin/version.ts";
import { pekko } from "../../../src/systems/pekko/system.ts";
import { reactor } from "../../../src/systems/reactor/system.ts";
import { rxjava } from "../../../src/systems/rxjava/system.ts";

/** Brings Kotlin's own library. Without Maven, npm's compiler stands in, which `kotlin/package.json` names. */
export const KOTLIN_COMPILER = `org.jetbrains.kotlin:kotlin-compiler-embeddable:${KOTLIN_VERSION}`;
export const COROUTINES = `org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm:${kotlin.version}`;
export const RXJAVA = `${rxjava.library}:${rxjava.version}`;
export const REACTOR = `${reactor.library}:${reactor.version}`;
export const PEKKO = `${pekko.library}:${pekko.version}`;
