/** Drawing the expected depth, by pointer and by keys, and what is shown of it before and after the run. */
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimRunOf } from "../../../src/run/index.ts";
import { scenarioOf } from "../../../src/scenarios/index.ts";
import { askedOf, emptySheet, type Playground, writeLink } from "../../../src/store/index.ts";
// What the page loads on demand is there at once, so that no test waits for it.
import "../../../src/views/panel/lesson/Answers.tsx";
import { answerWords } from "../../../src/views/panel/lesson/answer-words.ts";
import { Question } from "../../../src/views/panel/lesson/Question.tsx";
import { StripsTab } from "../../../src/views/panel/StripsTab.tsx";
import { Stage } from "../../../src/views/stage/Stage.tsx";
import { StageStrips } from "../../../src/views/stage/StageStrips.tsx";
import { shownStrips } from "../../../src/views/stage/shown-strips.ts";
import "../../../src/views/stage/strips/sketch/Sketch.tsx";
import { gapPath, linePath } from "../../../src/views/stage/strips/sketch/sketch-paths.ts";
import { sketchWords } from "../../../src/views/stage/strips/sketch/sketch-words.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import { doing, laneRecording, laneState, openPlayground, part, show } from "../support.tsx";

afterEach(cleanup);

beforeEach(() => {
  HTMLElement.prototype.setPointerCapture = () => undefined;
});

const SHOWS_AT_MS = scenarioOf(catalogue, "fast-producer").showsAtMs ?? 0;
const slider = () =>
  screen.getByRole<HTMLInputElement>("slider", { name: sketchWords.expected.en });
const press = (words: { readonly en: string }) =>
  fireEvent.click(screen.getByRole("button", { name: words.en }));
const drawn = ({ store }: Playground) => askedOf(store.getState()).drawn;
const stage = () => part("[data-stage]").dataset["stage"];

async function open(link = ""): Promise<Playground> {
  const playground = openPlayground(link);
  show(
    playground,
    <>
      <Question />
      <StageStrips ids={["depth", "ladder"]} spanMs={5000} />
    </>,
  );
  await screen.findByRole("list", { name: answerWords.answers.en });
  return playground;
}

async function begin(link = ""): Promise<Playground> {
  const playground = await open(link);
  press(answerWords.draw);
  await screen.findByRole("slider", { name: sketchWords.expected.en });
  return playground;
}

describe("a drawn prediction", () => {
  it("is offered if the selected lane has a queue and the run is the question’s", async () => {
    const offered = () => screen.queryByRole("button", { name: answerWords.draw.en }) !== null;
    for (const { id } of allScenarios) {
      const playground = openPlayground();
      doing(() => playground.actions.openScenario(id));
      show(playground, <Question />);
      await screen.findByRole("list", { name: answerWords.answers.en });
      const { stations } = laneRecording(playground).topology;
      expect([id, offered()]).toEqual([id, stations.some(({ kind }) => kind === "buffer")]);
      cleanup();
    }
    await open("#p=50");
    expect(offered()).toBe(false);
  });

  it("by pointer: a drag draws it, and it takes the place of a guess", async () => {
    const playground = await begin();
    expect(stage()).toBe("predict");
    const sheet = part("[data-sheet]");
    fireEvent.pointerDown(sheet, { clientX: 0, clientY: 80, pointerId: 1, button: 0 });
    fireEvent.pointerMove(sheet, { clientX: 200, clientY: 0, pointerId: 1 });
    fireEvent.pointerUp(sheet, { clientX: 200, clientY: 0, pointerId: 1 });
    fireEvent.pointerMove(sheet, { clientX: 400, clientY: 0, pointerId: 1 });
    const values = drawn(playground)?.values ?? [];
    const count = values.filter((value) => value !== null).length;
    expect(count).toBeGreaterThan(5);
    expect(values.at(-1)).toBeNull();
    expect(values[0]).toBe(0);
    expect(values[count - 1]).toBe(20);
    expect(stage()).toBe("run");
    expect(part("[data-drawn]").getAttribute("d")).toMatch(/^M0\.0,/);
  });

  it("by keys: up and down change the depth; left and right move along and extend the line", async () => {
    const playground = await begin();
    expect(document.activeElement).toBe(slider());
    expect(slider().getAttribute("aria-valuetext")).toBe("nothing drawn at 0.000 s");
    fireEvent.change(slider(), { target: { value: "5" } });
    for (let n = 0; n < 3; n++) fireEvent.keyDown(slider(), { key: "ArrowRight" });
    fireEvent.change(slider(), { target: { value: "7" } });
    expect(drawn(playground)?.values.slice(0, 5)).toEqual([5, 5, 5, 7, null]);
    expect(slider().getAttribute("aria-valuetext")).toBe("7 at 0.406 s");
    fireEvent.keyDown(slider(), { key: "ArrowLeft" });
    expect(slider().value).toBe("5");
    expect(drawn(playground)?.values.slice(0, 5)).toEqual([5, 5, 5, 7, null]);
  });

  it("can be erased, and given up for an answer", async () => {
    const playground = await begin();
    fireEvent.change(slider(), { target: { value: "5" } });
    press(answerWords.clear);
    expect(stage()).toBe("predict");
    expect(drawn(playground)?.values.some((value) => value !== null)).toBe(false);
    press(answerWords.choose);
    expect(drawn(playground)).toBeNull();
    expect(document.querySelector("[data-sketch]")).toBeNull();
  });

  it("stays beside what happened; the gap is shaded once the run has shown the answer, not before", async () => {
    const playground = await begin();
    fireEvent.change(slider(), { target: { value: "20" } });
    for (let n = 0; n < 24; n++) fireEvent.keyDown(slider(), { key: "ArrowRight" });
    doing(() => playground.actions.seek(SHOWS_AT_MS - 1));
    expect(stage()).toBe("run");
    expect(document.querySelector("[data-gap]")).toBeNull();
    doing(() => playground.actions.seek(SHOWS_AT_MS));
    expect(stage()).toBe("observe");
    // A strip is drawn in the frame after a jump.
    await waitFor(() => expect(part("[data-gap]").getAttribute("d")).toMatch(/^M[\d.,L]+Z$/));
    expect(document.querySelector("[data-sheet]")).toBeNull();
    press(answerWords.show);
    expect(document.body.textContent).toContain("At 3.250 s you drew 20; it was 8.");
  });

  it("pauses the run when the answer shows, like a guess", async () => {
    const playground = await begin();
    fireEvent.change(slider(), { target: { value: "5" } });
    press(answerWords.play);
    doing(() => {
      for (let frame = 0; frame < 400; frame++) playground.frame(16);
    });
    expect(playground.position().timeMs).toBe(SHOWS_AT_MS);
  });

  it("is not part of the link, of another scenario, or of another run", async () => {
    const playground = await begin();
    fireEvent.change(slider(), { target: { value: "5" } });
    expect(writeLink(catalogue, playground.store.getState().experiment)).toBe(
      "v=1&s=fast-producer",
    );
    doing(() => playground.actions.setValue(0, "capacity", 3));
    expect(document.querySelector("[data-sketch]")).toBeNull();
    doing(playground.actions.resetSettings);
    expect(document.querySelector("[data-sketch]")).not.toBeNull();
    // After returning to it, the focus is elsewhere.
    expect(document.activeElement).not.toBe(slider());
    doing(() => playground.actions.openScenario("memory-leak"));
    expect(document.querySelector("[data-sketch]")).toBeNull();
  });
});

describe("a drawing of one of several lanes", () => {
  const TWO = "#2.k=unlimited";
  const unlimited = () =>
    screen.getByRole("slider", { name: "Queue depth you expect for 2 Unlimited buffer" });

  async function beginSecond(): Promise<Playground> {
    const playground = await open(TWO);
    doing(() => playground.actions.selectLane(1));
    press(answerWords.draw);
    await waitFor(unlimited);
    return playground;
  }

  it("is about the selected one, and says so", async () => {
    await beginSecond();
    expect(document.body.textContent).toContain("the curve you expect for “Unlimited buffer”");
    expect(part("[data-sheet]").textContent).toContain("Unlimited");
    fireEvent.change(unlimited(), { target: { value: "20" } });
    expect(part("[data-sketch] small").textContent).toBe("expected for 2 Unlimited buffer");
  });

  it("starts again when another lane is selected", async () => {
    const playground = await beginSecond();
    doing(() => playground.actions.selectLane(0));
    fireEvent.click(screen.getByRole("button", { name: /^Draw “/ }));
    expect(drawn(playground)?.whose.lane).toBe(0);
    expect(part("[data-sheet]").textContent).not.toContain("Unlimited");
  });

  it("has the gap shaded against that lane, and says what was there", async () => {
    const playground = await beginSecond();
    fireEvent.change(unlimited(), { target: { value: "20" } });
    for (let n = 0; n < 24; n++) fireEvent.keyDown(unlimited(), { key: "ArrowRight" });
    doing(() => playground.actions.seek(SHOWS_AT_MS));
    await waitFor(() => expect(part("[data-gap]").getAttribute("d")).toMatch(/^M[\d.,L]+Z$/));
    // The unlimited queue has outgrown what was drawn, the bounded one never had more than 8.
    const depth = laneState(playground, 1).waiting;
    expect(depth).toBeGreaterThan(20);
    press(answerWords.show);
    expect(document.body.textContent).toContain(
      `“Unlimited buffer”: at 3.250 s you drew 20; it was ${depth}.`,
    );
  });
});

describe("the strip that is drawn on", () => {
  it("replaces the last strip if it is not chosen, as long as there is a drawing; the choice and the link stay", async () => {
    const playground = openPlayground("#s=batching");
    const page = (
      <>
        <Question />
        <Stage strips={true} />
      </>
    );
    show(playground, page);
    const shown = () => [...document.querySelectorAll("[data-strip]")].map(stripOf);
    await screen.findByRole("list", { name: answerWords.answers.en });
    await waitFor(() => expect(shown()).toEqual(["ladder", "staircase"]));
    press(answerWords.draw);
    await waitFor(() => expect(shown()).toEqual(["depth", "ladder"]));
    expect(writeLink(catalogue, playground.store.getState().experiment)).toBe("v=1&s=batching");
    expect(playground.store.getState().past).toEqual([]);
    press(answerWords.choose);
    await waitFor(() => expect(shown()).toEqual(["ladder", "staircase"]));
  });

  it("is added if only one or none is chosen, and is the only one if there is room for one", () => {
    const three = ["ladder", "staircase", "losses"] as const;
    expect(shownStrips(three, 1, true)).toEqual(["depth", "ladder", "staircase"]);
    expect(shownStrips(["attempts"], 1, true)).toEqual(["depth", "attempts"]);
    expect(shownStrips([], 1, true)).toEqual(["depth"]);
    expect(shownStrips(["attempts"], 4, true)).toEqual(["depth"]);
    expect(shownStrips(["demand", "depth"], 5, true)).toEqual(["depth"]);
    expect(shownStrips(["demand", "depth"], 5, false)).toEqual(["demand"]);
    expect(shownStrips(["losses", "depth"], 1, true)).toEqual(["losses", "depth"]);
  });
});

describe("on a phone", () => {
  it("the tab of the strips has the strip to draw on, the button that discards it, and the way back", async () => {
    const playground = openPlayground("#s=batching");
    const run = laneRecording(playground);
    const sheet = emptySheet(claimRunOf(run), 2_000, { lane: 0, spec: run.spec });
    playground.actions.setAsked({ drawn: sheet });
    playground.actions.setPanel({ tab: "strips" });
    show(playground, <StripsTab />);
    expect(part("[data-strip=depth]")).toBeDefined();
    await screen.findByRole("slider", { name: sketchWords.expected.en });
    press(answerWords.toQuestion);
    expect(playground.store.getState().preferences.panel.tab).toBe("lesson");
    // The question what was seen is asked there.
    doing(() => playground.actions.seek(8_000));
    press(answerWords.toQuestion);
    doing(() => playground.actions.setAsked({ reached: false }));
    press(answerWords.choose);
    expect(drawn(playground)).toBeNull();
    expect(document.querySelector("[data-strip=depth]")).toBeNull();
    expect(screen.queryByRole("button", { name: answerWords.toQuestion.en })).toBeNull();
  });
});

function stripOf(label: Element): string {
  return label.getAttribute("data-strip") ?? "";
}

describe("the paths of a drawing", () => {
  const SCALE = { x: (timeMs: number) => timeMs, y: (depth: number) => 10 - depth };
  const { spec } = laneRecording(openPlayground());
  const DRAWN = { whose: { lane: 0, spec }, untilMs: 40, top: 10, values: [1, 2, null, 4, 5] };

  it("the line has a gap where nothing is drawn", () => {
    expect(linePath(DRAWN, SCALE)).toBe("M0.0,9.0L10.0,8.0M30.0,6.0L40.0,5.0");
  });

  it("the shaded area lies between both lines, and has the same gap", () => {
    const happened = [0, 10, 20, 30, 40, 50].map((timeMs) => ({ timeMs, depth: 0 }));
    expect(gapPath(DRAWN, happened, SCALE)).toBe(
      "M0.0,10.0L10.0,10.0L10.0,8.0L0.0,9.0ZM30.0,10.0L40.0,10.0L40.0,5.0L30.0,6.0Z",
    );
  });
});
