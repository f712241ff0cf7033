import type { Values } from "../../params/index.ts";
import type { Playing, Setup, System } from "../system.ts";
import { type Load, Program } from "./program.ts";

/** RxJava's `Flowable`, in programs that are written in Kotlin. */
export const rxjava: System = {
  id: "rxjava",
  name: { ko: "RxJava Flowable", en: "RxJava Flowable" },
  library: "io.reactivex.rxjava3:rxjava",
  version: "3.1.12",
  language: "kotlin",
};

/** Starts a program of RxJava: `launch` subscribes its chain. */
export function playRxJava(
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
    // Each pause and each piece of work reads the values when it begins.
    valuesChanged: () => undefined,
  };
}
