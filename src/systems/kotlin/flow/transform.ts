import type { Suspending } from "../coroutines/steps.ts";
import { type Emit, type Flow, flow } from "./flow.ts";

/**
 * Runs `block` for every value of `upstream`, in the coroutine that emits it, so that a `delay` in it holds the source
 * back. What `block` emits is passed downstream (Kotlin's `transform`).
 */
export function transform<T, R>(
  upstream: Flow<T>,
  block: (value: T, emit: Emit<R>) => Suspending<void>,
): Flow<R> {
  return flow((sim, emit) => upstream.collect(sim, (value) => block(value, emit)));
}
