/**
 * Sending, receiving and delaying allocate nothing: every call returns the one iterator of its channel or simulation,
 * and every step of it the same result object, whether the call suspends or not.
 */
import { expect, test } from "vitest";
import { Channel, Sim } from "../../../../src/systems/kotlin/index.ts";

/** Runs a call of an operation step by step, as `yield*` does, and collects every object that it returns. */
function* noted<T>(
  operation: { [Symbol.iterator](): Iterator<undefined, T, unknown> },
  objects: Set<unknown>,
): Generator<undefined, T, unknown> {
  const iterator = operation[Symbol.iterator]();
  objects.add(operation).add(iterator);
  let signal: unknown;
  for (;;) {
    const result = iterator.next(signal);
    objects.add(result);
    if (result.done === true) return result.value;
    signal = yield;
  }
}

/** Returns the objects that a number of sends, receives and delays return; some of each suspend. */
function objectsOf(times: number) {
  const [sends, receives, delays] = [new Set(), new Set(), new Set()];
  const sim = new Sim();
  const channel = new Channel<number>(sim, 2);
  const received: number[] = [];
  sim.launch(function* () {
    for (let i = 0; i < times; i++) {
      yield* noted(channel.send(i), sends);
      // Every fifth pause lets the receiver run dry.
      yield* noted(sim.delay(i % 5 === 0 ? 40 : 0), delays);
    }
  });
  sim.launch(function* () {
    for (let i = 0; i < times; i++) {
      received.push(yield* noted(channel.receive(), receives));
      yield* noted(sim.delay(5), delays);
    }
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  expect(sim.end).toEqual({ reason: "completed" });
  expect(received).toEqual(Array.from({ length: times }, (_, i) => i));
  return [sends.size, receives.size, delays.size];
}

test("a thousand calls return no more different objects than ten", () => {
  // The operation is its own iterator; in addition there is one result for "suspended" and one for "done".
  expect(objectsOf(10)).toEqual([3, 3, 3]);
  expect(objectsOf(1_000)).toEqual([3, 3, 3]);
});
