import { CLOSED, CONFLATED, RENDEZVOUS, receiveFromEither } from "../channels/index.ts";
import { ChildCancelledException } from "../coroutines/exceptions.ts";
import type { Job } from "../coroutines/job.ts";
import { flowScope } from "../coroutines/scope.ts";
import type { Sim } from "../coroutines/sim.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import type { Steps } from "../coroutines/steps.ts";
import type { Emit, Flow } from "./flow.ts";
import type { HoldingLog } from "./holding-log.ts";
import { SAMPLED_OUT, UNSAMPLED } from "./losses.ts";
import { type Producer, produce } from "./produce.ts";

/**
 * Emits the newest value once every `periodMs`; a tick without a new value emits nothing, and a value held at the end
 * is not emitted (Kotlin's `sample`, flow/operators/Delay.kt). A busy collector shifts later ticks.
 * Throws a `RangeError` unless `periodMs` is more than 0.
 */
export function sample<T>(
  upstream: Flow<T>,
  periodMs: number,
  log: HoldingLog | null = null,
): Flow<T> {
  if (!(periodMs > 0))
    throw new RangeError(`sample: the period must be more than 0 ms, not ${periodMs}`);
  const options = { capacity: CONFLATED, log: log?.channel ?? null };
  return {
    collect: (sim, emit) =>
      flowScope(sim, (scope) => {
        const values = produce<T>(sim, scope, options, (channel) =>
          upstream.collect(sim, (value) => channel.send(value)),
        );
        return emitAtTicks(values, ticker(sim, scope, periodMs), emit, log?.held);
      }),
  };
}

function ticker(sim: Sim, scope: Job, periodMs: number): Producer<void> {
  return produce<void>(sim, scope, { capacity: RENDEZVOUS }, function* (channel) {
    for (;;) {
      yield* sim.delay(periodMs);
      yield* channel.send(undefined);
    }
  });
}

function* emitAtTicks<T>(
  values: Producer<T>,
  ticks: Producer<void>,
  emit: Emit<T>,
  log: HoldingLog["held"] | undefined,
): Steps<void> {
  let held: T | typeof NOTHING = NOTHING;
  for (;;) {
    const next = yield* receiveFromEither(values.channel, ticks.channel);
    if (next.from === "second") {
      if (held === NOTHING) continue;
      const value: T = held;
      held = NOTHING;
      log?.left(value);
      yield* emit(value);
      continue;
    }
    if (next.value === CLOSED) {
      if (held !== NOTHING) log?.lost(held, UNSAMPLED);
      const failure = values.channel.closedException(OnClosed.END);
      if (failure !== null) throw failure;
      ticks.cancel(new ChildCancelledException("the sampled flow has ended"));
      return;
    }
    if (held !== NOTHING) log?.lost(held, SAMPLED_OUT);
    held = next.value;
    log?.entered(held);
  }
}
