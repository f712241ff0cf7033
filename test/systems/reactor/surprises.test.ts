/** What surprises people about Reactor (semantics §11, §3). */
import { describe, expect, test } from "vitest";
import {
  emitAt,
  type SlowSubscriberSettings,
  UNBOUNDED,
} from "../../../src/systems/reactive/index.ts";
import {
  create,
  limitRate,
  onBackpressureBuffer,
  onBackpressureBufferStrategy,
  onBackpressureDrop,
  publishOn,
  range,
  replenishAt,
  VirtualTimeScheduler,
} from "../../../src/systems/reactor/index.ts";
import { deliveries, requestLog, stationLog } from "../../support/stream-play.ts";

const NEVER_AGAIN: SlowSubscriberSettings = { initial: 1, request: 1, afterMs: 1e6 };
const ALL: SlowSubscriberSettings = { initial: UNBOUNDED, request: 1e9, afterMs: 0 };

function timesMs(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

describe("onBackpressureBuffer", () => {
  test("requests everything even with a bound, so it slows down no source", () => {
    const { log, requests } = requestLog();
    const clock = new VirtualTimeScheduler();
    const buffer = onBackpressureBuffer<number>({ maxSize: 2 }, null, log);
    deliveries(clock, range(10, null), [buffer]);
    expect(requests).toEqual([UNBOUNDED]);
  });

  test.each([1, 3, 5, 10, 17])("with a bound of %i holds exactly that many", (maxSize) => {
    const dropped: number[] = [];
    const clock = new VirtualTimeScheduler();
    const settings = { maxSize, onOverflow: (element: number) => dropped.push(element) };
    const buffer = onBackpressureBuffer<number>(settings, null, null);
    const source = create(emitAt(clock, timesMs(50)), "IGNORE", null);
    deliveries(clock, source, [buffer], NEVER_AGAIN);
    expect(dropped).toEqual([maxSize + 1]);
  });

  test("DROP_LATEST drops the arriving element", () => {
    const dropped: number[] = [];
    const clock = new VirtualTimeScheduler();
    const settings = {
      maxSize: 3,
      strategy: "DROP_LATEST" as const,
      onOverflow: (element: number) => dropped.push(element),
    };
    const buffer = onBackpressureBufferStrategy<number>(settings, null, null);
    const source = create(emitAt(clock, timesMs(6)), "IGNORE", null);
    expect(deliveries(clock, source, [buffer]).join(" ")).toBe("0@1 1@51 2@101 3@151 complete@151");
    expect(dropped).toEqual([4, 5]);
  });

  test("hands elements that come after its overflow to onNextDropped, if the source goes on", () => {
    const lost: string[] = [];
    const clock = new VirtualTimeScheduler();
    const log = stationLog((what, element, rule) => {
      if (what === "lost") lost.push(`${element} ${rule}`);
    });
    const buffer = onBackpressureBuffer<number>({ maxSize: 1 }, log, null);
    const source = create(emitAt(clock, timesMs(4)), "DROP", null);
    deliveries(clock, source, [buffer], NEVER_AGAIN);
    expect(lost).toEqual(["2 reactor-buffer-full", "3 reactor-next-dropped"]);
  });
});

describe("limitRate", () => {
  test.each([
    [100, 0, [100, 100, 100]],
    [10, 0, [10, 10, 10]],
    [10, 5, [10, 5, 5]],
    [10, 10, [10, 8, 8]],
    [10, 12, [10, 8, 8]],
    [10, undefined, [10, 8, 8]],
    [4, 1, [4, 1, 1]],
  ])("(%i, %s) requests %j", (high, low, expected) => {
    const { log, requests } = requestLog();
    const clock = new VirtualTimeScheduler();
    deliveries(clock, range(1000, null), [limitRate<number>(high, low, null, log)], ALL);
    expect(requests.slice(0, 3)).toEqual(expected);
  });

  test("limits no rate: the elements of a fast source are passed on in the same instant", () => {
    const clock = new VirtualTimeScheduler();
    const got = deliveries(clock, range(50, null), [limitRate<number>(2, 1, null, null)], ALL);
    expect(got).toHaveLength(51);
    expect(got.at(-1)).toBe("complete@0");
  });

  test("never requests more after an unbounded prefetch", () => {
    expect(replenishAt(UNBOUNDED, 5)).toBe(UNBOUNDED);
    const { log, requests } = requestLog();
    const clock = new VirtualTimeScheduler();
    const none = publishOn<number>(clock, { prefetch: 2 ** 31 - 1 }, null, log);
    deliveries(clock, range(500, null), [none], ALL);
    expect(requests).toEqual([UNBOUNDED]);
  });
});

test("onBackpressureDrop drops nothing before 256 elements fill the queue of the publishOn below", () => {
  const dropped: number[] = [];
  const clock = new VirtualTimeScheduler();
  const drop = onBackpressureDrop<number>((element) => dropped.push(element), null, null);
  const source = create(emitAt(clock, timesMs(300)), "IGNORE", null);
  deliveries(clock, source, [drop, publishOn<number>(clock, {}, null, null)], NEVER_AGAIN);
  expect(dropped).toEqual(Array.from({ length: 44 }, (_, i) => 256 + i));
});

test("publishOn delays an error until its queue is empty, unless delayError is false", () => {
  const play = (delayError: boolean) => {
    const clock = new VirtualTimeScheduler();
    const source = create(emitAt(clock, timesMs(9)), "ERROR", null);
    const boundary = publishOn<number>(clock, { prefetch: 3, delayError }, null, null);
    return deliveries(clock, source, [boundary]).join(" ");
  };
  expect(play(true)).toBe("0@1 1@51 2@101 OverflowException@101");
  expect(play(false)).toBe("0@1 OverflowException@4");
});
