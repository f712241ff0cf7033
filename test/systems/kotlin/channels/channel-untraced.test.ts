/** A channel that is not recorded behaves like any other. */
import { expect, test } from "vitest";
import {
  Channel,
  CLOSED,
  CONFLATED,
  NO_STATION,
  RENDEZVOUS,
} from "../../../../src/systems/kotlin/index.ts";
import { RowKind, Trace } from "../../../../src/trace/index.ts";
import { loggedSim } from "../../../support/logged-sim.ts";

function scriptOn(capacity: number, traced: boolean) {
  const trace = new Trace();
  const { sim, say, log, run } = loggedSim({ trace });
  const lost: number[] = [];
  const told = (element: number) => lost.push(element);
  const channel = new Channel<number>(sim, capacity, "SUSPEND", told, traced ? 0 : NO_STATION);
  sim.launch(function* () {
    for (let i = 0; i < 5; i++) {
      yield* channel.send(i);
      say(`sent ${i}`);
      yield* sim.delay(i);
    }
    say(`trySend ${channel.trySend(5)}`);
    channel.cancel();
  });
  sim.launch(function* () {
    for (;;) {
      const element = yield* channel.receiveCatching();
      if (element === CLOSED) return;
      say(`received ${element}`);
      yield* sim.delay(2);
    }
  });
  run();
  const kinds = Array.from({ length: trace.length }, (_, row) => trace.kindAt(row));
  return { log, lost, kinds };
}

test.each([RENDEZVOUS, CONFLATED, 2])(
  "capacity %i: the same happens, and no row tells of it",
  (capacity) => {
    const traced = scriptOn(capacity, true);
    const untraced = scriptOn(capacity, false);
    expect(untraced.log).toEqual(traced.log);
    expect(untraced.lost).toEqual(traced.lost);
    expect(traced.kinds.length).toBeGreaterThan(10);
    expect(untraced.kinds.filter((kind) => kind !== RowKind.ENDED)).toEqual([]);
  },
);
