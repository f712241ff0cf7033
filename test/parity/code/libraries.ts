/** The libraries that the shown programs run on, in the versions that the page names, as Maven calls them. */
import { KOTLIN_VERSION, kotlin } from "../../../src/systems/kotlin/system.ts";
import { pekko } from "../../../src/systems/pekko/system.ts";
import { reactor } from "../../../src/systems/reactor/system.ts";
import { rxjava } from "../../../src/systems/rxjava/system.ts";

/** It brings Kotlin's own library. npm's compiler, which stands in without Maven, is named in `kotlin/package.json`. */
export const KOTLIN_COMPILER = `org.jetbrains.kotlin:kotlin-compiler-embeddable:${KOTLIN_VERSION}`;
export const COROUTINES = `org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm:${kotlin.version}`;
export const RXJAVA = `${rxjava.library}:${rxjava.version}`;
export const REACTOR = `${reactor.library}:${reactor.version}`;
export const PEKKO = `${pekko.library}:${pekko.version}`;
