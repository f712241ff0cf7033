import type { Suspending } from "../coroutines/steps.ts";
import { type Emit, type Flow, flow } from "./flow.ts";

/**
 * Runs `block` for every value of `upstream`, in the coroutine that emits it: a `delay` in it holds the source.
 * What `block` emits goes on (Kotlin's `transform`).
 */
export function transform<T, R>(
  upstream: Flow<T>,
  block: (value: T, emit: Emit<R>) => Suspending<void>,
): Flow<R> {
  return flow((sim, emit) => upstream.collect(sim, (value) => block(value, emit)));
}
