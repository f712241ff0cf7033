import { cleanup, fireEvent } from "@testing-library/react";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { demandAt, ladderOf, readStaircase } from "../../../src/run/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import { Strips } from "../../../src/views/stage/strips/index.ts";
import type { Picked } from "../../../src/views/stage/strips/strip.ts";
import { eventually } from "../../support/eventually.ts";
import { doing, laneRecording, openPlayground, part, show, textOf } from "../support.tsx";

const SPAN_MS = 10_000;
/** The size of a field where nothing is laid out. */
const WIDTH = 760;
const HEIGHT = 160;

afterEach(cleanup);

function shown(playground: Playground, id: "ladder" | "staircase" | "demand") {
  const onPick = vi.fn<(picked: Picked | null) => void>();
  playground.store.subscribe(({ picked }, before) => {
    if (picked === before.picked) return;
    onPick(picked === null ? null : { lane: picked.lane, element: picked.element });
  });
  const { recordings } = playground.store.getState();
  const strips = (
    <Strips
      ids={[id]}
      spanMs={SPAN_MS}
      recordings={recordings}
      laneNames={["one"]}
      thresholds={undefined}
      playing={false}
      speed={1}
      language="en"
      publishedMs={0}
      onSeek={playground.actions.seek}
      position={playground.position}
      onPosition={playground.onPosition}
    />
  );
  show(playground, strips);
  return onPick;
}

async function opened(id: "ladder" | "staircase" | "demand", scenario = "fast-producer") {
  const playground = openPlayground(`?s=${scenario}`);
  doing(() => playground.actions.seek(5_000));
  const onPick = shown(playground, id);
  // The code that draws a strip is loaded with the first of its kind.
  await eventually(() => expect(document.querySelector("[data-plot] svg")).not.toBeNull());
  // So is the code that picks by keys, for strips without a number beside the title.
  if (id === "ladder") {
    await eventually(() => expect(document.querySelector("[data-picker]")).not.toBeNull());
  }
  return { playground, onPick };
}

function press(from: { x: number; y: number }, to = from) {
  const scrub = part("[data-field]");
  scrub.setPointerCapture = () => undefined;
  scrub.hasPointerCapture = () => true;
  const at = ({ x, y }: typeof from) => ({ clientX: x, clientY: y, button: 0, pointerId: 1 });
  fireEvent.pointerDown(scrub, at(from));
  if (to !== from) fireEvent.pointerMove(scrub, at(to));
  fireEvent.pointerUp(scrub, at(to));
}

describe("the ladder picks elements", () => {
  test("a press on an element's line picks it and lights its whole way", async () => {
    const { playground, onPick } = await opened("ladder");
    const recording = laneRecording(playground);
    const window = { fromMs: 0, toMs: SPAN_MS, untilMs: 5_000 };
    const { segments } = ladderOf(recording, window);
    const source = segments.filter(({ station, kind }) => station === 0 && kind === "held");
    const line = source.at(2);
    if (line === undefined) throw new Error("nobody was held");
    const middleMs = (line.fromMs + line.toMs) / 2;
    // The first of three bands: its middle is a sixth of the way down, minus the gaps.
    press({ x: (middleMs / SPAN_MS) * WIDTH, y: HEIGHT / 6 });
    expect(onPick.mock.lastCall).toEqual([{ lane: 0, element: line.element }]);
    await eventually(() => expect(textOf("[data-picker]")).toBe(`Element ${line.element}`));
    expect(playground.position().timeMs).toBe(Math.round(middleMs));
    expect(part("[data-picked]").getAttribute("data-picked")).toBe(String(line.element));
  });

  test("a drag scrubs and picks nothing", async () => {
    const { playground, onPick } = await opened("ladder");
    press({ x: 100, y: 20 }, { x: 190, y: 20 });
    expect(onPick).not.toHaveBeenCalled();
    expect(playground.position().timeMs).toBe(2_500);
  });

  test("keys: up and down go from element to element, Escape unpicks, and none of them reaches the page", async () => {
    const { onPick } = await opened("ladder");
    const heard = vi.fn();
    document.body.addEventListener("keydown", heard);
    const press = (key: string) => fireEvent.keyDown(part("[data-picker]"), { key });
    expect(textOf("[data-picker]")).toBe("each element");
    press("ArrowUp");
    const last = onPick.mock.lastCall?.[0]?.element ?? -1;
    press("ArrowDown");
    expect(onPick.mock.lastCall).toEqual([{ lane: 0, element: last - 1 }]);
    expect(part("[data-picker]").getAttribute("aria-valuenow")).toBe(String(last - 1));
    press("Home");
    expect(onPick.mock.lastCall).toEqual([{ lane: 0, element: 0 }]);
    press("Escape");
    expect(onPick.mock.lastCall).toEqual([null]);
    expect(heard).not.toHaveBeenCalled();
    document.body.removeEventListener("keydown", heard);
  });

  test("a table says the same in words", async () => {
    const { playground } = await opened("ladder");
    const rows = [...document.querySelectorAll("[data-strip-table=ladder] tbody tr")];
    const made = laneRecording(playground).history.made.totalUntil(5_000);
    expect(rows).toHaveLength(12);
    expect(rows.at(-1)?.firstElementChild?.textContent).toBe(String(made - 1));
    expect(rows.at(-1)?.lastElementChild?.textContent).toBe("in progress");
  });
});

describe("the ladder on its canvas", () => {
  test("the page's colours are read once, and again when they change", async () => {
    const nothing = new Proxy({}, { get: () => () => undefined, set: () => true });
    const opening = vi.spyOn(HTMLCanvasElement.prototype, "getContext");
    opening.mockReturnValue(nothing as CanvasRenderingContext2D);
    const reading = vi.spyOn(globalThis, "getComputedStyle");
    onTestFinished(() => {
      opening.mockRestore();
      reading.mockRestore();
      delete document.documentElement.dataset["theme"];
    });
    const { playground } = await opened("ladder");
    const read = () =>
      reading.mock.calls.filter(([element]) => element instanceof HTMLCanvasElement).length;
    const paintings = () => opening.mock.calls.length;
    const painted = async (act: () => void) => {
      const before = paintings();
      doing(act);
      await eventually(() => expect(paintings()).toBeGreaterThan(before));
    };
    for (const timeMs of [6_000, 7_000, 8_000]) {
      await painted(() => playground.actions.seek(timeMs));
    }
    expect(read()).toBe(1);
    await painted(() => {
      document.documentElement.dataset["theme"] = "dark";
    });
    expect(read()).toBe(2);
  });
});

describe("the staircase", () => {
  test("pointing shows both distances of the run", async () => {
    const { playground } = await opened("staircase");
    fireEvent.pointerMove(part("[data-field]"), { clientX: 0.4 * WIDTH, clientY: 50 });
    const { waiting, last } = readStaircase(laneRecording(playground), 4_000);
    expect(waiting).toBeGreaterThan(4);
    expect(part("[data-vertical]").getAttribute("data-vertical")).toBe(String(waiting));
    const waitedMs = (last?.receivedMs ?? 0) - (last?.madeMs ?? 0);
    expect(part("[data-horizontal]").getAttribute("data-horizontal")).toBe(String(waitedMs));
    expect(document.querySelectorAll("[data-sum]")).toHaveLength(3);
  });

  test("if two sums end at the same height, the first one is named above", async () => {
    const { playground } = await opened("staircase", "batching");
    const { made, received } = laneRecording(playground).history.stateAt(5_000);
    expect(made).toBe(received);
    const names = [...part("[data-plot] svg").querySelectorAll("text[text-anchor=start]")];
    const byHeight = names.sort(
      (a, b) => Number(a.getAttribute("y")) - Number(b.getAttribute("y")),
    );
    expect(byHeight.map(({ textContent }) => textContent)).toEqual([
      "produced",
      "received",
      "done",
    ]);
  });

  test("a press picks the element whose wait is shown", async () => {
    const { playground, onPick } = await opened("staircase");
    press({ x: 0.4 * WIDTH, y: 50 });
    const { last } = readStaircase(laneRecording(playground), 4_000);
    expect(onPick.mock.lastCall).toEqual([{ lane: 0, element: last?.element }]);
  });
});

describe("demand", () => {
  test("is drawn in a band for each lane, with its highest value, and given as a table", async () => {
    const { playground } = await opened("demand");
    const band = part("[data-band]");
    expect(band.getAttribute("data-most")).toBe("8");
    expect(band.querySelector("text")?.textContent).toBe("8");
    const rows = [...document.querySelectorAll("[data-strip-table=demand] tbody tr")];
    expect(rows.map((row) => row.lastElementChild?.textContent)).toEqual(rows.map(() => "8"));
    expect(textOf("[data-value=demand0]")).toContain(
      String(demandAt(laneRecording(playground), 5_000)),
    );
  });
});
