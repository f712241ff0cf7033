/** The libraries that the shown programs run on, in the versions that the page names, as Maven calls them. */
import { kotlin } from "../../../src/systems/kotlin/system.ts";
import { pekko } from "../../../src/systems/pekko/system.ts";
import { reactor } from "../../../src/systems/reactor/system.ts";
import { rxjava } from "../../../src/systems/rxjava/system.ts";

export const COROUTINES = `org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm:${kotlin.version}`;
export const RXJAVA = `${rxjava.library}:${rxjava.version}`;
export const REACTOR = `${reactor.library}:${reactor.version}`;
export const PEKKO = `${pekko.library}:${pekko.version}`;
