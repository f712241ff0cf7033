import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCount } from "../../../src/i18n/index.ts";
import { Recording, type RunSpec } from "../../../src/run/index.ts";
import { channelStrategies as strategies } from "../../../src/systems/index.ts";
import type { SceneInput } from "../../../src/views/pipeline/brush.ts";
import { MAX_CELLS } from "../../../src/views/pipeline/cells.ts";
import { sceneAt } from "../../../src/views/pipeline/scene.ts";
import type { Label, Rect, Shape, Token } from "../../../src/views/pipeline/shape.ts";
import { anyRunOf } from "../../support/random-specs.ts";
import { rounds } from "../../support/rounds.ts";
import { specOf } from "../../support/runs.ts";
import {
  anyLook,
  anyMoment,
  DESK,
  inputAt,
  inputAtMs,
  type Look,
  positionOf,
  recordingOf,
} from "./moments.ts";

/** Runs `check` on pictures of random runs of a strategy at random moments. */
function everyPicture(strategy: RunSpec["strategy"], check: (input: SceneInput) => void): void {
  const moments = fc.array(fc.record({ moment: anyMoment, look: anyLook }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(anyRunOf(strategy), moments, (spec, asked) => {
      const recording = recordingOf(spec);
      for (const { moment, look } of asked) {
        check(inputAt(recording, positionOf(recording, moment), look));
      }
    }),
    { numRuns: rounds(20) },
  );
}

function recordingUntil(spec: RunSpec, timeMs: number): Recording {
  const recording = new Recording(spec);
  recording.advanceTo(Math.floor(timeMs));
  return recording;
}

/** Tokens that stand for an element; the marks of the bin and of what is done carry no number. */
function elementTokens(scene: readonly Shape[]): Token[] {
  return scene.filter((shape): shape is Token => shape.type === "token" && shape.label !== "");
}

const inFlight = ({ key }: Shape) => key.startsWith("flight-");

function shapeOf<T extends Shape>(scene: readonly Shape[], key: string): T {
  const shape = scene.find((candidate) => candidate.key === key);
  if (shape === undefined) throw new Error(`no ${key} in the picture`);
  return shape as T;
}

const textAt = (scene: readonly Shape[], key: string) => shapeOf<Label>(scene, key).text;

const numbers = (tokens: readonly Token[]) =>
  tokens.map(({ label }) => Number(label)).sort((a, b) => a - b);

/** The outermost coordinates of a shape. */
function extentOf(shape: Shape): { xs: number[]; ys: number[] } {
  switch (shape.type) {
    case "figure":
    case "token": {
      const half = shape.size / 2;
      return { xs: [shape.x - half, shape.x + half], ys: [shape.y - half, shape.y + half] };
    }
    case "rect":
      return { xs: [shape.x, shape.x + shape.width], ys: [shape.y, shape.y + shape.height] };
    case "circle":
    case "ring":
      return {
        xs: [shape.x - shape.radius, shape.x + shape.radius],
        ys: [shape.y - shape.radius, shape.y + shape.radius],
      };
    case "label":
      return { xs: [shape.x], ys: [shape.y] };
    case "line":
      return pathExtent(shape.d);
  }
}

function pathExtent(d: string): { xs: number[]; ys: number[] } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command = "", list = ""] of d.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const values = list.trim().split(/\s+/).map(Number);
    if (command === "H") xs.push(...values);
    else if (command === "V") ys.push(...values);
    else for (const [index, value] of values.entries()) (index % 2 === 0 ? xs : ys).push(value);
  }
  return { xs, ys };
}

describe.each(strategies.map(({ id }) => id))("the picture of %s", (strategy) => {
  it("draws every thing once: no key and no element stands twice", () => {
    everyPicture(strategy, (input) => {
      const scene = sceneAt(input);
      const keys = scene.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const elements = numbers(elementTokens(scene));
      expect(new Set(elements).size).toBe(elements.length);
    });
  });

  it("shows the elements of the buffer in its cells, or on their way there", () => {
    everyPicture(strategy, (input) => {
      const scene = sceneAt(input);
      const state = input.recording.history.stateAtRow(input.rows);
      const standing = elementTokens(scene).filter((token) => !inFlight(token));
      const arriving = elementTokens(scene).filter(({ key }) => key.startsWith("flight-in-"));
      const inCells = standing.filter(({ role }) => role === "buffered");
      expect(numbers([...inCells, ...arriving])).toEqual(
        state.buffer.toArray().sort((a, b) => a - b),
      );
      const cells = scene.filter(({ key }) => key.startsWith("cell-"));
      const { capacity } = input.buffer;
      expect(cells.length).toBe(Math.min(capacity, MAX_CELLS));
    });
  });

  it("shows a suspended send at the shut gate, with its element", () => {
    everyPicture(strategy, (input) => {
      const scene = sceneAt(input);
      const { gate } = input.layout;
      const { waiting, producers, carriers } = input.recording.history.stateAtRow(input.rows);
      const held = elementTokens(scene).filter(
        (token) => !inFlight(token) && token.role === "suspended",
      );
      // Over a network several may wait: the first three are shown, one behind the other.
      expect(numbers(held)).toEqual(waiting.slice(0, 3));
      expect(shapeOf(scene, "gate")).toMatchObject({
        style: waiting.length > 0 ? "gate-shut" : "gate-open",
      });
      for (const { y } of held) expect(y).toBe(gate.y);
      if (held[0] !== undefined) expect(held[0].x).toBe(gate.x);
      expect(new Set(held.map(({ x }) => x)).size).toBe(held.length);
      const role = producers[0]?.activity === "suspended" ? "suspended" : "produced";
      expect(shapeOf(scene, "producer").role).toBe(role);
      // Once its element is in the buffer, the producer is held until its turn comes.
      if (waiting.length > 0 && carriers.length === 0) expect(role).toBe("suspended");
    });
  });

  it("shows each worker with the element in its hand", () => {
    everyPicture(strategy, (input) => {
      const scene = sceneAt(input);
      const state = input.recording.history.stateAtRow(input.rows);
      const inHand = state.workers.map(({ element }) => (element >= 0 ? String(element) : ""));
      const shown = input.layout.workers.map((_, index) => textAt(scene, `worker-${index}-number`));
      expect(shown.filter((text) => text !== "")).toEqual(inHand.filter((text) => text !== ""));
      for (const [index, text] of shown.entries()) {
        expect(text).toBe(inHand[index] ?? "");
        expect(shapeOf(scene, `worker-${index}`).role).toBe(text === "" ? "quiet" : "working");
      }
    });
  });

  it("keeps to its room, at every width", () => {
    everyPicture(strategy, (input) => {
      const { width, height } = input.layout;
      const outside = sceneAt(input).filter((shape) => {
        const { xs, ys } = extentOf(shape);
        // Not a number is outside too.
        return !(
          xs.every((x) => x >= -1 && x <= width + 1) && ys.every((y) => y >= -1 && y <= height + 1)
        );
      });
      expect(outside).toEqual([]);
    });
  });

  it("says something in every text, and counts as the trace does", () => {
    everyPicture(strategy, (input) => {
      const scene = sceneAt(input);
      const state = input.recording.history.stateAtRow(input.rows);
      for (const shape of scene) {
        if (shape.type !== "label") continue;
        expect(shape.text, shape.key).not.toMatch(/[{}]|NaN|undefined|Infinity/);
        if (shape.style !== "number") expect(shape.text.trim(), shape.key).not.toBe("");
      }
      expect(textAt(scene, "done-count")).toBe(formatCount(state.done, input.language));
      const binned = scene.some(({ key }) => key === "bin-count");
      expect(binned).toBe(state.dropped > 0);
      if (binned) {
        expect(textAt(scene, "bin-count")).toContain(formatCount(state.dropped, input.language));
      }
    });
  });

  it("is the same whatever was asked before, forwards or backwards", () => {
    const moments = fc.array(anyMoment, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(anyRunOf(strategy), moments, anyLook, (spec, asked, look) => {
        const picture = (recording: Recording, index: number) => {
          const moment = asked[index];
          if (moment === undefined) throw new Error(`no moment ${index}`);
          return sceneAt(inputAt(recording, positionOf(recording, moment), look));
        };
        const one = recordingOf(spec);
        const other = recordingOf(spec);
        const forwards = asked.map((_, index) => picture(one, index));
        const backwards = asked.map((_, index) => picture(other, asked.length - 1 - index));
        expect(backwards.reverse()).toEqual(forwards);
        expect(asked.map((_, index) => picture(one, index))).toEqual(forwards);
      }),
      { numRuns: rounds(15) },
    );
  });

  it("does not depend on how far the run is recorded beyond it", () => {
    fc.assert(
      fc.property(anyRunOf(strategy), anyMoment, anyLook, (spec, moment, look) => {
        const whole = recordingOf(spec);
        const position = positionOf(whole, moment);
        const part = recordingUntil(spec, position.timeMs);
        expect(sceneAt(inputAt(part, position, look))).toEqual(
          sceneAt(inputAt(whole, position, look)),
        );
      }),
      { numRuns: rounds(15) },
    );
  });

  it("moves nothing between stations when the reader wants no movement", () => {
    everyPicture(strategy, (input) => {
      const scene = sceneAt({ ...input, still: true });
      expect(scene.filter(inFlight)).toEqual([]);
      expect(scene.filter((shape) => shape.type === "line" && shape.style === "stream")).toEqual(
        [],
      );
    });
  });
});

describe("more than the eye can follow", () => {
  const flood = (values: RunSpec["values"], strategy: RunSpec["strategy"] = "unlimited") =>
    recordingOf(specOf({ strategy, values: { durationS: 15, heapMiB: 4096, ...values } }));

  it.each([
    ["1,000 a second onto a backlog", flood({ producerDelayMs: 1, consumerDelayMs: 100 })],
    ["all at once", flood({ producerDelayMs: 0, count: 20_000, consumerDelayMs: 5 })],
    ["eight workers", flood({ producerDelayMs: 1, consumerDelayMs: 1, workers: 8 })],
    ["hand to hand", flood({ producerDelayMs: 1, consumerDelayMs: 1 }, "rendezvous")],
    ["a tank", flood({ producerDelayMs: 1, consumerDelayMs: 9, capacity: 10_000 }, "bounded")],
    ["losses", flood({ producerDelayMs: 1, consumerDelayMs: 9, capacity: 64 }, "drop-oldest")],
  ])("%s: at most 300 shapes, at any speed", (_name, recording) => {
    for (const share of [0, 0.003, 0.1, 0.5, 0.9, 1]) {
      for (const look of [DESK, { ...DESK, width: 360 }, { ...DESK, speed: 100 }]) {
        const position = positionOf(recording, { share, stepped: false });
        const scene = sceneAt(inputAt(recording, position, look));
        expect(scene.length).toBeLessThanOrEqual(300);
        expect(scene.filter(inFlight).length).toBeLessThanOrEqual(6 * 18);
      }
    }
  });

  it("what goes from hand to hand flows on both sides of the buffer", () => {
    const recording = flood({ producerDelayMs: 1, consumerDelayMs: 1 }, "rendezvous");
    const flowing = sceneAt(inputAtMs(recording, 5000)).flatMap((shape) =>
      shape.type === "line" && shape.style === "stream" ? [shape.key] : [],
    );
    expect(flowing).toEqual(["leg-in-stream", "leg-out-0-stream", "leg-done-0-stream"]);
  });

  it("an unlimited buffer of more than 64 outgrows the frame of a default one, in its measure", () => {
    const recording = flood({ producerDelayMs: 1, consumerDelayMs: 100 });
    for (const width of [320, 700, 900, 1600]) {
      for (const timeMs of [70, 100, 300, 1000, 5000, 15_000]) {
        const depth = recording.history.stateAt(timeMs).buffer.length;
        const scene = sceneAt(inputAtMs(recording, timeMs, { ...DESK, width }));
        const frame = shapeOf<Rect>(scene, "frame").height;
        const pile = frame + shapeOf<Rect>(scene, "pile").height;
        expect(depth).toBeGreaterThan(MAX_CELLS);
        expect(frame).toBeGreaterThanOrEqual(3);
        if (frame > 3) expect(frame / pile).toBeCloseTo(64 / depth, 6);
        else expect(3 / pile).toBeGreaterThanOrEqual(64 / depth);
        expect(textAt(scene, "tank-count")).toBe(formatCount(depth, "en"));
      }
    }
  });

  it("tells the heap that a backlog holds", () => {
    const recording = flood({ producerDelayMs: 1, consumerDelayMs: 100, elementKiB: 64 });
    const scene = sceneAt(inputAtMs(recording, 5000));
    expect(textAt(scene, "tank-count")).toBe("4,950");
    expect(textAt(scene, "heap")).toBe("Heap 309 MiB (model: 64.0 KiB each)");
  });

  it("a bounded buffer is cells up to 64 places and a tank above, whose level is its share", () => {
    const at = (capacity: number) =>
      sceneAt(
        inputAtMs(flood({ producerDelayMs: 1, consumerDelayMs: 900, capacity }, "bounded"), 41),
      );
    expect(at(64).filter(({ key }) => key.startsWith("cell-")).length).toBe(64);
    expect(elementTokens(at(64)).filter((token) => !inFlight(token)).length).toBeGreaterThan(20);
    const tank = at(65);
    expect(tank.some(({ key }) => key.startsWith("cell-"))).toBe(false);
    expect(elementTokens(tank).filter((token) => !inFlight(token))).toEqual([]);
    const share = shapeOf<Rect>(tank, "liquid").height / shapeOf<Rect>(tank, "frame").height;
    expect(textAt(tank, "tank-count")).toBe("41");
    expect(share).toBeCloseTo(41 / 65, 6);
  });

  it("the wait at a full tank is shown as at any other gate", () => {
    const recording = flood({ producerDelayMs: 1, consumerDelayMs: 900, capacity: 65 }, "bounded");
    const scene = sceneAt(inputAtMs(recording, 800));
    expect(numbers(elementTokens(scene))).toEqual([66]);
    expect(shapeOf(scene, "gate")).toMatchObject({ style: "gate-shut" });
  });
});

describe("the words beside the stations", () => {
  const recording = recordingOf(specOf({ values: { count: 20, durationS: 20 } }));
  const desk = (timeMs: number, look: Partial<Look> = {}) =>
    sceneAt(inputAtMs(recording, timeMs, { ...DESK, ...look }));

  it("the producer makes, waits and has finished", () => {
    expect(textAt(desk(50), "producer-note-0")).toBe("producing");
    expect(textAt(desk(50), "producer-note-1")).toBe("wants 10.0/s");
    const waiting = recording.history.marks.firstSuspensionMs ?? -1;
    expect(textAt(desk(waiting), "producer-note-0")).toBe("waits for room");
    expect(textAt(desk(19_000), "producer-note-0")).toBe("finished");
    expect(textAt(desk(19_000, { language: "ko" }), "producer-note-0")).toBe("끝남");
  });

  it("one worker is idle or works; of several it is said how many work", () => {
    expect(textAt(desk(10), "consumer-note-0")).toBe("working");
    expect(textAt(desk(19_000), "consumer-note-0")).toBe("finished");
    const three = recordingOf(specOf({ values: { workers: 3, consumerDelayMs: 250 } }));
    expect(textAt(sceneAt(inputAtMs(three, 120)), "consumer-note-0")).toBe("2/3 working");
  });

  it("a buffer says how full it is", () => {
    expect(textAt(desk(0), "buffer-name")).toBe("Buffer 0 / 8");
    expect(textAt(desk(3000), "buffer-name")).toBe("Buffer 8 / 8");
  });

  it("a phone has every station and every number too", () => {
    const keys = (scene: readonly Shape[]) =>
      scene.flatMap(({ key, type }) => (type === "label" ? [key] : []));
    const waiting = recording.history.marks.firstSuspensionMs ?? -1;
    const phone = keys(desk(waiting, { width: 360 }));
    const narrow = ["producer-name", "consumer-name", "buffer-name", "done-count", "waiting-note"];
    for (const key of narrow) expect(phone).toContain(key);
  });
});
