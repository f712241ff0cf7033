import { CLOSED, EMPTY, RENDEZVOUS, receiveOrTimeout } from "../channels/index.ts";
import { flowScope } from "../coroutines/scope.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import type { Steps } from "../coroutines/steps.ts";
import type { Emit, Flow } from "./flow.ts";
import type { HoldingLog } from "./holding-log.ts";
import { DEBOUNCED } from "./losses.ts";
import { type Producer, produce } from "./produce.ts";

/**
 * Emits a value when no newer one has come for `timeoutMs`, and the last value at the end (Kotlin's `debounce`,
 * flow/operators/Delay.kt). The time starts anew with every value, and not before the previous one has been collected.
 * With 0 ms, returns `upstream`. Throws a `RangeError` for a negative time.
 */
export function debounce<T>(
  upstream: Flow<T>,
  timeoutMs: number,
  log: HoldingLog | null = null,
): Flow<T> {
  if (!(timeoutMs >= 0)) throw new RangeError(`debounce: the time can't be ${timeoutMs} ms`);
  if (timeoutMs === 0) return upstream;
  const options = { capacity: RENDEZVOUS, log: log?.channel ?? null };
  return {
    collect: (sim, emit) =>
      flowScope(sim, (scope) => {
        const values = produce<T>(sim, scope, options, (channel) =>
          upstream.collect(sim, (value) => channel.send(value)),
        );
        return emitQuiet(values, timeoutMs, emit, log?.held);
      }),
  };
}

function* emitQuiet<T>(
  { channel }: Producer<T>,
  timeoutMs: number,
  emit: Emit<T>,
  log: HoldingLog["held"] | undefined,
): Steps<void> {
  let held: T | typeof NOTHING = NOTHING;
  for (;;) {
    const waitMs: number = held === NOTHING ? Number.POSITIVE_INFINITY : timeoutMs;
    const next: T | typeof CLOSED | typeof EMPTY = yield* receiveOrTimeout(channel, waitMs);
    if (next === EMPTY || next === CLOSED) {
      const failure = next === CLOSED ? channel.closedException(OnClosed.END) : null;
      if (failure !== null) throw failure;
      if (held !== NOTHING) {
        log?.left(held);
        yield* emit(held as T);
      }
      if (next === CLOSED) return;
      held = NOTHING;
    } else {
      if (held !== NOTHING) log?.lost(held, DEBOUNCED);
      held = next as T;
      log?.entered(held);
    }
  }
}
