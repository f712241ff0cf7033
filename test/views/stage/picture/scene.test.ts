import assert from "node:assert/strict";
import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../../../src/run/index.ts";
import type { StrategyId } from "../../../../src/systems/index.ts";
import { chain } from "../../../../src/systems/topology.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { factsOf } from "../../../../src/views/stage/picture/facts-of.ts";
import type { Moment } from "../../../../src/views/stage/picture/moment.ts";
import {
  crewsOf,
  pictureLayout,
  type Scene,
  sceneOf,
} from "../../../../src/views/stage/picture/scene.ts";
import type { Label, Token } from "../../../../src/views/stage/picture/shape.ts";
import { stillKey } from "../../../../src/views/stage/picture/still-key.ts";
import { labelBox } from "../../../../src/views/stage/picture/text-size.ts";
import { recorded } from "../../../support/runs.ts";
import { type Given, momentOf, numbers } from "./fixture.ts";
import { boundsOf, meet } from "./geometry.ts";
import { moments } from "./moments.ts";

const ROOM = { width: 1280, height: 430 };

/** A load under which a run shows what it has to show within a second or two. */
const FAST = { producerDelayMs: 20, consumerDelayMs: 100 };

function draw(moment: Moment, room = ROOM): Scene {
  const { run, state } = moment;
  return sceneOf(moment, pictureLayout(run.topology, crewsOf(state), room, run.answer?.share));
}

const given = (name: string): Given => moments[name] as Given;
const situation = (name: string, more: Partial<Given> = {}) =>
  draw(momentOf({ ...given(name), ...more }));
const tokensOf = (scene: Scene): Token[] =>
  scene.moving.filter((shape): shape is Token => shape.type === "token");
const textsOf = (scene: Scene): string[] =>
  scene.still.filter((shape): shape is Label => shape.type === "label").map(({ text }) => text);
const solid = (scene: Scene) =>
  tokensOf(scene).filter(({ key, look }) => look === "solid" && key.startsWith("element-"));

/** The picture of a recording at rest at a time. */
function at(spec: Partial<RunSpec>, timeMs: number, more: Partial<Moment> = {}) {
  const recording = recorded(spec);
  const rows = recording.trace.rowsUntil(timeMs);
  const state = recording.history.stateAtRow(rows);
  const moment: Moment = {
    ...{ run: factsOf(recording), state, told: state, timeMs, rows, speed: 1 },
    ...{
      language: "en",
      discrete: false,
      producerDelayMs: 100,
      landedRows: rows,
      settlingMs: 0,
      picked: -1,
    },
    ...more,
  };
  return { state, moment, scene: draw(moment) };
}

describe("what the picture contains", () => {
  it("is every element of the state, once, at its station and with its number", () => {
    for (let timeMs = 0; timeMs <= 6000; timeMs += 70) {
      const { state, scene } = at({}, timeMs);
      const [source, buffer, workers] = state.stations;
      const expected = [
        ...(buffer?.contents.toArray() ?? []),
        ...(buffer?.held ?? []).map(({ element }) => element),
        ...(workers?.actors ?? []).flatMap(({ hand }) => hand),
        ...(source?.actors ?? []).flatMap(({ hand, activity }) =>
          activity === "held" ? [] : hand,
        ),
      ];
      const shown = solid(scene).map(({ element }) => element);
      expect(shown.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
      expect(solid(scene).every(({ label, element }) => label === String(element))).toBe(true);
    }
  });

  it("does not cover a producer's words with what it has in hand", () => {
    const { scene } = at(
      { strategy: "unlimited", values: { producerDelayMs: 0, consumerDelayMs: 60_000 } },
      0,
      { producerDelayMs: 0 },
    );
    const [word] = scene.still.filter(
      (shape): shape is Label => shape.type === "label" && shape.text === "no pause",
    );
    const [hand] = solid(scene).filter(({ x }) => x < ROOM.width / 4);
    const box = hand === undefined ? null : boundsOf(hand);
    if (word === undefined || box === null) throw new Error("nothing to compare");
    expect(meet(labelBox(word), box)).toBe(false);
  });

  it("is as many dots as elements when numbers would be too small to read", () => {
    const [dots] = situation("thousands").moving.filter(({ key }) => key === "dots-1");
    expect(dots).toMatchObject({ type: "dots", count: 1300 });
  });

  it("is in the order of the queue, the oldest next to the exit", () => {
    const queue = solid(situation("held")).filter(({ role }) => role === "waiting");
    const byPlace = [...queue].sort((a, b) => b.x - a.x).map(({ element }) => element);
    expect(byPlace).toEqual(numbers(19, 8));
  });
});

describe("pressure", () => {
  it("shuts the gate, holds the element before it and quiets the producer", () => {
    const scene = situation("held");
    const held = solid(scene).filter(({ role }) => role === "held");
    expect(held.map(({ element }) => element)).toEqual([27]);
    expect(scene.still.find(({ key }) => key === "source-0-0")).toMatchObject({
      role: "held",
      look: "hollow",
    });
    expect(scene.moving.some(({ key }) => key.startsWith("pressure-1-"))).toBe(true);
    expect(scene.moving.some(({ key }) => key === "source-0-0-ring")).toBe(false);
    expect(textsOf(scene)).toContain("held for 60 ms");
  });

  it("is absent while there is room", () => {
    const scene = situation("filling");
    expect(scene.moving.some(({ key }) => key.startsWith("pressure-"))).toBe(false);
    expect(scene.still.find(({ key }) => key === "source-0-0")).toMatchObject({ role: "made" });
  });

  it("strains the frame as the buffer fills", () => {
    const widthOf = (name: string) => {
      const frame = situation(name).still.find(({ key }) => key === "frame-1");
      return frame?.type === "path" ? frame.width : 0;
    };
    expect(widthOf("start")).toBeGreaterThan(0);
    expect(widthOf("dropOldest")).toBeGreaterThan(widthOf("filling"));
    expect(widthOf("held")).toBeGreaterThan(widthOf("dropOldest"));
  });

  it("piles up those that wait behind the first, as many as the way has room for", () => {
    const held = solid(situation("semaphore")).filter(({ role }) => role === "held");
    expect(held.length).toBeGreaterThan(6);
    expect(textsOf(situation("semaphore"))).toEqual(expect.arrayContaining(["14 held", "3 held"]));
  });
});

it("a sender that has been held only since this instant is labelled without a duration", () => {
  const { scene } = at({ scenario: "kotlin-flow", strategy: "flow-buffer" }, 3_000);
  expect(textsOf(scene)).toContain("held");
  expect(textsOf(scene).filter((text) => / 0 ms/.test(text))).toEqual([]);
});

it("the pile of held elements keeps to its way: it covers nothing of the station before", () => {
  const rate = { scenario: "rate-limiting", strategy: "rate-limiting-written" } as const;
  for (const width of [860, 1280, 1920]) {
    const { moment } = at(rate, 3_000);
    const layout = pictureLayout(moment.run.topology, crewsOf(moment.state), {
      width,
      height: 430,
    });
    const way = layout.ways[2];
    const held = tokensOf(sceneOf(moment, layout)).filter(
      ({ role, key }) => role === "held" && key.startsWith("element-"),
    );
    expect(held, `${width}`).toHaveLength(10);
    expect(Math.min(...held.map(({ x, size }) => x - size / 2))).toBeGreaterThanOrEqual(
      way?.x ?? 0,
    );
  }
});

describe("demand", () => {
  it("is a ticket for each element that may still come, and a source without one is idle", () => {
    const tickets = (name: string) => {
      const shape = situation(name).still.find(({ key }) => key === "demand-0-tickets");
      return shape?.type === "path" ? (shape.d.match(/M/g)?.length ?? 0) : -1;
    };
    expect(tickets("rxjavaAsked")).toBe(6);
    expect(tickets("rxjava")).toBe(0);
    expect(textsOf(situation("rxjava"))).toContain("may not");
    expect(textsOf(situation("rxjavaAsked"))).toContain("6 requested");
  });

  it("is the outline of a ticket if nothing is requested, and no request is on its way at rest", () => {
    const spec = { scenario: "rxjava", strategy: "rx-observe-on", values: FAST } as const;
    const { scene } = at(spec, 1980);
    for (const connection of [1, 2]) {
      const none = scene.still.find(({ key }) => key === `demand-${connection}-none`);
      expect(none).toMatchObject({ type: "path", look: "dashed" });
      expect(scene.moving.some(({ key }) => key === `demand-${connection}-on-way`)).toBe(false);
    }
    expect(at(spec, 1750, { landedRows: 0 }).scene.moving.map(({ key }) => key)).toContain(
      "demand-1-on-way",
    );
  });

  it("keeps to its way, however narrow, and covers neither buffer nor consumer", () => {
    for (const room of [ROOM, { width: 366, height: 150 }, { width: 640, height: 120 }]) {
      for (const name of ["rxjava", "rxjavaAsked"]) {
        for (const timeMs of [3005, 3200, 3410]) {
          const rows = [0, 1].map((c) => [3000, RowKind.REQUESTED, c, 1, 6] as const);
          const moment = momentOf({ ...given(name), rows, timeMs });
          const layout = pictureLayout(moment.run.topology, crewsOf(moment.state), room);
          const { still, moving } = sceneOf(moment, layout);
          for (const shape of [...still, ...moving]) {
            const connection = /^demand-(\d)-(?!word)/.exec(shape.key)?.[1];
            const bounds = connection === undefined ? null : boundsOf(shape);
            if (bounds === null) continue;
            const way = layout.ways[Number(connection) + 1];
            const about = `${room.width}, ${name}, ${timeMs}: ${shape.key}`;
            expect(bounds.left, about).toBeGreaterThanOrEqual((way?.x ?? 0) - 0.1);
            expect(bounds.right, about).toBeLessThanOrEqual(
              (way?.x ?? 0) + (way?.width ?? 0) + 0.1,
            );
          }
        }
      }
    }
  });

  it("without a bound is said in words, not counted", () => {
    expect(textsOf(situation("rxjava")).some((text) => text.includes("unbounded"))).toBe(true);
  });

  it("runs upstream just after a request was made", () => {
    const place = (timeMs: number) => {
      const rows = [[3000, RowKind.REQUESTED, 0, 1, 6]] as const;
      const shape = situation("rxjavaAsked", { timeMs, rows }).moving.find(
        ({ key }) => key === "demand-0-on-way",
      );
      return shape?.type === "path" ? Number(/M([\d.]+)/.exec(shape.d)?.[1]) : Number.NaN;
    };
    expect(place(3200)).toBeLessThan(place(3050));
    expect(place(3900)).toBeNaN();
  });

  it("of Node is a light: barred after pause and a false write, clear after resume", () => {
    const lights = situation("node").still.filter(({ key }) => /^light-\d+$/.test(key));
    expect(lights.map(({ role }) => role)).toEqual(["lost", "lost", "done", "lost"]);
    expect(situation("node").still.filter(({ key }) => /^light-\d+-bar$/.test(key))).toHaveLength(
      3,
    );
  });
});

it("in a wide, low lane the name of a buffer and how full it is are above its frame, not beside it", () => {
  for (const strategy of ["bounded", "rx-buffer"] as const) {
    const { moment } = at({ scenario: "one-flood", strategy }, 2_000);
    const { still } = draw(moment, { width: 1480, height: 176 });
    const frame = still.find(({ key }) => key === "frame-1");
    const { left = 0, right = 0 } = frame === undefined ? {} : (boundsOf(frame) ?? {});
    const boxOf = (key: string) => {
      const label = still.find(
        (shape): shape is Label => shape.type === "label" && shape.key === key,
      );
      assert.ok(label, key);
      return labelBox(label);
    };
    expect(right - left).toBeGreaterThan(100);
    expect(boxOf("name-1").left).toBeGreaterThanOrEqual(left - 12);
    expect(boxOf("beside-name-1").right).toBeLessThanOrEqual(right + 12);
  }
});

describe("a buffer in several lines", () => {
  it("fills line by line from the exit, without leaving out a place", () => {
    const given8 = { ...given("start"), at: { buffer: { contents: numbers(1, 8) } } };
    const tokens = solid(draw(momentOf(given8), { width: 390, height: 300 }));
    const ordered = tokens.toSorted((a, b) => a.y - b.y || b.x - a.x);
    expect(ordered.map(({ element }) => element)).toEqual(numbers(1, 8));
    const heights = [...new Set(ordered.map(({ y }) => y))];
    const lines = heights.map((height) => ordered.filter(({ y }) => y === height));
    const [longest = 0, ...others] = lines.map((line) => line.length);
    expect(others.length).toBeGreaterThan(0);
    // Every line but the last is full, and all begin at the exit.
    expect(new Set([longest, ...others.slice(0, -1)])).toEqual(new Set([longest]));
    expect(others.at(-1)).toBeLessThanOrEqual(longest);
    expect(new Set(lines.map(([first]) => first?.x)).size).toBe(1);
  });
});

describe("a stream with a mark", () => {
  const NODE = { scenario: "node-streams", strategy: "node-write" } as const;
  const shapeOf = (scene: Scene, key: string) =>
    [...scene.still, ...scene.moving].find((shape) => shape.key === key);
  const chevrons = ({ moving }: Scene) =>
    moving.filter(({ key }) => key.startsWith("pressure-1-")).length;

  it("that answers false has a barred light and an idle producer, and pressure runs upstream", () => {
    const { scene } = at(NODE, 160);
    expect(shapeOf(scene, "light-1")).toMatchObject({ role: "lost", look: "solid" });
    expect(shapeOf(scene, "light-1-bar")).toBeDefined();
    expect(shapeOf(scene, "source-0-0")).toMatchObject({ role: "held", look: "hollow" });
    expect(chevrons(scene)).toBeGreaterThan(0);
    expect(textsOf(scene)).toContain("length 4, mark 4");
  });

  it("stays barred even when there is room again, and is clear at 'drain'", () => {
    const { scene: room } = at(NODE, 1_190);
    expect(textsOf(room)).toContain("length 1, mark 4");
    expect(shapeOf(room, "light-1")).toMatchObject({ role: "lost" });
    const { scene } = at(NODE, 1_210);
    expect(shapeOf(scene, "light-1")).toMatchObject({ role: "done" });
    expect(shapeOf(scene, "light-1-bar")).toBeUndefined();
    expect(shapeOf(scene, "source-0-0")).toMatchObject({ role: "made", look: "body" });
    expect(chevrons(scene)).toBe(0);
  });

  it("is barred even for a producer that continues regardless, which nothing holds", () => {
    const { scene } = at({ ...NODE, values: { heeds: "nothing" } }, 1_010);
    expect(shapeOf(scene, "light-1")).toMatchObject({ role: "lost" });
    expect(shapeOf(scene, "source-0-0")).toMatchObject({ role: "made", look: "body" });
    expect(chevrons(scene)).toBe(0);
  });

  it("has a line between what waits below its mark and what waits above, in one line or several", () => {
    for (const highWaterMark of [1, 2, 4, 5, 16]) {
      for (const timeMs of [160, 710, 1_010, 1_560, 1_990]) {
        for (const room of [ROOM, { width: 390, height: 300 }]) {
          const spec = { ...NODE, values: { heeds: "nothing", highWaterMark } };
          const { moment, state } = at(spec, timeMs);
          const scene = draw(moment, room);
          const line = shapeOf(scene, "mark-1");
          const d = line?.type === "path" ? line.d : "";
          const isBelow = belowOf(d);
          const waiting = state.stations[1]?.contents.toArray() ?? [];
          const tokens = solid(scene).filter(({ element }) => waiting.includes(element));
          expect(tokens).toHaveLength(waiting.length);
          const below = tokens.filter(({ role }) => role === "waiting");
          const about = `mark ${highWaterMark}, ${timeMs} ms, ${room.width} px`;
          // One more is being processed.
          expect(below.length, about).toBe(Math.min(waiting.length, highWaterMark - 1));
          expect(tokens.filter(isBelow), about).toEqual(below);
          expect(tokens.filter(({ role }) => role === "held")).toHaveLength(
            tokens.length - below.length,
          );
        }
      }
    }
  });

  it("of a transform counts the element whose result may not be passed on yet", () => {
    const { scene, state } = at({ ...NODE, strategy: "node-pipe" }, 1_450);
    expect(textsOf(scene).filter((text) => text === "length 4, mark 4")).toHaveLength(4);
    const [input, output] = ["input-0", "output-0"].map(
      (id) => state.stations.find(({ station }) => station.id === id)?.contents.length,
    );
    expect([input, output]).toEqual([3, 4]);
  });

  it("is redrawn even if only its signal changes", () => {
    const key = (signal: "drain" | "pause" | "pending" | "resume") =>
      stillKey(momentOf({ ...given("node"), demand: [{ signal }] }).state);
    expect(new Set([key("drain"), key("pause"), key("pending"), key("resume")]).size).toBe(4);
  });
});

describe("an error that ends a stream", () => {
  const spec = { scenario: "rxjava", strategy: "rx-buffer", values: FAST } as const;

  it("is a full circle with a cross where it arrived, with its name", () => {
    const { scene } = at(spec, 500);
    const circle = scene.still.find(({ key }) => key === "worker-2-0");
    expect(circle).toMatchObject({ type: "circle", role: "lost", look: "solid" });
    const cross = scene.still.find(({ key }) => key === "worker-2-0-sign");
    expect(cross).toMatchObject({ type: "path", look: "sign" });
    // It is visible even at a quarter of the size.
    const bounds = cross === undefined ? null : boundsOf(cross);
    expect(bounds === null ? 0 : bounds.right - bounds.left).toBeGreaterThan(24);
    expect(textsOf(scene)).toEqual(
      expect.arrayContaining(["Missing", "Backpressure", "Exception", "overtaken by an error 16"]),
    );
  });

  it("is not visible while the subscriber still works on what it has in hand", () => {
    const { scene } = at(spec, 499);
    expect(scene.still.find(({ key }) => key === "worker-2-0")).toMatchObject({ role: "working" });
    expect(scene.still.find(({ key }) => key === "source-0-0")).toMatchObject({ role: "lost" });
  });

  it("has its name on one line if that fits", () => {
    const reactor = { scenario: "reactor", strategy: "reactor-buffer", values: FAST } as const;
    expect(textsOf(at(reactor, 1300).scene).join(" ")).toMatch(
      /OverflowException|Overflow Exception/,
    );
  });
});

describe("an operator that keeps nothing", () => {
  it("has its name above it", () => {
    for (const rxDrop of ["drop", "latest"] as const) {
      const { scene } = at({ scenario: "rxjava", strategy: "rx-drop", values: { rxDrop } }, 3500);
      const name = rxDrop === "drop" ? "onBackpressureDrop" : "onBackpressureLatest";
      expect(textsOf(scene)).toContain(name);
    }
  });
});

it("the rhythm shows what was never made, even if each element is made by its own coroutine", () => {
  const spec = { scenario: "rate-limiting", strategy: "rate-limiting-written" } as const;
  const { scene } = at(spec, 3_000, { producerDelayMs: 10 });
  const missed = scene.moving.find(({ key }) => key === "rhythm-0-missed");
  // One element in 200 ms, instead of twenty.
  expect(missed?.type === "path" ? missed.d.split("M").length - 1 : 0).toBeGreaterThan(10);
});

it("what a producer did not make while it was held stays visible while it makes the next one", () => {
  const spec = { scenario: "rate-limiting", strategy: "token-bucket" } as const;
  for (let timeMs = 1_990; timeMs <= 2_220; timeMs++) {
    const { scene } = at(spec, timeMs, { producerDelayMs: 10 });
    const missed = scene.moving.find(({ key }) => key === "rhythm-0-missed");
    const outlines = missed?.type === "path" ? missed.d.split("M").length - 1 : 0;
    // A token every 200 ms, so one element of twenty is made.
    expect(outlines, `at ${timeMs} ms`).toBeGreaterThanOrEqual(18);
    expect(outlines, `at ${timeMs} ms`).toBeLessThanOrEqual(20);
  }
});

describe("the rhythm of a producer that waits for a signal", () => {
  const outlines = (spec: Partial<RunSpec>, timeMs: number) => {
    const { scene } = at({ scenario: "node-streams", ...spec }, timeMs, { producerDelayMs: 50 });
    const missed = scene.moving.find(({ key }) => key === "rhythm-0-missed");
    return missed?.type === "path" ? missed.d.split("M").length - 1 : 0;
  };

  it("outlines what the producer would have made while it waits, and still does after 'drain'", () => {
    // The answer came at 150 ms, 'drain' at 1,200.
    expect(outlines({ strategy: "node-write" }, 160)).toBe(0);
    expect(outlines({ strategy: "node-write" }, 650)).toBe(10);
    expect(outlines({ strategy: "node-write" }, 1_300)).toBe(18);
    expect(outlines({ strategy: "web-write" }, 1_100)).toBeGreaterThan(10);
  });

  it("outlines nothing for a producer that ignores the answer", () => {
    const values = { heeds: "nothing" };
    expect(outlines({ strategy: "node-write", values }, 1_300)).toBe(0);
  });
});

it("the rhythm of a source is clear of the words beside it", () => {
  const strategies = [
    "node-write",
    "node-pipe",
    "node-iterate",
    "web-pipe",
    "rx-observe-on",
  ] as const;
  for (const strategy of strategies) {
    for (const timeMs of [160, 1_010, 1_500]) {
      const { moment } = at({ scenario: "node-streams", strategy }, timeMs);
      for (const room of [ROOM, { width: 860, height: 360 }, { width: 390, height: 220 }]) {
        const { still, moving } = draw({ ...moment, producerDelayMs: 50 }, room);
        const rhythm = moving.find(({ key }) => key === "rhythm-0-made");
        const bounds = rhythm === undefined ? null : boundsOf(rhythm);
        if (bounds === null) continue;
        const labels = still.filter((shape): shape is Label => shape.type === "label");
        const met = labels.filter((label) => meet(labelBox(label), bounds));
        expect(
          met.map(({ text }) => text),
          `${strategy}, ${room.width}, ${timeMs}`,
        ).toEqual([]);
      }
    }
  }
});

describe("what is lost", () => {
  it("stays crossed out where it was lost, newest first, with the number for each rule", () => {
    const { scene, state, moment } = at({ strategy: "drop-oldest" }, 9050);
    const ghosts = tokensOf(scene).filter(({ look }) => look === "ghost");
    const { history, index } = moment.run;
    const newest = index.lost.lastBefore(moment.rows, ghosts.length, () => true);
    expect(ghosts.length).toBeGreaterThan(3);
    expect(ghosts.map(({ element }) => element)).toEqual(
      newest.map((row) => history.trace.elementAt(row)),
    );
    expect(textsOf(scene)).toContain(`dropped ${state.lost}`);
  });

  it("is clear of the words that count it, even in a low lane", () => {
    const { moment } = at({ scenario: "one-flood", strategy: "reactor-buffer" }, 4_500);
    const { still, moving } = draw(moment, { width: 632, height: 110 });
    const count = still.find(
      (shape): shape is Label => shape.key === "lost-1" && shape.type === "label",
    );
    const ghosts = moving.filter(
      (shape): shape is Token => shape.type === "token" && shape.look === "ghost",
    );
    assert.ok(count);
    expect(ghosts.length).toBeGreaterThan(3);
    const bottom = Math.max(...ghosts.map(({ y, size }) => y + size / 2));
    // Hangul is taller than Latin letters.
    expect(count.y - count.size * 0.86 - bottom).toBeGreaterThan(count.size * 0.15);
  });

  it("is not drawn while nothing is lost", () => {
    expect(tokensOf(at({}, 9050).scene).some(({ look }) => look === "ghost")).toBe(false);
  });

  it.each(["ko", "en"] as const)(
    "in a channel that was left behind is shown in that channel, with the time: %s",
    (language) => {
      const spec = { scenario: "adaptive-buffer", strategy: "adaptive-buffer-written" } as const;
      const { scene } = at(spec, 4000, { language });
      const left = scene.still.filter(({ key }) => key.startsWith("left-1-"));
      expect(left.map(({ type }) => type)).toEqual(["rect", "label"]);
    },
  );
});

describe("an unlimited buffer", () => {
  const flood = (depth: number) => {
    const { moving, under } = draw(
      momentOf({
        ...given("leak"),
        at: { ...given("leak").at, buffer: { contents: numbers(50, depth) } },
      }),
    );
    const dots = under.find(({ key }) => key === "flood-1");
    if (dots?.type !== "dots") return { height: 0, area: 0, cells: moving.length };
    const height = Math.ceil(dots.count / dots.columns) * dots.pitch;
    return { height, area: dots.count * dots.pitch ** 2, cells: 0 };
  };

  it("is cells up to the size of a default buffer, then a flood", () => {
    expect(flood(64).area).toBe(0);
    expect(flood(65).area).toBeGreaterThan(0);
  });

  it("only ever grows, without a jump, and 3,000 and 5,000 look different", () => {
    let before = flood(65).area;
    for (let depth = 68; depth <= 5000; depth = Math.ceil(depth * 1.03)) {
      const { area } = flood(depth);
      expect(area).toBeGreaterThan(before * 0.99);
      expect(area).toBeLessThan(before * 1.1);
      before = area;
    }
    expect(flood(5000).height).toBeGreaterThan(flood(3000).height * 1.2);
    expect(flood(5000).height).toBeGreaterThan(ROOM.height * 0.95);
  });

  it("says how much of the heap is taken by everything live, as the run counts it", () => {
    const moment = momentOf({
      ...given("leak"),
      made: 320,
      done: 18,
      elementBytes: 2 * 1024 * 1024,
      at: { ...given("leak").at, buffer: { contents: numbers(50, 300) } },
    });
    expect(textsOf(draw(moment))).toContain("604 MiB");
  });

  it("has whole rows and columns of places", () => {
    for (const room of [ROOM, { width: 1000, height: 300 }, { width: 1900, height: 640 }]) {
      const moment = momentOf({ ...given("leak"), at: { buffer: { contents: numbers(50, 25) } } });
      const { still } = draw(moment, room);
      const places = still.find(({ key }) => key === "places-1");
      const corners = places?.type === "path" ? [...places.d.matchAll(/M([\d.]+) ([\d.]+)/g)] : [];
      const distinct = (part: 1 | 2) => new Set(corners.map((corner) => corner[part])).size;
      expect(corners.length).toBeGreaterThanOrEqual(64);
      expect(distinct(1) * distinct(2)).toBe(corners.length);
    }
  });

  it("keeps its frame beside its neighbours as a flood, and its mark is named where it covers nothing", () => {
    const moment = momentOf({
      ...given("leak"),
      at: { ...given("leak").at, buffer: { contents: numbers(50, 74) } },
    });
    const layout = pictureLayout(moment.run.topology, crewsOf(moment.state), ROOM);
    const { under, still } = sceneOf(moment, layout);
    const edge = under.find(({ key }) => key === "flood-1-edge");
    expect(edge).toMatchObject({ look: "open" });
    const bounds = edge === undefined ? null : boundsOf(edge);
    const slot = layout.stations[1];
    expect(bounds?.left).toBeGreaterThan((slot?.x ?? 0) - layout.text);
    expect(bounds?.right).toBeLessThan((slot?.x ?? 0) + (slot?.width ?? 0) + layout.text);
    const name = still.find(({ key }) => key === "mark-1-64-name");
    expect(name?.type === "label" && labelBox(name).top).toBeGreaterThan(bounds?.bottom ?? 0);
  });

  it("in a low row keeps to its column, from the first element to the last, and writes only above it", () => {
    const stations = [
      { kind: "buffer", id: "own", capacity: Number.POSITIVE_INFINITY },
      { kind: "buffer", id: "next", capacity: 16 },
    ] as const;
    const topology = chain(
      { kind: "source", id: "source" },
      "request",
      stations[0],
      "request",
      stations[1],
      "request",
      { kind: "workers", id: "workers" },
    );
    let before = 0;
    for (let depth = 65; depth < 9000; depth = Math.ceil(depth * 1.2)) {
      const moment = momentOf({ topology, at: { own: { contents: numbers(0, depth) } } });
      const room = { width: 630, height: 92 };
      const layout = pictureLayout(moment.run.topology, crewsOf(moment.state), room);
      const { under, still } = sceneOf(moment, layout);
      const slot = layout.stations[1];
      const dots = under.find(({ key }) => key === "flood-1");
      assert(dots?.type === "dots" && slot !== undefined);
      const height = Math.ceil(dots.count / dots.columns) * dots.pitch;
      expect(dots.count).toBe(depth);
      expect(dots.x).toBeGreaterThanOrEqual(slot.x);
      expect(dots.x + dots.columns * dots.pitch).toBeLessThanOrEqual(slot.x + slot.width);
      expect(dots.bottom).toBeLessThanOrEqual(room.height);
      expect(dots.bottom - height, `${depth}`).toBeGreaterThanOrEqual(slot.bodyTop);
      expect(height).toBeGreaterThanOrEqual(before * 0.9);
      before = height;
      for (const shape of still) {
        if (shape.type !== "label" || shape.about !== 1 || shape.onWay) continue;
        expect(boundsOf(shape)?.bottom).toBeLessThanOrEqual(slot.bodyTop);
      }
    }
  });

  it("keeps its sum inside the picture, however narrow its place is", () => {
    const buffer = (id: string) =>
      ({ kind: "buffer", id, capacity: Number.POSITIVE_INFINITY }) as const;
    const topology = chain(
      { kind: "source", id: "source" },
      "none",
      buffer("one"),
      "none",
      buffer("two"),
      "none",
      { kind: "workers", id: "workers" },
    );
    const contents = numbers(0, 60_000);
    for (let width = 280; width < 420; width += 4) {
      const moment = momentOf({ topology, at: { one: { contents }, two: { contents } } });
      const { still } = draw(moment, { width, height: 300 });
      for (const shape of still.filter(({ key }) => key.endsWith("-plate"))) {
        const bounds = boundsOf(shape);
        expect(bounds?.left, `${width}`).toBeGreaterThanOrEqual(0);
        expect(bounds?.right, `${width}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it("becomes finer instead of outgrowing the picture, with a mark for what it has passed", () => {
    const texts = textsOf(situation("leak20"));
    expect(texts).toEqual(expect.arrayContaining(["20,000", "5,000"]));
    expect(flood(20_000).height).toBeGreaterThan(ROOM.height * 0.95);
  });
});

describe("movement", () => {
  const place = (name: string, timeMs: number, element: number) =>
    tokensOf(situation(name, { timeMs })).find((token) => token.element === element);

  it("takes an element from the gate into its place in a moment", () => {
    const [first, later, there] = [625, 700, 1000].map((ms) => place("filling", ms, 6)?.x ?? 0);
    expect(first).toBeLessThan(later ?? 0);
    expect(later).toBeLessThan(there ?? 0);
  });

  it("is left out if the reader prefers reduced motion", () => {
    const still = draw(momentOf({ ...given("filling"), timeMs: 625, discrete: true }));
    const moved = tokensOf(still).find(({ element }) => element === 6);
    expect(moved?.x).toBe(place("filling", 2000, 6)?.x);
  });

  it("ends at once for what has landed", () => {
    const moment = momentOf({ ...given("filling"), timeMs: 625 });
    const landed = draw({ ...moment, landedRows: moment.rows });
    const token = tokensOf(landed).find(({ element }) => element === 6);
    expect(token?.x).toBe(place("filling", 2000, 6)?.x);
  });
});

/** Whether a place is below a mark: in the lines above its step, or in its line on the side of the exit. */
function belowOf(d: string): (token: Token) => boolean {
  const [x0 = 0, y0 = 0, ...turns] = [...d.matchAll(/[MHV ]([\d.]+)/g)].map(([, n]) => Number(n));
  if (/^M[\d.]+ [\d.]+V[\d.]+$/.test(d)) return ({ x }) => x > x0;
  if (/^M[\d.]+ [\d.]+H[\d.]+$/.test(d)) return ({ y }) => y < y0;
  const [first = 0, second = 0, third] = turns;
  // The mark's path goes down first (in the uppermost line) or along the line above first.
  if (/^M[\d.]+ [\d.]+V/.test(d)) return ({ x, y }) => y < first && x > x0;
  const bottom = third === undefined ? Number.POSITIVE_INFINITY : second;
  return ({ x, y }) => y < y0 || (y < bottom && x > first);
}

describe("the end of main's body, after which the program keeps running", () => {
  const textsAt = (strategy: StrategyId, timeMs: number) =>
    textsOf(at({ scenario: "memory-leak", strategy, values: LEAK }, timeMs).scene);
  const LEAK = { producerDelayMs: 1, consumerDelayMs: 100, bodyMs: 2_000, durationS: 10 };

  it("is a line in the flood, from then on, at the number that waited then", () => {
    const lines = (timeMs: number) => {
      const spec = {
        scenario: "memory-leak",
        strategy: "memory-leak-written",
        values: LEAK,
      } as const;
      const { scene } = at(spec, timeMs);
      return scene.still.filter(({ key }) => key === "mark-1-1980").length;
    };
    expect([1_000, 1_900].map(lines)).toEqual([0, 0]);
    expect([3_000, 5_000, 9_000].map(lines)).toEqual([1, 1, 1]);
    expect(textsAt("memory-leak-written", 9_000).join()).toMatch(/1,980 at 2 s, main’s end|⊤ 2 s/);
  });

  it("is not drawn if the program has no such end, or ends with it", () => {
    expect(textsAt("unlimited", 5_000).join()).not.toContain("main’s end");
    expect(textsAt("leak-that-ends", 5_000).join()).not.toContain("main’s end");
  });
});
