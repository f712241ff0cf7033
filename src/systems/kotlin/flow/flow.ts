import type { Sim } from "../coroutines/sim.ts";
import type { Steps, Suspending } from "../coroutines/steps.ts";

/** What a flow calls for each of its values: `yield* emit(value)` returns when the value was taken. */
export type Emit<T> = (value: T) => Suspending<void>;

/**
 * Kotlin's cold `Flow`: a recipe for values, which runs anew inside every coroutine that collects it.
 */
export interface Flow<T> {
  /**
   * `yield* flow.collect(sim, emit)`: hands every value to `emit`, one after the other, and returns after the
   * last. Throws what the flow or `emit` throws, and when the collecting coroutine is cancelled.
   */
  collect(sim: Sim, emit: Emit<T>): Steps<void>;
}

/**
 * A flow of what `block` emits (Kotlin's `flow { }`). An emission in a coroutine that is cancelled throws, also
 * where it would not have to wait (flow/internal/SafeCollector.kt, kotlinx.coroutines 1.11.0).
 */
export function flow<T>(block: (sim: Sim, emit: Emit<T>) => Steps<void>): Flow<T> {
  return {
    collect: (sim, emit) =>
      block(sim, (value) => {
        sim.current.scope.ensureActive();
        return emit(value);
      }),
  };
}
