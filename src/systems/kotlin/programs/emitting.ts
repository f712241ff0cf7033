/** The workload's producer as a flow: it emits 0, 1, 2, ... with a pause after each. */

import type { Steps } from "../coroutines/index.ts";
import { type Flow, flow } from "../flow/index.ts";
import type { Program } from "../program.ts";

interface EmitterValues {
  /** How many elements are emitted; 0: the flow never ends. */
  readonly count: number;
  /** The pause after each element, in ms. */
  readonly producerDelayMs: number;
}

/** Returns the flow. `who` is called when the flow is collected, and returns the number of the actor that emits. */
export function emitting(program: Program<EmitterValues>, who: () => number): Flow<number> {
  const { values } = program;
  return flow(function* (_, emit): Steps<void> {
    const emitter = who();
    const { count } = values;
    for (let i = 0; count === 0 || i < count; i++) {
      program.made(i, emitter);
      yield* emit(i);
      yield* program.delay(values.producerDelayMs, emitter);
    }
  });
}
