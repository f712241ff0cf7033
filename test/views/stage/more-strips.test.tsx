/** The strips that are loaded when they are shown: each draws and says what is in the run. */
import { act, cleanup, fireEvent } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { formatBytes, formatCount, formatPercent } from "../../../src/i18n/index.ts";
import {
  arrivalsOf,
  callsOf,
  figuresAt,
  gateStatesOf,
  heapBytes,
  sharesAt,
} from "../../../src/run/index.ts";
import { STRIP_IDS, type StripId } from "../../../src/scenarios/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import { StripsTab } from "../../../src/views/panel/StripsTab.tsx";
import { Strips } from "../../../src/views/stage/strips/index.ts";
import { eventually } from "../../support/eventually.ts";
import { laneRecording, openPlayground, part, show, textOf } from "../support.tsx";

/** The size of a field where nothing is laid out. */
const WIDTH = 760;
const HEIGHT = 160;

/** Recharts is slow without a browser. */
vi.setConfig({ testTimeout: 30_000 });

afterEach(cleanup);

async function opened(link: string, id: StripId, timeMs: number, spanMs: number) {
  const playground = openPlayground(link);
  act(() => playground.actions.seek(timeMs));
  const { recordings } = playground.store.getState();
  show(
    playground,
    <Strips
      ids={[id]}
      spanMs={spanMs}
      recordings={recordings}
      laneNames={recordings.map((_, lane) => `lane ${lane + 1}`)}
      thresholds={undefined}
      playing={false}
      speed={1}
      language="en"
      publishedMs={0}
      onSeek={playground.actions.seek}
      position={playground.position}
      onPosition={playground.onPosition}
    />,
  );
  await eventually(() => expect(document.querySelector("[data-plot] svg")).not.toBeNull());
  return playground;
}

const value = (key: string) => part(`[data-value="${key}"] b`).textContent;

function tableOf(id: StripId): string[][] {
  const rows = [...part(`[data-strip-table=${id}]`).querySelectorAll("tbody tr")];
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ""));
}

const count = (path: Element | null) => (path?.getAttribute("d") ?? "").split("M").length - 1;

function press(x: number, y: number) {
  const scrub = part("[data-field]");
  scrub.setPointerCapture = () => undefined;
  scrub.hasPointerCapture = () => true;
  const at = { clientX: x, clientY: y, button: 0, pointerId: 1 };
  fireEvent.pointerDown(scrub, at);
  fireEvent.pointerUp(scrub, at);
}

const pickedOf = (playground: Playground) => playground.store.getState().picked?.element;

test.each(STRIP_IDS)(
  "%s is drawn, named and given as a table, for one lane and for five",
  async (id) => {
    for (const link of [
      "?s=retry",
      "?s=pool-size&2.k=bounded&3.k=try-send&4.k=bounded&5.k=unlimited",
    ]) {
      await opened(link, id, 3_000, 5_000);
      expect(document.querySelectorAll(`[data-strip-table=${id}] tbody tr`).length).toBeGreaterThan(
        0,
      );
      const name = part(`[data-plot=${id}]`).getAttribute("aria-label") ?? "";
      expect(name).toContain(`${part(`[data-strip=${id}] strong`).textContent} at 3.000 s`);
      cleanup();
    }
  },
);

describe("waits", () => {
  test("the numbers are those of the figures, and there is a curve for each percentile", async () => {
    const playground = await opened("?s=fast-producer", "waits", 20_000, 20_000);
    const { waits } = figuresAt(laneRecording(playground), 20_000).recent;
    for (const name of ["p50", "p95", "p99"] as const) {
      expect(value(`${name}0`)).toBe(formatCount(waits[name], "en"));
    }
    expect(document.querySelectorAll("path.recharts-area-curve")).toHaveLength(3);
    expect(tableOf("waits").at(-1)?.slice(1)).toEqual(
      [waits.p99, waits.p95, waits.p50].map((ms) => formatCount(ms, "en")),
    );
  });

  test("for several lanes, the highest percentile is beside the title, under each lane's line", async () => {
    await opened("?s=fast-producer&2.k=drop-oldest", "waits", 20_000, 20_000);
    const keys = [...document.querySelectorAll("[data-value]")].map((each) =>
      each.getAttribute("data-value"),
    );
    expect(keys).toEqual(["p990", "p991"]);
    expect(document.querySelectorAll("path.recharts-area-curve")).toHaveLength(6);
  });

  test("before anything was received there is no number", async () => {
    await opened("?s=fast-producer", "waits", 0, 5_000);
    expect(value("p990")).toBe("–");
  });
});

describe("loss rate", () => {
  const LINK = "?s=fast-producer&k=try-send&p=10&c=50&T=10&i=5000_p_100";

  test("the numbers are those of the figures: over the last window, and since the start", async () => {
    const playground = await opened(LINK, "loss-rate", 10_000, 10_000);
    const { recent, soFar } = figuresAt(laneRecording(playground), 10_000);
    expect(recent.lossPercent).toBe(0);
    expect(value("recentLossPercent0")).toBe("0.0 %");
    expect(value("lossSoFarPercent0")).toBe(`${formatPercent(soFar.lossPercent, "en")} %`);
    expect(document.querySelectorAll("path.recharts-area-curve")).toHaveLength(2);
    expect(tableOf("loss-rate").at(-1)?.slice(1)).toEqual([
      "0.0 %",
      `${formatPercent(soFar.lossPercent, "en")} %`,
    ]);
  });

  test("its field ends at 100 %, even if everything is lost", async () => {
    await opened("?s=fast-producer&k=try-send&p=1&c=60000&T=10", "loss-rate", 10_000, 10_000);
    expect(Number.parseFloat(value("recentLossPercent0") ?? "")).toBeGreaterThan(99);
    expect(textOf("[data-top]")).toBe("100 %");
  });
});

describe("memory", () => {
  test("draws the heap of the model under its limit", async () => {
    const playground = await opened("?s=system-overload", "memory", 5_000, 5_000);
    const { history, elementBytes } = laneRecording(playground);
    const bytes = heapBytes(history.stateAt(5_000), elementBytes);
    expect(value("heapMiB0")).toBe(formatBytes(bytes, "en"));
    expect(textOf("[data-capacity]")).toBe("limit 2.0 GiB");
    expect(document.querySelector("[data-collections]")).toBeNull();
  });

  test("a limit far above the heap is only named, and collections are counted", async () => {
    await opened(
      "?s=fast-producer&k=drop-oldest&p=5&kib=1024&heap=200&gc=4000",
      "memory",
      9_000,
      10_000,
    );
    expect(textOf("[data-capacity]")).toContain("limit 200 MiB");
    expect(part("[data-collections]").getAttribute("data-collections")).toMatch(/^[1-9]/);
    expect(textOf("[data-collections]")).toMatch(/stops by GC/);
  });
});

describe("use of time", () => {
  test("there is a band for producers and one for workers; the table's shares sum to 100", async () => {
    const playground = await opened("?s=fast-producer", "shares", 20_000, 20_000);
    const { source, workers } = sharesAt(laneRecording(playground), 20_000);
    expect(value("held0")).toBe(`${formatPercent(100 * source.held, "en")} %`);
    expect(value("busy0")).toBe(`${formatPercent(100 * workers.busy, "en")} %`);
    const bands = [...document.querySelectorAll("[data-shares]")];
    expect(bands.map((band) => band.getAttribute("data-shares"))).toEqual(["source", "workers"]);
    for (const row of tableOf("shares")) {
      const shares = row.slice(1).map(Number.parseFloat);
      const sum = (from: number) => shares.slice(from, from + 3).reduce((a, b) => a + b);
      expect(sum(0)).toBeCloseTo(100, 0);
      expect(sum(3)).toBeCloseTo(100, 0);
    }
  });
});

test("if lanes are low, only the first has the names, but each has its number", async () => {
  await opened("?s=causes", "shares", 4_000, 5_000);
  // One number per lane, and once what they are.
  expect(document.querySelectorAll("[data-strip=shares] [data-value]")).toHaveLength(4);
  const names = [...document.querySelectorAll("[data-strip=shares] small")];
  expect(names.map(({ textContent }) => textContent)).toEqual(["workers busy"]);
  const texts = [...document.querySelectorAll("[data-plot=shares] text")].map(
    ({ textContent }) => textContent,
  );
  expect(texts).toEqual(["producer", "workers", "1", "2", "3", "4"]);
});

test("for a long run it is read in slices, and drawn when everything has been read", async () => {
  const readOn = vi.spyOn(globalThis, "setInterval");
  const drawn = opened("?s=fast-producer&p=1&c=1", "shares", 60_000, 60_000);
  expect(textOf("[data-strip=shares] strong")).toBe("Use of time");
  const playground = await drawn;
  expect(readOn).toHaveBeenCalledWith(expect.any(Function), 0);
  readOn.mockRestore();
  expect(laneRecording(playground).trace.length).toBeGreaterThan(200_000);
  expect(document.querySelectorAll("[data-shares]")).toHaveLength(2);
});

describe("calls", () => {
  test("of a breaker have a bar each, by their outcome", async () => {
    const playground = await opened("?s=circuit-breaker", "attempts", 8_000, 9_000);
    const { over } = callsOf(laneRecording(playground));
    for (const [outcome, bars] of [
      ["answered", 11],
      ["failed", 5],
      ["refused", 4],
    ] as const) {
      expect(over[outcome].countUntil(8_000)).toBe(bars);
      expect(value(`${outcome}0`)).toBe(String(bars));
      expect(count(part(`[data-calls=${outcome}]`))).toBe(bars);
    }
    expect(tableOf("attempts").at(-1)).toEqual(["3.800", "19", "0.000", "rejected"]);
  });

  test("that are in progress at the play head have no outcome yet", async () => {
    await opened("?s=retry", "attempts", 2_010, 5_000);
    expect(count(part("[data-calls=goesOn]"))).toBe(8);
    expect(count(part("[data-calls=failed]"))).toBe(0);
    expect(tableOf("attempts").at(-1)?.at(-1)).toBe("in progress");
  });

  test("a press on a bar picks its element, whose calls are lit", async () => {
    const playground = await opened("?s=circuit-breaker", "attempts", 8_000, 9_000);
    press((2_200 / 9_000) * WIDTH + 1, HEIGHT / 2);
    expect(pickedOf(playground)).toBe(11);
    expect(count(part("[data-plot] path[data-picked]"))).toBe(1);
    press((6_000 / 9_000) * WIDTH, HEIGHT / 2);
    expect(pickedOf(playground)).toBeUndefined();
  });

  test("are drawn in a number bounded by the width, however many there are", async () => {
    const link = "?s=fast-producer&k=unlimited&p=1&c=1";
    const playground = await opened(link, "attempts", 20_000, 20_000);
    expect(callsOf(laneRecording(playground)).length).toBeGreaterThan(9_000);
    const bars = ["answered", "failed", "goesOn"].map((look) =>
      count(part(`[data-calls=${look}]`)),
    );
    expect(bars.reduce((sum, each) => sum + each)).toBeLessThan(WIDTH / 4);
  });
});

describe("what arrived", () => {
  test("conflated: shows 1, 50 and 100, and a press picks one", async () => {
    const playground = await opened("?s=conflated", "arrived", 2_500, 4_000);
    const numbers = [...document.querySelectorAll("[data-arrival]")];
    expect(numbers.map(({ textContent }) => textContent)).toEqual(["1", "50", "100"]);
    expect([value("arrived0"), value("made0")]).toEqual(["3", "100"]);
    expect(tableOf("arrived")).toEqual([
      ["0.000", "1"],
      ["0.500", "50"],
      ["1.000", "100"],
    ]);
    press((495 / 4_000) * WIDTH, HEIGHT / 2);
    expect(pickedOf(playground)).toBe(50);
    act(() => playground.actions.seek(2_500));
    expect(part('[data-lit="true"]').textContent).toBe("50");
  });

  test("sensors have a row each, and their numbers beside the title", async () => {
    const playground = await opened("?s=sensor-data", "arrived", 5_000, 5_000);
    const recording = laneRecording(playground);
    const rows = [...document.querySelectorAll("[data-arrived]")];
    expect(rows).toHaveLength(3);
    const heard = [0, 1, 2].map((kind) => arrivalsOf(recording, kind).countUntil(5_000));
    expect(heard[1]).toBe(0);
    expect(heard.map((_, kind) => value(`arrived0-${kind}`))).toEqual(heard.map(String));
    expect(rows.map((row) => count(row.querySelectorAll("path").item(2)))).toEqual(heard);
  });
});

describe("the state of a gate", () => {
  test.each([
    ["?s=circuit-breaker&k=sliding-breaker&ow=400", 9_000],
    ["?s=degradation", 12_000],
  ])("of %s is a step for each of its states", async (link, timeMs) => {
    const playground = await opened(link, "breaker", timeMs, 20_000);
    const states = gateStatesOf(laneRecording(playground), timeMs);
    const steps = (states?.steps ?? []).map(({ value }) => String(value));
    expect(steps.length).toBeGreaterThan(1);
    const drawn = [...document.querySelectorAll("[data-state]")];
    expect(drawn.map((step) => step.getAttribute("data-state"))).toEqual(steps);
    expect(tableOf("breaker")).toHaveLength(Math.min(12, steps.length));
  });

  test("says so if there is none", async () => {
    await opened("?s=fast-producer&2.k=bounded", "breaker", 2_000, 5_000);
    expect(textOf("[data-value=state0]")).toBe("–");
    expect(document.querySelectorAll("[data-gate=none] text")).toHaveLength(2);
    cleanup();
    await opened("?s=fast-producer", "breaker", 2_000, 5_000);
    expect(textOf("[data-value=state0]")).toBe("no breaker");
  });
});

test("on a phone, the strips are chosen where they are shown", () => {
  const playground = openPlayground("?s=fast-producer");
  show(playground, <StripsTab />);
  const boxes = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  expect(boxes).toHaveLength(STRIP_IDS.length);
  fireEvent.click(boxes[STRIP_IDS.indexOf("waits")] as HTMLInputElement);
  expect(playground.store.getState().experiment.strips).toEqual(["depth", "ladder", "waits"]);
  expect(boxes.filter(({ disabled }) => disabled)).toHaveLength(STRIP_IDS.length - 3);
});
