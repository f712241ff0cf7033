/** What surprises people about RxJava (semantics §11, §2). */
import { describe, expect, test } from "vitest";
import {
  type Emitter,
  emitAt,
  type SlowSubscriberSettings,
  subscribe,
  UNBOUNDED,
  VirtualScheduler,
} from "../../../src/systems/reactive/index.ts";
import {
  type BackpressureStrategy,
  create,
  interval,
  observeOn,
  onBackpressureBuffer,
  onBackpressureBufferStrategy,
  onBackpressureDrop,
  onBackpressureReduce,
  onBackpressureReduceWith,
  range,
  rebatchRequests,
} from "../../../src/systems/rxjava/index.ts";
import { deliveries, requestLog, stationLog } from "../../support/stream-play.ts";

const NEVER_AGAIN: SlowSubscriberSettings = { initial: 1, request: 1, afterMs: 1e6 };

/** Emits `count` elements, one per ms from 1 ms on. */
function flood(clock: VirtualScheduler, count: number) {
  return create(
    emitAt(
      clock,
      Array.from({ length: count }, (_, i) => i + 1),
    ),
    "MISSING",
    null,
  );
}

describe("onBackpressureDrop", () => {
  test("drops nothing before 128 elements fill the queue of the observeOn below", () => {
    const dropped: string[] = [];
    const clock = new VirtualScheduler();
    const drop = onBackpressureDrop<number>((e) => dropped.push(`${e}@${clock.now}`), null, null);
    const boundary = observeOn<number>(clock, {}, null, null);
    deliveries(clock, flood(clock, 200), [drop, boundary], NEVER_AGAIN);
    expect(dropped[0]).toBe("128@129");
    expect(dropped).toHaveLength(200 - 128);
  });

  test("alone drops elements that are not requested at once", () => {
    const dropped: number[] = [];
    const clock = new VirtualScheduler();
    const drop = onBackpressureDrop<number>((e) => dropped.push(e), null, null);
    deliveries(clock, flood(clock, 5), [drop], NEVER_AGAIN);
    expect(dropped).toEqual([1, 2, 3, 4]);
  });
});

describe("onBackpressureBuffer", () => {
  test.each([
    [1, 1],
    [3, 4],
    [5, 8],
    [8, 8],
    [10, 16],
    [17, 32],
  ])("with a capacity of %i holds %i elements", (capacity, held) => {
    const calls: string[] = [];
    const clock = new VirtualScheduler();
    const settings = {
      capacity,
      delayError: true,
      onOverflow: () => calls.push("overflow"),
      onDropped: (element: number) => calls.push(`dropped ${element}`),
    };
    const buffer = onBackpressureBuffer<number>(settings, null, null);
    deliveries(clock, flood(clock, 50), [buffer], NEVER_AGAIN);
    expect(calls).toEqual(["overflow", `dropped ${held + 1}`]);
  });

  test("loses what it holds when it overflows, unless errors are delayed", () => {
    const play = (delayError: boolean) => {
      const clock = new VirtualScheduler();
      const buffer = onBackpressureBuffer<number>({ capacity: 2, delayError }, null, null);
      const got = deliveries(clock, flood(clock, 9), [buffer]);
      return got.join(" ");
    };
    expect(play(false)).toBe("0@1 MissingBackpressureException@4");
    expect(play(true)).toBe("0@1 1@51 2@101 MissingBackpressureException@101");
  });

  test("DROP_LATEST evicts the newest buffered element and keeps the arriving one", () => {
    const calls: string[] = [];
    const clock = new VirtualScheduler();
    const settings = {
      capacity: 3,
      strategy: "DROP_LATEST" as const,
      onOverflow: () => calls.push("overflow"),
      onDropped: (element: number) => calls.push(`dropped ${element}`),
    };
    const buffer = onBackpressureBufferStrategy<number>(settings, null, null);
    const got = deliveries(clock, flood(clock, 6), [buffer]);
    expect(calls).toEqual(["overflow", "dropped 3", "overflow", "dropped 4"]);
    expect(got.join(" ")).toBe("0@1 1@51 2@101 5@151 complete@151");
  });

  test("shares its queue with the observeOn below: the prefetch adds no room", () => {
    const calls: number[] = [];
    const clock = new VirtualScheduler();
    const settings = { capacity: 4, onDropped: (element: number) => calls.push(element) };
    const buffer = onBackpressureBuffer<number>(settings, null, null);
    const boundary = observeOn<number>(clock, { bufferSize: 16 }, null, null);
    deliveries(clock, flood(clock, 50), [buffer, boundary], NEVER_AGAIN);
    expect(calls).toEqual([5]);
  });

  test("with a strategy does not share its queue: the prefetch adds its room", () => {
    const calls: number[] = [];
    const clock = new VirtualScheduler();
    const onDropped = (element: number) => calls.push(element);
    const settings = { capacity: 4, strategy: "ERROR" as const, onDropped };
    const buffer = onBackpressureBufferStrategy<number>(settings, null, null);
    const boundary = observeOn<number>(clock, { bufferSize: 16 }, null, null);
    deliveries(clock, flood(clock, 50), [buffer, boundary], NEVER_AGAIN);
    expect(calls).toEqual([20]);
  });
});

describe("requests", () => {
  test.each([
    [1, [1, 1, 1, 1]],
    [4, [4, 3, 3, 3]],
    [5, [5, 4, 4, 4]],
    [16, [16, 12, 12, 12]],
    [128, [128, 96, 96, 96]],
  ])("a prefetch of %i requests %j", (prefetch, expected) => {
    const all: SlowSubscriberSettings = { initial: UNBOUNDED, request: 1e9, afterMs: 0 };
    for (const inline of [false, true]) {
      const { log, requests } = requestLog();
      const clock = new VirtualScheduler();
      const operator = inline
        ? rebatchRequests<number>(prefetch, null, log)
        : observeOn<number>(clock, { bufferSize: prefetch }, null, log);
      deliveries(clock, range(1000, null), [operator], all);
      expect(requests.slice(0, 4)).toEqual(expected);
    }
  });

  test("the onBackpressure operators request everything", () => {
    const { log, requests } = requestLog();
    const clock = new VirtualScheduler();
    deliveries(clock, flood(clock, 5), [onBackpressureDrop<number>(null, null, log)]);
    expect(requests).toEqual([UNBOUNDED]);
  });
});

test("interval above observeOn fails at the first tick that finds no place", () => {
  const clock = new VirtualScheduler();
  const boundary = observeOn<number>(clock, { bufferSize: 4 }, null, null);
  const source = interval(clock, 10, UNBOUNDED, null);
  expect(deliveries(clock, source, [boundary], NEVER_AGAIN)).toEqual([
    "0@10",
    "MissingBackpressureException@50",
  ]);
});

test("a source that breaks the contract overflows observeOn's queue", () => {
  const clock = new VirtualScheduler();
  const boundary = observeOn<number>(clock, { bufferSize: 4, delayError: true }, null, null);
  const got = deliveries(clock, flood(clock, 20), [boundary]);
  expect(got.join(" ")).toBe("0@1 1@51 2@101 3@151 4@201 QueueOverflowException@201");
});

describe("create", () => {
  test.each<[BackpressureStrategy, string]>([
    ["MISSING", "1 2 3 4 5 6 7"],
    ["ERROR", "1 2 MissingBackpressureException"],
    ["DROP", "1 2 6 7"],
    ["LATEST", "1 2 5 6 7"],
    ["BUFFER", "1 2 3 4 5 6 7"],
  ])("%s", (strategy, expected) => {
    const got: (number | string)[] = [];
    const emitters: Emitter<number>[] = [];
    const requests: ((n: number) => void)[] = [];
    const source = create<number>((emitter) => emitters.push(emitter), strategy, null);
    source({
      onSubscribe: (subscription) => requests.push((n) => subscription.request(n)),
      onNext: (element) => got.push(element),
      onError: (error) => got.push(error.name),
      onComplete: () => got.push("complete"),
    });
    const [emitter] = emitters as [Emitter<number>];
    const [request] = requests as [(n: number) => void];
    request(2);
    for (const element of [1, 2, 3, 4, 5]) emitter.next(element);
    request(2);
    for (const element of [6, 7]) emitter.next(element);
    request(10);
    expect(got.join(" ")).toBe(expected);
  });
});

describe("onBackpressureReduce", () => {
  test("reports to its log which elements are merged into which", () => {
    const said: string[] = [];
    const clock = new VirtualScheduler();
    const log = stationLog((what, element, more = "") => said.push(`${what} ${element} ${more}`));
    const newest = onBackpressureReduce<number>((_waiting, element) => element, log, null);
    deliveries(clock, flood(clock, 3), [newest]);
    expect(said.map((line) => line.trim())).toEqual([
      "passed 0",
      "entered 1",
      "merged 1 2",
      "entered 2",
      "left 2",
    ]);
  });

  test("with a supplier makes values of another type, even of a single element", () => {
    const clock = new VirtualScheduler();
    const got: string[] = [];
    const reduce = onBackpressureReduceWith<number, string>(
      () => "",
      (text, element) => `${text}<${element}>`,
      null,
      null,
    );
    flood(
      clock,
      4,
    )(
      reduce({
        onSubscribe(subscription) {
          subscription.request(1);
          clock.after(50, () => subscription.request(5));
        },
        onNext: (text) => got.push(text),
        onError: () => got.push("error"),
        onComplete: () => got.push("complete"),
      }),
    );
    clock.runUntil(100);
    expect(got).toEqual(["<0>", "<1><2><3>", "complete"]);
  });
});

test("a request of 0 is refused", () => {
  const clock = new VirtualScheduler();
  subscribe(range(5, null), [onBackpressureDrop<number>(null, null, null)], {
    onSubscribe: (subscription) => expect(() => subscription.request(0)).toThrow("n > 0 required"),
    onNext: () => undefined,
    onError: () => undefined,
    onComplete: () => undefined,
  });
  expect(clock.now).toBe(0);
  expect.assertions(2);
});
