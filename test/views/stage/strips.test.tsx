import { act, cleanup, fireEvent, render, within } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { formatCount, formatRate, formatSeconds, type Language } from "../../../src/i18n/index.ts";
import type { Values } from "../../../src/params/index.ts";
import {
  alertsOf,
  type Recording,
  ratesAt,
  seriesOf,
  thresholdsOf,
} from "../../../src/run/index.ts";
import { createPlayground, type Playground, readLink } from "../../../src/store/index.ts";
import {
  PlaygroundContext,
  usePlayground,
  usePlaygroundState,
} from "../../../src/views/playground-context.ts";
import { levelsOf } from "../../../src/views/stage/strips/curves/drawn-levels.ts";
import { Strips } from "../../../src/views/stage/strips/index.ts";
import { heldBy, niceSpan } from "../../../src/views/stage/time-scale.ts";
import { useTimeSpan } from "../../../src/views/stage/use-time-span.ts";
import { catalogue } from "../../support/everything.ts";

/** The strips of curves. */
const CURVES = ["depth", "throughput", "losses"] as const;

/** The size of a field before it is measured, and where nothing can be measured. */
const FIELD_WIDTH = 760;

function open(link = ""): Playground {
  return createPlayground({ language: "en", theme: "light" }, readLink(catalogue, link));
}

interface Props {
  readonly thresholds?: Values;
  readonly language?: Language;
  onSeek?(timeMs: number): void;
}

/** The time axis of a run that has not got beyond 5 s. */
const AXIS_MS = niceSpan(5_000, 60_000);

/** All strips, as the stage shows them. */
function All({ thresholds, language = "en", onSeek }: Props): JSX.Element {
  const playground = usePlayground();
  const recordings = usePlaygroundState((state) => state.recordings);
  const playing = usePlaygroundState((state) => state.playing);
  const speed = usePlaygroundState((state) => state.speed);
  const publishedMs = usePlaygroundState((state) => state.position.timeMs);
  const { spanMs } = useTimeSpan();
  return (
    <Strips
      ids={CURVES}
      spanMs={spanMs}
      recordings={recordings}
      laneNames={recordings.map(({ spec }) => spec.strategy)}
      playing={playing}
      speed={speed}
      thresholds={thresholds}
      language={language}
      publishedMs={publishedMs}
      onSeek={onSeek ?? playground.actions.seek}
      position={playground.position}
      onPosition={playground.onPosition}
    />
  );
}

function show(playground: Playground, props: Props = {}) {
  return render(
    <PlaygroundContext value={playground}>
      <All {...props} />
    </PlaygroundContext>,
  );
}

/** A part of a strip. */
function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

function tableRows(strip: string): string[][] {
  const rows = [...part(`[data-strip-table=${strip}]`).querySelectorAll("tbody tr")];
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ""));
}

/** What each strip draws: its curves, and where its field ends. */
function drawings(): string[] {
  return [...document.querySelectorAll("[data-plot]")].map((plot) =>
    [...plot.querySelectorAll("path.recharts-area-curve, [data-top]")]
      .map((part) => part.getAttribute("d") ?? part.textContent)
      .join(),
  );
}

function pointAt(share: number, event: "pointerDown" | "pointerMove") {
  const init = { clientX: share * FIELD_WIDTH, button: 0, pointerId: 1 };
  fireEvent[event](part("[data-field]"), init);
}

/** The numbers beside the title of a strip. */
const valuesOf = (strip: string) =>
  [...part(`[data-strip=${strip}]`).querySelectorAll("[data-value] b")].map(
    ({ textContent }) => textContent,
  );

/** Recharts is slow without a browser. */
vi.setConfig({ testTimeout: 30_000 });

/** The requested frames, by number; only `frames` lets one come. */
const asked = new Map<number, FrameRequestCallback>();

beforeEach(() => {
  let last = 0;
  vi.stubGlobal("requestAnimationFrame", (onFrame: FrameRequestCallback) => {
    asked.set(++last, onFrame);
    return last;
  });
  vi.stubGlobal("cancelAnimationFrame", (request: number) => asked.delete(request));
});

afterEach(() => {
  cleanup();
  asked.clear();
  vi.unstubAllGlobals();
});

/** Lets a frame come: calls all requested callbacks. Returns whether there were any. */
function frame(): boolean {
  const due = [...asked.values()];
  asked.clear();
  act(() => {
    for (const onFrame of due) onFrame(0);
  });
  return due.length > 0;
}

/** Lets frames come until none is requested. */
function frames(): void {
  while (frame()) {}
}

/** Moves the play head, and waits until every strip is drawn there. */
function seek(playground: Playground, timeMs: number): void {
  act(() => playground.actions.seek(timeMs));
  frames();
}

describe("numbers", () => {
  it("the tables contain a dozen points of the series that is drawn, including the last one", () => {
    const playground = open("#s=fast-producer&k=drop-oldest");
    show(playground);
    seek(playground, 42_000);
    const [recording] = playground.store.getState().recordings;
    if (recording === undefined) throw new Error("no recording");
    const series = seriesOf(recording.history, {
      toMs: niceSpan(60_000, 60_000),
      untilMs: 42_000,
      points: 240,
    });
    const throughput = tableRows("throughput");
    expect(throughput.length).toBeGreaterThan(8);
    expect(throughput.length).toBeLessThanOrEqual(12);
    for (const [time, produced, done] of throughput) {
      const point = series.find(({ timeMs }) => formatSeconds(timeMs, "en") === time);
      expect(point).toBeDefined();
      expect(produced).toBe(`${formatRate(point?.madePerSec ?? -1, "en")}/s`);
      expect(done).toBe(`${formatRate(point?.donePerSec ?? -1, "en")}/s`);
    }
    const last = series.at(-1);
    expect(tableRows("depth").at(-1)).toEqual([
      formatSeconds(last?.timeMs ?? -1, "en"),
      formatCount(last?.depth ?? -1, "en"),
    ]);
    expect(tableRows("losses").at(-1)).toEqual([
      formatSeconds(last?.timeMs ?? -1, "en"),
      `${formatRate(last?.lostPerSec ?? -1, "en")}/s`,
      formatCount(last?.lost ?? -1, "en"),
    ]);
  });

  it("the name of each picture gives its values at the play head", () => {
    const playground = open("#s=fast-producer");
    show(playground);
    seek(playground, 30_000);
    expect(part("[data-plot=depth]").getAttribute("aria-label")).toBe(
      "Queue depth at 30.000 s: in the buffer 8",
    );
    const losses = part("[data-plot=losses]").getAttribute("aria-label");
    expect(losses).toBe("Losses at 30.000 s: lost 0.0/s, lost in total 0");
  });

  it("the values beside a title are those at the play head, to the event, lane by lane", () => {
    const playground = open("#s=fast-producer&k=conflated&2.k=bounded");
    show(playground);
    seek(playground, 20_000);
    const { recordings } = playground.store.getState();
    expect(valuesOf("losses")).toEqual(
      recordings.flatMap(({ history }) => [
        `${formatRate(ratesAt(history, 20_000).lostPerSec, "en")}/s`,
        formatCount(history.stateAt(20_000).lost, "en"),
      ]),
    );
    expect(valuesOf("depth")).toEqual(["1", "8"]);
  });

  it("nothing later than the play head is shown", () => {
    const playground = open("#s=fast-producer");
    show(playground);
    seek(playground, 50_000);
    seek(playground, 3_000);
    expect(tableRows("throughput").at(-1)?.[0]).toBe("3.000");
  });

  it("a jump draws one strip per frame, and requests no frame when all are drawn", () => {
    const playground = open("#s=fast-producer&k=drop-oldest");
    show(playground);
    frames();
    act(() => playground.actions.seek(20_000));
    const drawn = () => CURVES.filter((strip) => tableRows(strip).at(-1)?.[0] === "20.000").length;
    const counts = [drawn()];
    while (frame()) counts.push(drawn());
    expect([...new Set(counts)]).toEqual([0, 1, 2, 3]);
  });
});

describe("axes", () => {
  it("before play there are fields with their upper ends but no curves", () => {
    show(open());
    expect(document.querySelectorAll("[data-top]")).toHaveLength(CURVES.length);
    expect(document.querySelectorAll("path.recharts-area-curve")).toHaveLength(0);
    expect(tableRows("depth")).toEqual([]);
  });

  it("a single point is visible", () => {
    const playground = open("#k=unlimited");
    show(playground);
    seek(playground, 40);
    expect(part("[data-plot=depth]").querySelectorAll("circle.recharts-area-dot")).toHaveLength(1);
  });

  it("a run that is over in its first instant shows how much waits then", async () => {
    show(open("#k=unlimited&p=0&c=60000"));
    const dot = "[data-plot=depth] circle.recharts-area-dot";
    // Its million rows are read one slice at a time.
    await vi.waitFor(() => expect(document.querySelector(dot)).not.toBeNull(), 10_000);
    const top = Number(part("[data-plot=depth] [data-top]").getAttribute("data-top"));
    expect(top).toBeGreaterThan(262_144);
    expect(tableRows("depth")).toEqual([["0.000", "262,144"]]);
  });

  it.each([
    ["#s=fast-producer", ["capacity 8"]],
    ["#s=fast-producer&k=unlimited", []],
    ["#s=fast-producer&k=rendezvous", []],
    [
      "#s=fast-producer&cap=8&2.k=drop-latest&2.cap=40&3.k=unlimited",
      ["capacity 8", "capacity 40"],
    ],
    ["#s=fast-producer&cap=5000", ["capacity 5,000 ↑"]],
  ])("the depth strip of %s names its capacities: %j", (link, names) => {
    show(open(link));
    const shown = [...document.querySelectorAll("text[data-capacity], [data-capacity] text")];
    expect(shown.map(({ textContent }) => textContent)).toEqual(names);
  });

  it("the field grows in steps with the play head and never beyond the run", () => {
    const playground = open("#s=bounded-buffer");
    show(playground);
    act(() => pointAt(1, "pointerDown"));
    expect(playground.position().timeMs).toBe(5_000);
    seek(playground, 5_001);
    act(() => pointAt(0.5, "pointerDown"));
    expect(playground.position().timeMs).toBe(6_000);
    act(() => pointAt(1, "pointerDown"));
    expect(playground.position().timeMs).toBe(10_000);
  });

  it("the axis has room for names after the last moment of a run, where a pointer can't seek", () => {
    for (const durationMs of [3_000, 5_000, 16_000, 60_000, 700_000]) {
      for (const share of [0, 0.3, 0.5, 0.83, 1]) {
        const timeMs = durationMs * share;
        const spanMs = niceSpan(timeMs, durationMs);
        expect(spanMs - timeMs).toBeGreaterThanOrEqual(spanMs / 6 - 1e-6);
        expect(heldBy(spanMs)).toBeGreaterThanOrEqual(timeMs);
        expect(heldBy(spanMs)).toBeLessThanOrEqual(durationMs);
      }
    }
  });

  it("a new run from its start begins with a short axis again", () => {
    const playground = open("#s=bounded-buffer");
    show(playground);
    seek(playground, 9_000);
    act(() => playground.actions.openScenario("fast-producer"));
    act(() => pointAt(1, "pointerDown"));
    expect(playground.position().timeMs).toBe(5_000);
  });
});

it("rates of the first second are drawn whole, unless they would flatten the rest", () => {
  const topOf = (link: string) => {
    const playground = open(link);
    seek(playground, 3_000);
    const view = show(playground);
    const highest = part("[data-plot=throughput] svg").textContent ?? "";
    view.unmount();
    return highest;
  };
  // 51 elements in half a second are 102 a second; the first full second has fewer.
  expect(topOf("#s=rate-limiting")).toContain("150");
});

describe("alerts", () => {
  const marks = (strip: string) => [
    ...part(`[data-plot=${strip}]`).querySelectorAll("[data-alert]"),
  ];
  const line = (selector: string) => part(`[data-plot=depth] ${selector} path`).getAttribute("d");

  it("have their threshold as a line on the depth strip, unless it is off", () => {
    const playground = open();
    seek(playground, 5_000);
    const view = show(playground, { thresholds: {} });
    expect(part("[data-threshold]").textContent).toBe("▲ Buffer > 80 %");
    // The axis ends at 10: 6.4 lies 36 % below its top.
    expect(line("[data-threshold]")).toMatch(/^M0\.0 \d+\.\dH760\.0$/);
    view.unmount();
    show(playground, { thresholds: { depthPercent: 0 } });
    expect(document.querySelectorAll("[data-threshold]")).toHaveLength(0);
  });

  it("of an unbounded buffer have a line as soon as its depth comes near", () => {
    const playground = open("#k=unlimited");
    show(playground, { thresholds: { depthElements: 30 } });
    seek(playground, 1_000);
    expect(document.querySelectorAll("[data-threshold]")).toHaveLength(0);
    seek(playground, 10_000);
    expect(part("[data-threshold=elements]").textContent).toBe("▲ Buffer > 30");
  });

  it("of lanes whose lines are close have one name, and no name overlaps another", () => {
    const playground = open("#k=unlimited&2.k=bounded");
    show(playground, { thresholds: {} });
    const names = () => document.querySelectorAll("[data-threshold] text").length;
    seek(playground, 17_000);
    expect(document.querySelectorAll("[data-threshold]")).toHaveLength(2);
    expect(names()).toBe(2);
    seek(playground, 60_000);
    expect(document.querySelectorAll("[data-threshold]")).toHaveLength(2);
    expect(names()).toBe(1);
  });

  it("are marked where they begin, on their own strip", () => {
    const playground = open("#k=drop-oldest");
    show(playground, { thresholds: {} });
    seek(playground, 5_000);
    const [recording] = playground.store.getState().recordings;
    if (recording === undefined) throw new Error("no recording");
    const [depth, loss] = alertsOf(recording, thresholdsOf({}), 5_000);
    expect(marks("throughput")).toHaveLength(0);
    expect(marks("depth").map(({ textContent }) => textContent)).toEqual([
      `${formatSeconds(depth?.fromMs ?? -1, "en")} s: Buffer > 80 %`,
    ]);
    expect(marks("losses").map(({ textContent }) => textContent)).toEqual([
      `${formatSeconds(loss?.fromMs ?? -1, "en")} s: Loss > 1 %`,
    ]);
    const x = Number(marks("losses")[0]?.querySelector("line")?.getAttribute("x1"));
    expect(x).toBe(Math.round(((loss?.fromMs ?? -1) / AXIS_MS) * FIELD_WIDTH));
    seek(playground, (depth?.fromMs ?? 0) - 1);
    expect(marks("depth")).toHaveLength(0);
  });

  it("do not exist on a page without thresholds", () => {
    const playground = open("#k=drop-oldest");
    show(playground);
    seek(playground, 5_000);
    expect(document.querySelectorAll("[data-alert], [data-threshold]")).toHaveLength(0);
  });
});

describe("a capacity that changes during the run", () => {
  /** A recording whose buffer has 8 places, 16 from 1 s on, and 4 from 3 s on. */
  function resized(): Recording {
    const [recording] = open("#T=10&t=10000").store.getState().recordings;
    if (recording === undefined) throw new Error("no recording");
    const capacityAt = (bucket: number) => {
      const endMs = Math.round((bucket + 1) * recording.history.bucketMs);
      return endMs <= 1_000 ? 8 : endMs <= 3_000 ? 16 : 4;
    };
    vi.spyOn(recording.history, "capacityAt").mockImplementation(capacityAt);
    return recording;
  }

  it("is a line of steps up to the play head, and the threshold with it", () => {
    const levels = (timeMs: number) =>
      levelsOf([resized()], { timeMs, points: 240, playing: false }, thresholdsOf({}));
    const { capacities, thresholds } = levels(5_000);
    const steps = capacities[0]?.map(({ fromMs, height }) => [Math.round(fromMs), height]);
    expect(steps).toEqual([
      [0, 8],
      [1_000, 16],
      [3_000, 4],
    ]);
    expect(thresholds[0]?.level.map(({ height }) => height)).toEqual([6.4, 12.8, 3.2]);
    expect(levels(2_000).capacities[0]).toHaveLength(2);
    expect(levels(500).capacities[0]).toEqual([{ fromMs: 0, height: 8 }]);
  });
});

describe("words", () => {
  it.each([
    ["en", ["Queue depth", "Throughput", "Losses"], "capacity 8"],
    ["ko", ["대기열 깊이", "처리량", "손실"], "용량 8"],
  ] as const)("%s", (language: Language, titles, capacity) => {
    show(open(), { language });
    const captions = [...document.querySelectorAll("[data-strip] strong")];
    expect(captions.map(({ textContent }) => textContent)).toEqual(titles);
    expect(within(part("[data-plot=depth]")).getByText(capacity)).toBeDefined();
  });

  it("lanes are named in what is read aloud, and in every table", () => {
    const playground = open("#k=bounded&2.k=conflated");
    show(playground);
    expect(part("[data-plot=depth]").getAttribute("aria-label")).toContain("conflated: in the");
    expect(within(part("[data-strip-table=depth]")).getByText(/conflated, in the/)).toBeDefined();
  });
});

describe("play head and pointer", () => {
  it("a press seeks to the time under it, and a drag keeps seeking", () => {
    const playground = open();
    show(playground);
    pointAt(2_000 / AXIS_MS, "pointerDown");
    expect(playground.position().timeMs).toBe(2_000);
    pointAt(4_000 / AXIS_MS, "pointerMove");
    expect(playground.position().timeMs).toBe(4_000);
    pointAt(7, "pointerMove");
    expect(playground.position().timeMs).toBe(5_000);
    pointAt(-1, "pointerMove");
    expect(playground.position().timeMs).toBe(0);
  });

  it("a pointer that only moves does not seek", () => {
    const onSeek = vi.fn();
    show(open(), { onSeek });
    pointAt(0.5, "pointerMove");
    expect(onSeek).not.toHaveBeenCalled();
  });

  it("the play head is at the position in all strips, without drawing them", () => {
    const playground = open();
    show(playground);
    seek(playground, 3_000);
    expect(part("[data-play-head]").style.transform).toBe(
      `translateX(${((3_000 / AXIS_MS) * FIELD_WIDTH).toFixed(2)}px)`,
    );
  });

  it("pointing at a time shows the values at that time, or the current ones if it has not come yet", () => {
    const playground = open("#k=drop-oldest");
    show(playground);
    seek(playground, 4_000);
    const [recording] = playground.store.getState().recordings;
    if (recording === undefined) throw new Error("no recording");
    const lostAt = (timeMs: number) => formatCount(recording.history.stateAt(timeMs).lost, "en");
    pointAt(2_500 / AXIS_MS, "pointerMove");
    expect(valuesOf("losses")[1]).toBe(lostAt(2_500));
    pointAt(0.9, "pointerMove");
    expect(valuesOf("losses")[1]).toBe(lostAt(4_000));
    fireEvent.pointerOut(part("[data-field]"));
    expect(valuesOf("losses")[1]).toBe(lostAt(4_000));
  });
});

describe("while playing", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A frame of the page. */
  const frame = (playground: Playground, wallMs: number) =>
    act(() => {
      playground.frame(wallMs);
      vi.advanceTimersByTime(wallMs);
    });

  it("curves are drawn only when the numbers are written, each every fourth time", () => {
    const playground = open("#k=drop-oldest");
    show(playground);
    act(() => playground.actions.play());
    const drawn = [0, 0, 0];
    let writings = 0;
    let before = drawings();
    let published = playground.store.getState().position;
    for (let at = 0; at < 2000; at += 20) {
      frame(playground, 20);
      const { position } = playground.store.getState();
      const now = drawings();
      const changed = [0, 1, 2].filter((chart) => now[chart] !== before[chart]);
      if (position === published) expect(changed).toEqual([]);
      else writings += 1;
      expect(changed.length).toBeLessThanOrEqual(1);
      for (const chart of changed) drawn[chart] = (drawn[chart] ?? 0) + 1;
      before = now;
      published = position;
    }
    // A rate is unknown in its first moments.
    for (const count of drawn) {
      expect(count).toBeGreaterThanOrEqual(writings / 4 - 2);
      expect(count).toBeLessThanOrEqual(writings / 4 + 1);
    }
  });

  it("each time the numbers are written, every curve ends there, at the number beside it", () => {
    const playground = open("#k=drop-oldest");
    show(playground);
    act(() => playground.actions.seek(3_000));
    act(() => playground.actions.play());
    const tails = { depth: 0, losses: 0 };
    for (let at = 0; at < 1800; at += 20) {
      frame(playground, 20);
      const { timeMs } = playground.store.getState().position;
      const x = ((timeMs / AXIS_MS) * FIELD_WIDTH).toFixed(1);
      for (const chart of ["depth", "losses"] as const) {
        const plot = part(`[data-plot=${chart}]`);
        const drawn = plot.querySelector("[data-tail] path:last-child")?.getAttribute("d");
        if (drawn === undefined || drawn === null) continue;
        tails[chart]++;
        const top = Number(plot.querySelector("[data-top]")?.getAttribute("data-top"));
        const height = Number(plot.querySelector("svg")?.getAttribute("height"));
        const number = Number.parseFloat(valuesOf(chart)[0] ?? "");
        const [endX, endY] = (drawn.split("L").at(-1) ?? "").split(" ");
        expect(endX).toBe(x);
        // The number is rounded to a tenth.
        expect(Math.abs(Number(endY) - height * (1 - number / top))).toBeLessThan(0.5);
      }
    }
    // Three times out of four, in all frames; the fourth time draws the curve itself.
    for (const count of Object.values(tails)) expect(count).toBeGreaterThan(50);
    act(() => playground.actions.pause());
    act(() => vi.advanceTimersByTime(100));
    expect(document.querySelector("[data-tail]")).toBeNull();
  });

  it("a step back while it plays removes the tails beyond it", () => {
    const playground = open("#k=drop-oldest");
    show(playground);
    act(() => playground.actions.seek(3_000));
    act(() => playground.actions.play());
    while (document.querySelector("[data-tail]") === null) frame(playground, 20);
    act(() => playground.actions.seek(1_000));
    expect(document.querySelector("[data-tail]")).toBeNull();
  });

  it("a jump ahead while it plays is drawn as curves, not bridged by a tail", () => {
    const playground = open("#k=drop-oldest");
    show(playground);
    act(() => playground.actions.seek(1_000));
    act(() => playground.actions.play());
    while (document.querySelector("[data-tail]") === null) frame(playground, 20);
    act(() => playground.actions.seek(4_000));
    expect(document.querySelector("[data-tail]")).toBeNull();
  });

  it("the play head moves with every frame; the tables stay", () => {
    const playground = open();
    show(playground);
    const table = part("[data-strip-table=throughput]").innerHTML;
    act(() => playground.actions.play());
    const head = part("[data-play-head]");
    const seen = new Set<string>();
    for (let count = 0; count < 20; count++) {
      frame(playground, 16);
      seen.add(head.style.transform);
    }
    expect(seen.size).toBe(20);
    expect(part("[data-strip-table=throughput]").innerHTML).toBe(table);
    act(() => playground.actions.pause());
    act(() => vi.advanceTimersByTime(100));
    expect(part("[data-strip-table=throughput]").innerHTML).not.toBe(table);
  });

  it("a pause and a step back draw everything at once", () => {
    const playground = open("#k=drop-oldest");
    show(playground);
    act(() => playground.actions.play());
    for (let count = 0; count < 75; count++) frame(playground, 20);
    act(() => playground.actions.seek(1_000));
    const label = (chart: string) => part(`[data-plot=${chart}]`).getAttribute("aria-label");
    for (const chart of ["throughput", "depth", "losses"])
      expect(label(chart)).toContain("1.000 s");
    frame(playground, 20);
    act(() => playground.actions.pause());
    for (const chart of ["throughput", "depth", "losses"])
      expect(label(chart)).toContain("1.020 s");
  });

  it("no series has more than 120 points, or 240 when it is paused", () => {
    const playground = open("#T=60");
    show(playground);
    const most = () =>
      Math.max(
        ...[...document.querySelectorAll("path.recharts-area-curve")].map(
          (path) => path.getAttribute("d")?.split(/[ML]/).length ?? 0,
        ),
      );
    act(() => playground.actions.seek(20_000));
    expect(most()).toBeLessThanOrEqual(241);
    act(() => playground.actions.seek(19_000));
    act(() => playground.actions.play());
    for (let count = 0; count < 15; count++) frame(playground, 20);
    expect(most()).toBeLessThanOrEqual(121);
    expect(most()).toBeGreaterThan(60);
  });
});
