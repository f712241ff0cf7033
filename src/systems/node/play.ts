import type { Values } from "../../params/index.ts";
import type { Load } from "../load.ts";
import type { Playing, Setup } from "../system.ts";
import { Program } from "./program.ts";

/** Starts a program on streams; `launch` does what its module does. */
export function playStreams(
  setup: Setup,
  launch: (program: Program<Values & Load>) => void,
): Playing {
  const program = new Program<Values & Load>(setup as Setup & { readonly values: Values & Load });
  program.clock.at(0, () => launch(program));
  return {
    machine: program.clock,
    recorder: program.recorder,
    workerStartsMs: program.workerStartsMs,
    actorOf: (who) => program.actors.get(who),
    // Each pause and each piece of work reads the values as it begins.
    valuesChanged: () => undefined,
  };
}
