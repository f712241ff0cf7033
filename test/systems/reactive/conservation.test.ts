/** What must hold for every chain of RxJava and Reactor, according to the reports of its stations and connections. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  emitAt,
  type Operator,
  SlowSubscriber,
  subscribe,
  VirtualScheduler,
} from "../../../src/systems/reactive/index.ts";
import * as reactor from "../../../src/systems/reactor/index.ts";
import * as rxjava from "../../../src/systems/rxjava/index.ts";
import type { StreamRecording } from "../../parity/stream-recording.ts";
import { playStream } from "../../parity/streams.ts";
import { FlowLedger } from "../../support/flow-ledger.ts";

const recordings = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../parity/golden/streams.json"), "utf8"),
) as readonly StreamRecording[];

function play(recording: StreamRecording): FlowLedger {
  const ledger = new FlowLedger();
  playStream(recording, () => ({
    report: () => undefined,
    stationAt: (place) => ledger.stationAt(place),
    connectionTo: (place) => ledger.connectionTo(place),
  }));
  return ledger;
}

/** Leaves out chains that reduce to a sum, which is an element that no source made; another test below reduces. */
const chains = recordings.filter(({ operators }) =>
  operators.every(({ name }) => name !== "onBackpressureReduce"),
);

test("elements are where stations say they are, and none moves without demand", () => {
  expect(chains.length).toBeGreaterThan(350);
  for (const recording of chains) {
    const ledger = play(recording);
    const parts = (["waiting", "in hand", "done", "lost"] as const).map((at) => ledger.count(at));
    const sum = parts.reduce((a, b) => a + b, 0);
    expect({ id: recording.id, sum, moving: ledger.count("moving") }).toEqual({
      id: recording.id,
      sum: ledger.made,
      moving: 0,
    });
  }
});

test("an aggregate stands for the elements that were merged into it", () => {
  for (const keep of ["newest", "oldest"] as const) {
    const ledger = new FlowLedger();
    const clock = new VirtualScheduler();
    const reducer = (waiting: number, element: number) => (keep === "newest" ? element : waiting);
    const times = Array.from({ length: 40 }, (_, i) => 3 * i);
    const reduce: Operator<number> = rxjava.onBackpressureReduce(
      reducer,
      ledger.stationAt(0),
      ledger.connectionTo(0),
    );
    const settings = { initial: 1, request: 1, afterMs: 20 };
    subscribe(
      rxjava.create(emitAt(clock, times), "MISSING", ledger.stationAt(-1)),
      [reduce],
      new SlowSubscriber(
        clock,
        settings,
        () => undefined,
        ledger.stationAt(1),
        ledger.connectionTo(1),
      ),
    );
    clock.runUntil(1000);
    expect(ledger.count("moving")).toBe(0);
    expect(ledger.count("done") + ledger.merged).toBe(40);
    expect(ledger.merged).toBeGreaterThan(20);
  }
});

test("no two rules of loss have the same id", () => {
  const rules = [...Object.values(rxjava), ...Object.values(reactor)].filter(
    (value) => typeof value === "object" && "manner" in value,
  );
  expect(rules.length).toBeGreaterThan(15);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
