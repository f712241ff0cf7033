import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/i18n/index.ts";
import { Fact } from "../../../src/systems/index.ts";
import { trafficAt } from "../../../src/views/pipeline/flights.ts";
import { liveBytes } from "../../../src/views/pipeline/gates/heap.ts";
import { starves } from "../../../src/views/pipeline/gates/legend.ts";
import { hasPattern } from "../../../src/views/pipeline/has-pattern.ts";
import type {
  Circle,
  Figure,
  Line,
  Rect,
  Ring,
  Shape,
  Token,
} from "../../../src/views/pipeline/shape.ts";
import { allStrategies } from "../../support/everything.ts";
import { recorded, specOf } from "../../support/runs.ts";
import { elementsIn, keysLike, picturesOf, shapeOf, textOf } from "./patterns.ts";

const WIDTHS = [272, 320, 358, 640, 700, 918, 1500];
const PATTERNS = allStrategies.filter(({ version }) => version !== "library").map(({ id }) => id);

/** The outermost points of shapes that have a size of their own. */
function isInside(shape: Shape, width: number, height: number): boolean {
  const within = (x: number, y: number, slack = 1) =>
    x >= -slack && x <= width + slack && y >= -slack && y <= height + slack;
  switch (shape.type) {
    case "rect":
      return (
        within(shape.x, shape.y) &&
        within(shape.x + shape.width, shape.y + shape.height) &&
        shape.width >= 0 &&
        shape.height >= 0
      );
    case "circle":
    case "ring":
      return (
        within(shape.x - shape.radius, shape.y - shape.radius) &&
        within(shape.x + shape.radius, shape.y + shape.radius)
      );
    case "token":
    case "figure":
      return within(shape.x - shape.size / 2, shape.y - shape.size / 2, 2);
    case "label":
      return within(shape.x, shape.y);
    case "line":
      return !/NaN|undefined|Infinity/.test(shape.d);
  }
}

describe.each(PATTERNS)("the picture of %s", (strategy) => {
  const pictures = picturesOf({ strategy, values: { durationS: 8 } });
  const { lastMs } = pictures.recording;
  const times = [0, 0.02, 0.1, 0.35, 0.7, 1].map((share) => share * lastMs);

  it("keeps to its room, draws everything once, and says something in every text", () => {
    for (const width of WIDTHS) {
      for (const [index, timeMs] of times.entries()) {
        const language = LANGUAGES[index % LANGUAGES.length] ?? "en";
        const { input, scene } = pictures.at(timeMs, { width, language });
        const keys = scene.map(({ key }) => key);
        expect(new Set(keys).size, `${keys}`).toBe(keys.length);
        const elements = elementsIn(scene);
        expect(new Set(elements).size).toBe(elements.length);
        const { layout } = input;
        expect(scene.filter((shape) => !isInside(shape, layout.width, layout.height))).toEqual([]);
        for (const shape of scene) {
          if (shape.type !== "label") continue;
          expect(shape.text, shape.key).not.toMatch(/[{}]|NaN|undefined|Infinity/);
        }
      }
    }
  });

  it("is as high as any other, and has as many shapes as can be drawn in a frame", () => {
    for (const timeMs of times) {
      const { input, scene } = pictures.at(timeMs);
      expect(input.layout.height).toBe(216);
      expect(scene.length).toBeLessThanOrEqual(330);
      expect(pictures.at(timeMs, { width: 358 }).input.layout.height).toBe(370);
    }
  });

  it("is the same whatever was asked before", () => {
    const forwards = times.map((timeMs) => pictures.at(timeMs).scene);
    const other = picturesOf({ strategy, values: { durationS: 8 } });
    const backwards = [...times].reverse().map((timeMs) => other.at(timeMs).scene);
    expect(backwards.reverse()).toEqual(forwards);
  });

  it("moves nothing between stations when the reader wants no movement", () => {
    for (const timeMs of times) {
      const { scene } = pictures.at(timeMs, { still: true });
      expect(keysLike(scene, /^flight-|-refill/)).toEqual([]);
    }
  });
});

describe("what a pattern is loaded for", () => {
  it("is a program of its own, a network, a pool of threads, a heap that may fill", () => {
    const has = (values: Record<string, number>) => hasPattern(recorded({ values }));
    expect(has({})).toBe(false);
    expect(has({ latencyMs: 50 })).toBe(true);
    expect(has({ threads: 2 })).toBe(true);
    expect(has({ elementKiB: 1024, capacity: 1000 })).toBe(true);
    expect(hasPattern(recorded({ strategy: "unlimited" }))).toBe(true);
    expect(hasPattern(recorded({ scenario: "rate-limiting", strategy: "token-bucket" }))).toBe(
      true,
    );
  });
});

describe("a semaphore", () => {
  const { at, recording } = picturesOf({
    scenario: "rate-limiting",
    strategy: "rate-limiting-written",
    values: { durationS: 5 },
  });

  it("has a key for each free permit and an empty hook for each other, and says how many", () => {
    for (const timeMs of [0, 560, 600, 900]) {
      const { scene } = at(timeMs);
      const free = recording.history.stateAt(timeMs).facts[Fact.PERMITS];
      const keys = keysLike(scene, /^permit-/) as Line[];
      expect(keys.filter(({ style }) => style === "permit").length).toBe(free);
      expect(keys.length).toBe(10);
      expect(textOf(scene, "permits-note")).toBe(`${free}/10 permits free`);
      expect(textOf(at(timeMs, { language: "ko" }).scene, "permits-note")).toBe(
        `허가 ${free} / 10 남음`,
      );
    }
  });

  it("holds a producer who waits for a permit, and says so", () => {
    const { scene } = at(900);
    expect(recording.history.stateAt(900).facts[Fact.PERMITS]).toBe(0);
    expect(shapeOf(scene, "producer").role).toBe("suspended");
    expect(textOf(scene, "producer-note-0")).toBe("waits for a permit");
    expect(textOf(scene, "waiting-note")).toBe("send waits 10");
  });

  it("of many permits is a bar", () => {
    const many = picturesOf({
      scenario: "rate-limiting",
      strategy: "rate-limiting-written",
      values: { permits: 60 },
    });
    const { scene } = many.at(300);
    expect(keysLike(scene, /^permit-/)).toEqual([]);
    const share =
      shapeOf<Rect>(scene, "permits-fill").width / shapeOf<Rect>(scene, "permits-bar").width;
    const free = many.recording.history.stateAt(300).facts[Fact.PERMITS] ?? Number.NaN;
    expect(share).toBeCloseTo(free / 60, 6);
  });
});

describe("a token bucket", () => {
  const values = { ratePerSec: 5, burst: 10, producerDelayMs: 10 };
  const { at, recording } = picturesOf({
    scenario: "rate-limiting",
    strategy: "token-bucket",
    values,
  });

  it("holds what it held when it was told, and what has fallen in since", () => {
    for (let timeMs = 0; timeMs < 4000; timeMs += 37) {
      const { facts, factMs } = recording.history.stateAt(timeMs);
      const told = facts[Fact.TOKENS] ?? Number.NaN;
      const since = timeMs - (factMs[Fact.TOKENS] ?? 0);
      const tokens = Math.min(10, told / 1000 + (5 * since) / 1000);
      const { scene } = at(timeMs);
      expect(textOf(scene, "tokens-count")).toBe(String(Math.floor(tokens + 1e-9)));
    }
    expect(textOf(at(0).scene, "tokens-rate")).toBe("refills 5.0/s");
  });

  it("rises between two moments at which nothing happens", () => {
    const surface = (timeMs: number) => {
      const { d } = shapeOf<Line>(at(timeMs).scene, "tokens-level");
      return Number(/^M\S+ (\S+)L/.exec(d)?.[1]);
    };
    const { trace } = recording;
    const quiet = Array.from({ length: 400 }, (_, i) => 1000 + i * 10).find(
      (timeMs) => trace.rowsUntil(timeMs) === trace.rowsUntil(timeMs + 60),
    );
    expect(quiet).toBeDefined();
    expect(surface((quiet ?? 0) + 60)).toBeLessThan(surface(quiet ?? 0));
  });

  it("empty holds the producer, with its element at the gate", () => {
    const waits = Array.from({ length: 3000 }, (_, i) => i).find(
      (timeMs) => recording.history.stateAt(timeMs).producers[0]?.activity === "gate",
    );
    const { scene } = at(waits ?? -1);
    expect(textOf(scene, "producer-note-0")).toBe("waits for a token");
    const element = recording.history.stateAt(waits ?? -1).producers[0]?.element ?? -1;
    if (element >= 0) expect(shapeOf<Token>(scene, `gated-${element}`).role).toBe("suspended");
  });
});

describe("a circuit breaker", () => {
  const { at } = picturesOf({
    scenario: "circuit-breaker",
    strategy: "circuit-breaker-written",
    values: { count: 75, durationS: 20 },
  });

  it("is a switch: closed with the failures it counts, open with its clock, half-open", () => {
    const closed = at(2700).scene;
    expect(textOf(closed, "breaker-state")).toBe("CLOSED");
    expect(textOf(closed, "breaker-note")).toBe("failures 3 of 5");
    const pips = keysLike(closed, /^failure-/) as Rect[];
    expect(pips.filter(({ style }) => style === "place-taken").length).toBe(3);
    expect(pips.length).toBe(5);

    const open = at(4000).scene;
    expect(textOf(open, "breaker-state")).toBe("OPEN");
    expect(textOf(open, "breaker-note")).toBe("half-open in 4.0 s");
    expect(textOf(open, "breaker-when")).toBe("at 8.0 s");
    expect(shapeOf<Ring>(open, "breaker-left").share).toBeCloseTo(0.8, 6);
    expect(textOf(at(8100).scene, "breaker-note")).toBe("half-open on a call");

    const half = at(8300).scene;
    expect(textOf(half, "breaker-state")).toBe("HALF-OPEN");
    expect(textOf(at(8300, { language: "ko" }).scene, "breaker-state")).toBe("반열림 HALF-OPEN");
  });

  it("has its lever in the way only when it is closed", () => {
    const rise = (timeMs: number, width = 918) => {
      const { d } = shapeOf<Line>(at(timeMs, { width }).scene, "breaker-lever");
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = d.match(/-?[\d.]+/g)?.map(Number) ?? [];
      return width > 600 ? Math.abs(y2 - y1) : Math.abs(x2 - x1);
    };
    for (const width of [918, 358]) {
      expect(rise(2700, width)).toBeLessThan(0.2);
      expect(rise(8300, width)).toBeGreaterThan(3);
      expect(rise(4000, width)).toBeGreaterThan(rise(8300, width));
    }
  });

  it("lists what failed and what it turned away apart", () => {
    expect(textOf(at(3500).scene, "bin-count")).toBe("failed 5 · rejected 2");
    const phone = at(3500, { width: 358, language: "ko" }).scene;
    expect(textOf(phone, "bin-count")).toBe("실패 5");
    expect(textOf(phone, "bin-count-1")).toBe("거절 2");
  });

  it("that counts percent has a bar with its limit", () => {
    const sliding = picturesOf({ scenario: "circuit-breaker", strategy: "sliding-breaker" });
    const { scene } = sliding.at(2900);
    const { facts } = sliding.recording.history.stateAt(2900);
    const percent = (100 * (facts[Fact.FAILURES] ?? 0)) / (facts[Fact.CALLS] ?? 1);
    expect(textOf(scene, "breaker-note")).toBe(`failing ${Math.round(percent)}% of 50%`);
    const bar = shapeOf<Rect>(scene, "failures-bar");
    expect(shapeOf<Rect>(scene, "failures-fill").width / bar.width).toBeCloseTo(percent / 100, 6);
  });
});

describe("a breaker that watches slow calls", () => {
  it("tells their rate, and its limit", () => {
    const values = { outage: "slow", slowRatePercent: 40, failTo: 14 };
    const { at, recording } = picturesOf({
      scenario: "circuit-breaker",
      strategy: "sliding-breaker",
      values,
    });
    const { scene } = at(3_300);
    const { facts } = recording.history.stateAt(3_300);
    expect(facts[Fact.SLOW_CALLS]).toBeGreaterThan(0);
    const percent = (100 * (facts[Fact.SLOW_CALLS] ?? 0)) / (facts[Fact.CALLS] ?? 1);
    expect(textOf(scene, "breaker-note")).toBe(`slow ${Math.round(percent)}% of 40%`);
    const bar = shapeOf<Rect>(scene, "failures-bar");
    expect(shapeOf<Rect>(scene, "failures-fill").width / bar.width).toBeCloseTo(percent / 100, 6);
  });
});

describe("levels of service", () => {
  it("are stairs, the one in force filled and named", () => {
    const { at, recording } = picturesOf({ strategy: "shed-optional" });
    const levels = new Set<number>();
    for (let timeMs = 0; timeMs < 10_000; timeMs += 500) {
      const level = recording.history.stateAt(timeMs).facts[Fact.LEVEL] ?? 0;
      levels.add(level);
      const steps = keysLike(at(timeMs).scene, /^level-/) as Rect[];
      expect(steps.findIndex(({ style }) => style === "place-taken")).toBe(level);
      const heights = steps.map(({ height }) => height);
      expect(heights).toEqual([...heights].sort((a, b) => b - a));
    }
    expect(levels.size).toBeGreaterThan(1);
  });
});

describe("a batch", () => {
  const { at, recording } = picturesOf({ scenario: "batching", strategy: "batching-written" });

  it("fills its tray place by place, and is worked on as a whole", () => {
    const tray = (timeMs: number) =>
      (keysLike(at(timeMs).scene, /^tray-\d+$/) as Token[]).map(({ label }) => Number(label));
    expect(tray(60)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(textOf(at(60).scene, "batch-note")).toBe("Batch 7 of 10");
    expect(textOf(at(60).scene, "worker-0-number")).toBe("7/10");
    expect(textOf(at(60).scene, "consumer-note-0")).toBe("collecting");
    expect(textOf(at(60, { language: "ko" }).scene, "batch-note")).toBe("묶음 7 / 10");
    expect(tray(650)).toEqual(recording.history.stateAt(650).workers[0]?.tray);
    expect(textOf(at(650).scene, "batch-note")).toBe("working on a batch of 10");
    expect(textOf(at(650).scene, "worker-0-number")).toBe("×10");
  });

  it("that goes after a time says when", () => {
    const timed = picturesOf({
      scenario: "batching",
      strategy: "timed-batches",
      values: { producerDelayMs: 90 },
    });
    const collecting = Array.from({ length: 300 }, (_, i) => i * 10).find((timeMs) => {
      const { facts, workers } = timed.recording.history.stateAt(timeMs);
      const inTray = workers[0]?.tray.length ?? 0;
      return inTray > 0 && (facts[Fact.FLUSH_AT] ?? 0) - timeMs === 100;
    });
    expect(textOf(timed.at(collecting ?? -1).scene, "batch-note")).toMatch(/flush in 0\.1 s$/);
  });
});

describe("a network", () => {
  it("shows each element as far as it has come, in order along the cable", () => {
    const { at, recording } = picturesOf({ values: { latencyMs: 1000, producerDelayMs: 100 } });
    const { scene } = at(3050);
    const flying = recording.history.stateAt(3050).carriers.filter((c) => c.activity === "delay");
    expect(textOf(scene, "network-note")).toBe(`1,000 ms · ${flying.length} in flight`);
    const cable = shapeOf<Rect>(scene, "cable");
    const xs = flying.map(({ element, sinceMs }) => {
      const { x } = shapeOf<Token>(scene, `carried-${element}`);
      const share = (3050 - sinceMs) / 1000;
      expect(x).toBeCloseTo(cable.x + 16 + (cable.width - 32) * share, 6);
      return x;
    });
    expect(xs).toEqual([...xs].sort((a, b) => b - a));
  });

  it("with more than can be told apart is a flow and a number", () => {
    const { at } = picturesOf({ values: { latencyMs: 1000, producerDelayMs: 10 } });
    for (const width of [358, 918]) {
      const { scene } = at(3000, { width });
      expect(keysLike(scene, /^carried-/)).toEqual([]);
      expect(shapeOf<Line>(scene, "cable-stream").style).toBe("stream");
      expect(textOf(scene, "network-note")).toContain("100 in flight");
    }
  });

  it("lets what arrives at a full buffer stand at the gate", () => {
    const { at, recording } = picturesOf({ values: { latencyMs: 500, producerDelayMs: 20 } });
    const { waiting } = recording.history.stateAt(5000);
    expect(waiting.length).toBeGreaterThan(3);
    expect(textOf(at(5000).scene, "waiting-note")).toBe(`send waits ${waiting.length}`);
  });

  it("what comes out of it flies on from the gate, not from the producer again", () => {
    const values = { latencyMs: 40, producerDelayMs: 400, consumerDelayMs: 1000 };
    const { at, recording } = picturesOf({ values });
    // The second element enters the buffer at 440 ms: the worker is busy with the first.
    const { input } = at(441);
    const traffic = trafficAt(recording, 441, input.rows, 1, 400);
    expect(traffic.flights.find(({ leg }) => leg === "in")).toMatchObject({
      element: 1,
      fromGate: true,
    });
  });
});

describe("a pool of threads", () => {
  it("has a slot for each thread, and workers that wait for one look it", () => {
    const { at, recording } = picturesOf({
      values: { workers: 4, threads: 2, producerDelayMs: 20 },
    });
    const { scene } = at(3000);
    const slots = keysLike(scene, /^thread-\d/) as Rect[];
    const { facts, workers } = recording.history.stateAt(3000);
    expect(slots.length).toBe(2);
    expect(slots.filter(({ style }) => style === "place-taken").length).toBe(
      2 - (facts[Fact.THREADS] ?? 2),
    );
    const waiting = workers.flatMap(({ activity }, i) => (activity === "gate" ? [i] : []));
    expect(waiting.length).toBe(2);
    for (const index of waiting) {
      expect(shapeOf<Circle>(scene, `worker-${index}`)).toMatchObject({
        role: "suspended",
        style: "dashed",
      });
    }
    expect(textOf(scene, "consumer-note-0")).toBe("2/4 working · 2 waiting for a thread");
    expect(textOf(scene, "threads-note")).toBe("0 of 2 free");
    expect(textOf(scene, "worker-2-name")).toBe("Worker 3");
  });
});

describe("kinds", () => {
  const written = picturesOf({ strategy: "sensor-data-written" });

  it("give every element its form, its colour and its number", () => {
    const { recording, at } = picturesOf({
      scenario: "priority-drop",
      strategy: "priority-buffer",
    });
    for (const timeMs of [200, 900, 1500]) {
      const { scene } = at(timeMs);
      expect(scene.some(({ type, key }) => type === "token" && /^element-/.test(key))).toBe(false);
      const figures = scene.filter(
        (shape): shape is Figure => shape.type === "figure" && shape.label !== "",
      );
      expect(figures.length).toBeGreaterThan(0);
      for (const { label, kind } of figures) {
        expect(kind).toBe(recording.kinds?.of(Number(label)));
      }
    }
  });

  it("are listed with who was heard, and who starves is marked by a sign and a word", () => {
    const { scene } = written.at(30_000);
    const { byKind, received } = written.recording.history.stateAt(30_000);
    const starving = byKind.map((count) => starves(count, received));
    expect(starving).toContain(true);
    expect(starving).toContain(false);
    byKind.forEach((count, kind) => {
      const text = textOf(scene, `legend-count-${kind}`);
      expect(text).toBe(`${starving[kind] ? "! " : ""}${count.received} / ${count.produced}`);
      const words = keysLike(scene, new RegExp(`^legend-never-${kind}$`));
      expect(words.length).toBe(starving[kind] ? 1 : 0);
    });
  });

  it("in slots of their own stand where they belong, whatever came first", () => {
    const { at, recording } = picturesOf({ strategy: "slot-per-sensor" });
    for (const timeMs of [80, 1080, 3080]) {
      const { scene, input } = at(timeMs);
      const { slots } = input.layout;
      expect(keysLike(scene, /^cell-/).length).toBe(3);
      for (const element of recording.history.stateAt(timeMs).buffer.toArray()) {
        const { x, y } = shapeOf<Figure>(scene, `element-${element}`);
        expect({ x, y }).toEqual(slots?.grid.at(recording.kinds?.of(element) ?? -1));
      }
    }
    expect(textOf(at(80).scene, "slot-name-1")).toBe("sensor TEMP_02");
  });
});

describe("the bin", () => {
  it("tells losses by their rule", () => {
    const { at } = picturesOf({ scenario: "priority-drop", strategy: "priority-buffer" });
    expect(textOf(at(900).scene, "bin-count")).toMatch(/^dropped as less important \d+$/);
    expect(textOf(at(900, { language: "ko" }).scene, "bin-count")).toMatch(
      /^덜 중요해서 버림 \d+$/,
    );
  });
});

describe("the heap", () => {
  it("shows the live elements of its limit, and what they are measured by", () => {
    const { at, recording } = picturesOf({
      scenario: "system-overload",
      strategy: "system-overload-written",
      values: { durationS: 5 },
    });
    const { input, scene } = at(2000);
    const state = recording.history.stateAt(2000);
    const inHand = state.workers.reduce((sum, { tray }) => sum + tray.length, 0);
    const live = state.buffer.length + state.waiting.length + inHand;
    const brush = { input, state } as Parameters<typeof liveBytes>[0];
    expect(liveBytes(brush)).toBe(live * recording.elementBytes);
    const share = shapeOf<Rect>(scene, "heap-fill").width / shapeOf<Rect>(scene, "heap-bar").width;
    expect(share).toBeCloseTo((live * recording.elementBytes) / (2048 * 1024 * 1024), 6);
    expect(textOf(scene, "heap-note")).toMatch(/^Heap \(model\) .+ MiB of 2\.0 GiB$/);
  });

  it("of small elements is shown once they take a tenth of it", () => {
    const values = { producerDelayMs: 1, consumerDelayMs: 500, heapMiB: 10 };
    const { at } = picturesOf({ strategy: "unlimited", values });
    expect(keysLike(at(900).scene, /^heap-(bar|fill)/)).toEqual([]);
    expect(keysLike(at(1200).scene, /^heap-(bar|fill)/).length).toBe(2);
  });
});

describe("a buffer that changes its size", () => {
  const { at, recording } = picturesOf({
    strategy: "lossless-adaptive",
    values: { producerDelayMs: 10, durationS: 5 },
  });

  it("has as many cells as it has places now", () => {
    const sizes = new Set<number>();
    for (let timeMs = 0; timeMs <= 1000; timeMs += 50) {
      const { capacity, buffer } = recording.history.stateAt(timeMs);
      if (capacity > 64) continue;
      sizes.add(capacity);
      const { scene } = at(timeMs);
      expect(keysLike(scene, /^cell-/).length).toBe(Math.max(capacity, buffer.length));
      expect(textOf(scene, "buffer-name")).toContain(`/ ${capacity}`);
    }
    expect(sizes.size).toBeGreaterThan(3);
  });

  it("leaves the shadow of its old frame for a moment, and says what became of it", () => {
    const changed = Array.from({ length: 1000 }, (_, i) => i).find(
      (timeMs) =>
        recording.history.stateAt(timeMs).capacity !==
        recording.history.stateAt(timeMs + 1).capacity,
    );
    const before = recording.history.stateAt(changed ?? 0).capacity;
    const after = recording.history.stateAt((changed ?? 0) + 1).capacity;
    const { scene } = at((changed ?? 0) + 10);
    expect(textOf(scene, "resized")).toBe(`${before} → ${after} places`);
    expect(shapeOf<Rect>(scene, "old-frame").style).toBe("ghost");
    expect(keysLike(at((changed ?? 0) - 1).scene, /^old-frame|^resized/)).toEqual([]);
  });
});

it("a run without a pattern is drawn the same with and without it", () => {
  const { at } = picturesOf(specOf());
  const { input, scene } = at(5000);
  expect(keysLike(scene, /^(permit|token|breaker|cable|thread|tray|legend|heap)/)).toEqual([]);
  expect(input.layout.rooms?.gates).toEqual([]);
});
