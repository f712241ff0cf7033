/** The flow that the workload's producer is: it emits 0, 1, 2, ... with a pause after each. */

import type { Steps } from "../coroutines/index.ts";
import { type Flow, flow } from "../flow/index.ts";
import type { Program } from "../program.ts";

interface EmitterValues {
  /** How many elements are emitted; 0: without end. */
  readonly count: number;
  /** The pause after each of them, in ms. */
  readonly producerDelayMs: number;
}

/** `who`: says, when the flow is collected, which actor emits. */
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
