import type { Sim } from "../coroutines/sim.ts";
import type { Steps, Suspending } from "../coroutines/steps.ts";

/** The function that a flow calls for each of its values: `yield* emit(value)` returns when the value was taken. */
export type Emit<T> = (value: T) => Suspending<void>;

/**
 * Kotlin's cold `Flow`: code that emits values, and runs anew inside every coroutine that collects it.
 */
export interface Flow<T> {
  /**
   * `yield* flow.collect(sim, emit)`: passes every value to `emit`, one after the other, and returns after the
   * last. Throws what the flow or `emit` throws, and if the collecting coroutine is cancelled.
   */
  collect(sim: Sim, emit: Emit<T>): Steps<void>;
}

/**
 * Returns a flow of what `block` emits (Kotlin's `flow { }`). In a cancelled coroutine `emit` throws, even if it would
 * not have to wait (flow/internal/SafeCollector.kt, kotlinx.coroutines 1.11.0).
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
