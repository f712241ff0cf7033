/** The rate limiter of the text, which does not limit the rate, and the token bucket, which does. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Recording } from "../../../../src/run/index.ts";
import { stationNumber } from "../../../../src/systems/index.ts";
import { UNDELIVERED } from "../../../../src/systems/kotlin/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { busiestWindow } from "../../../../src/workloads/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { flat } from "../../../support/flat-state.ts";
import { tells } from "../../../support/gauges.ts";
import { placesOf, played } from "../../../support/played.ts";

const TEXT = { producerDelayMs: 10, consumerDelayMs: 200, count: 100, capacity: 50 };

describe("as written", () => {
  const values = { ...TEXT, permits: 10, bodyMs: 25_000 };

  test("the numbers of the text's program", () => {
    const { timesOf, endMs, end } = played("rate-limiting-written", values);
    const sent = timesOf("sent");
    // 0..52 at 10 i; then one every 200 ms.
    expect(sent.slice(0, 53)).toEqual(Array.from({ length: 53 }, (_, i) => 10 * i));
    expect(sent.slice(53)).toEqual(Array.from({ length: 47 }, (_, i) => 600 + 200 * i));
    expect(timesOf("received")).toEqual(Array.from({ length: 100 }, (_, k) => 200 * k));
    expect(endMs).toBe(25_000);
    expect(end).toEqual({ reason: "completed" });
  });

  test("closes at 7,810 ms with 10 senders in send, whose elements are still received", () => {
    const run = new Recording(catalogue, {
      scenario: "rate-limiting",
      strategy: "rate-limiting-written",
      values: {},
      seed: 42,
      interventions: [],
    });
    run.advanceTo(26_000);
    const { received, waiting, heldByBuffer, carriers } = flat(run.history.stateAt(7_810));
    expect([received, waiting, heldByBuffer.length, carriers.length]).toEqual([40, 50, 10, 10]);
    expect(flat(run.history.stateAt(7_799)).producers[0]).toMatchObject({
      activity: "held",
      heldAt: stationNumber(run.topology, "permits"),
    });
  });

  test("without a pause the channel closes before the last senders have begun: the program fails", () => {
    const { end, trace, losses, lines } = played("rate-limiting-written", {
      ...values,
      producerDelayMs: 0,
      count: 5,
    });
    expect(end).toMatchObject({
      reason: "failed",
      failure: { name: "ClosedSendChannelException" },
    });
    expect(lines).toEqual([]);
    const rows = Array.from({ length: trace.length }, (_, row) => row);
    const of = (kind: RowKind) => rows.filter((row) => trace.kindAt(row) === kind);
    // The first sender's element is lost once; the others never made an element.
    expect(of(RowKind.MADE).map((row) => trace.elementAt(row))).toEqual([0]);
    expect(
      of(RowKind.LOST).map((row) => [trace.elementAt(row), losses[trace.detailAt(row)]]),
    ).toEqual([[0, UNDELIVERED]]);
  });

  test("for any load, nothing is counted twice, and never more permits are free or taken than exist", () => {
    fc.assert(
      fc.property(
        fc.record({
          capacity: fc.integer({ min: 0, max: 6 }),
          permits: fc.integer({ min: 1, max: 5 }),
          count: fc.integer({ min: 1, max: 25 }),
          producerDelayMs: fc.nat(5),
          consumerDelayMs: fc.nat(20),
          bodyMs: fc.nat(100),
        }),
        (load) => {
          const run = played("rate-limiting-written", load);
          const { trace, end, elementsOf } = run;
          let [made, lost] = [0, 0];
          const free: number[] = [];
          for (let row = 0; row < trace.length; row++) {
            const kind = trace.kindAt(row);
            if (kind === RowKind.MADE) made++;
            if (kind === RowKind.LOST) lost++;
            if (tells(run, row, "free")) free.push(trace.elementAt(row));
          }
          expect(Math.min(...free)).toBeGreaterThanOrEqual(0);
          expect(Math.max(...free)).toBeLessThanOrEqual(load.permits);
          const received = elementsOf("received");
          expect(received).toEqual(received.toSorted((a, b) => a - b));
          if (end?.reason === "completed") {
            expect(lost).toBe(0);
            expect(received.length).toBe(load.count);
          } else {
            expect(end).toMatchObject({ failure: { name: "ClosedSendChannelException" } });
            expect(load.producerDelayMs).toBe(0);
            expect(lost + received.length).toBeLessThanOrEqual(made);
          }
        },
      ),
    );
  });
});

describe("token bucket", () => {
  test("in any window of T ms no more than burst + rate T pass, whatever the load", () => {
    fc.assert(
      fc.property(
        fc.record({
          ratePerSec: fc.integer({ min: 1, max: 1000 }),
          burst: fc.integer({ min: 1, max: 20 }),
          count: fc.integer({ min: 1, max: 60 }),
          capacity: fc.integer({ min: 1, max: 10 }),
          producerDelayMs: fc.nat(30),
          consumerDelayMs: fc.nat(40),
        }),
        (load) => {
          const { timesOf, elementsOf, end } = played("token-bucket", load);
          const admitted = timesOf("admitted");
          for (const windowMs of [1, 7, 100, 1000, 5000]) {
            // A token becomes whole within a ms, and the producer that waits for it continues at the end of that ms.
            const most = load.burst + (load.ratePerSec * windowMs) / 1000;
            expect(busiestWindow(admitted, windowMs)).toBeLessThan(most);
          }
          expect(end).toEqual({ reason: "completed" });
          expect(elementsOf("received")).toEqual(Array.from({ length: load.count }, (_, i) => i));
        },
      ),
    );
  });

  test("no element waits longer than necessary: each passes exactly when a bucket with exact fractions lets it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(20),
        (ratePerSec, burst, producerDelayMs) => {
          const values = { ratePerSec, burst, producerDelayMs, count: 40, consumerDelayMs: 0 };
          // In units of 1/rate ms all times are whole, and a token takes 1000 of them. `fullAt`: when
          // the bucket will be full again.
          let [fullAt, nowMs] = [0, 0];
          const expected: number[] = [];
          for (let i = 0; i < 40; i++) {
            const passesAt = Math.max(nowMs * ratePerSec, fullAt - (burst - 1) * 1000);
            fullAt = Math.max(fullAt, passesAt) + 1000;
            nowMs = Math.ceil(passesAt / ratePerSec);
            expected.push(nowMs);
            nowMs += producerDelayMs;
          }
          expect(played("token-bucket", values).timesOf("admitted")).toEqual(expected);
        },
      ),
    );
  });

  test.each([700, 3, 999, 1])("keeps its rate over a minute: %i a second", (ratePerSec) => {
    const load = { producerDelayMs: 0, consumerDelayMs: 0, count: 0, durationS: 60 };
    const run = new Recording(catalogue, {
      scenario: "rate-limiting",
      strategy: "token-bucket",
      values: { ...load, ratePerSec, burst: 1 },
      seed: 42,
      interventions: [],
    });
    run.advanceTo(60_000);
    for (let s = 0; s <= 60; s++) {
      const admitted = flat(run.history.stateAt(s * 1000)).made;
      expect(Math.abs(admitted - (ratePerSec * s + 1)), `at ${s} s`).toBeLessThanOrEqual(1);
    }
  });

  test("after the burst, the rate is exact: 5 per second, one every 200 ms", () => {
    const values = { ...TEXT, producerDelayMs: 0, ratePerSec: 5, burst: 10 };
    const admitted = played("token-bucket", values).timesOf("admitted");
    expect(admitted.slice(0, 10)).toEqual(new Array(10).fill(0));
    expect(admitted.slice(10)).toEqual(Array.from({ length: 90 }, (_, i) => 200 * (i + 1)));
  });
});

test.each(["rate-limiting-written", "token-bucket"] as const)(
  "%s: every element is in one place at every row",
  (strategy) => {
    for (const values of [
      {},
      { producerDelayMs: 0, count: 7 },
      { producerDelayMs: 3, permits: 2 },
      { producerDelayMs: 0, count: 30, permits: 2, capacity: 3 },
    ]) {
      const run = new Recording(catalogue, {
        scenario: "rate-limiting",
        strategy,
        values: { ...values, durationS: 3 },
        seed: 42,
        interventions: [],
      });
      run.advanceTo(3_000);
      for (let rows = 0; rows <= run.trace.length; rows++) {
        const state = run.history.cursorAtRow(rows);
        expect(placesOf(state)).toBe(state.made);
      }
    }
  },
);
