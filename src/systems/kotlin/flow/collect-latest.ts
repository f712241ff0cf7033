import type { Sim } from "../coroutines/sim.ts";
import type { Steps } from "../coroutines/steps.ts";
import { buffer } from "./buffer.ts";
import type { Flow } from "./flow.ts";
import { transformLatest } from "./transform-latest.ts";

/**
 * `yield* collectLatest(sim, upstream, action)`: runs `action` for every value; a newer value cancels the action that
 * is still running. Returns after the last action; throws what an action throws. (Kotlin's `collectLatest`, which is
 * `mapLatest(action).buffer(0).collect()`: an action that has ended counts as running until the collector below has
 * received its end.)
 */
export function* collectLatest<T>(
  sim: Sim,
  upstream: Flow<T>,
  action: (value: T) => Steps<void>,
): Steps<void> {
  const ended = transformLatest<T, void>(upstream, function* (value, emit) {
    yield* action(value);
    yield* emit();
  });
  yield* buffer(ended, 0).collect(sim, function* () {});
}
