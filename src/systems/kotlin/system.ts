import type { Values } from "../../params/index.ts";
import type { Playing, Setup, System } from "../system.ts";
import { Sim } from "./coroutines/index.ts";
import { Program } from "./program.ts";

/** The system of Kotlin's coroutines and channels. */
export const kotlin: System = {
  id: "kotlin",
  name: { ko: "Kotlin 채널", en: "Kotlin channels" },
  library: "kotlinx.coroutines",
  version: "1.11.0",
  language: "kotlin",
};

/** Starts a Kotlin program, whose coroutines `launch` launches. */
export function playKotlin(setup: Setup, launch: (program: Program<Values>) => void): Playing {
  const { trace, limits, values, random, topology, lines, heap } = setup;
  const sim = new Sim({ trace, limits });
  const { recorder } = sim;
  if (recorder === null) throw new Error("a program is played into a trace");
  const program = new Program<Values>({ sim, values, random, topology, lines, heap });
  launch(program);
  return {
    machine: sim,
    recorder,
    workerStartsMs: program.workerStartsMs,
    actorOf: (who) => program.actors[who],
    actorBytes: () => program.actorBytes(),
    valuesChanged: () => program.valuesChanged(),
  };
}
