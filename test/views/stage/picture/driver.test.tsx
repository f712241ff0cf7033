import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Playground } from "../../../../src/store/index.ts";
import {
  type FrameClock,
  PictureDriver,
  type View,
} from "../../../../src/views/stage/picture/driver.ts";
import { laneRecording, openPlayground } from "../../support.tsx";

/** Animation frames that come when the test says so. */
class Frames implements FrameClock {
  ms = 0;
  waiting = new Map<number, (wallMs: number) => void>();
  private requests = 0;

  now(): number {
    return this.ms;
  }

  request(onFrame: (wallMs: number) => void): number {
    this.waiting.set(++this.requests, onFrame);
    return this.requests;
  }

  cancel(request: number): void {
    this.waiting.delete(request);
  }

  /** Lets time pass, with a frame at the end. */
  pass(ms: number): void {
    this.ms += ms;
    const due = [...this.waiting.values()];
    this.waiting.clear();
    for (const onFrame of due) onFrame(this.ms);
  }
}

let drivers: PictureDriver[] = [];

beforeEach(() => {
  drivers = [];
});
afterEach(() => {
  for (const driver of drivers) driver.stop();
  document.body.replaceChildren();
});

function open(link: string, more: Partial<View> = {}) {
  const playground: Playground = openPlayground(link);
  const frame = document.createElement("div");
  const [under, over] = [document.createElement("canvas"), document.createElement("canvas")];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  frame.append(under, svg, over);
  document.body.append(frame);
  const frames = new Frames();
  const driver = new PictureDriver(playground, { frame, under, svg, over }, frames);
  drivers.push(driver);
  const view: View = {
    recording: laneRecording(playground),
    ...{
      lane: 0,
      width: 900,
      height: 320,
      leastText: 12,
      language: "en",
      discrete: false,
      picked: -1,
    },
    producerDelayMs: () => 100,
    ...more,
  };
  driver.watch(view);
  const elements = () =>
    [...svg.querySelectorAll<SVGElement>("[data-element]")].map((node) =>
      Number(node.getAttribute("data-element")),
    );
  const texts = () => [...svg.querySelectorAll("text")].map(({ textContent }) => textContent);
  return { playground, driver, frames, svg, elements, texts, view };
}

describe("a picture at rest", () => {
  it("schedules no frames", () => {
    const { frames, playground } = open("v=1&t=5050");
    expect(frames.waiting.size).toBe(0);
    playground.actions.seek(8000);
    expect(frames.waiting.size).toBe(0);
  });

  it("has a node with its number for every element, and texts that can be read", () => {
    const { elements, texts, playground, view } = open("v=1&t=5050");
    const { timeMs } = playground.position();
    const buffer = view.recording.history.stateAt(timeMs).stations[1];
    expect(elements()).toEqual(expect.arrayContaining(buffer?.contents.toArray() ?? []));
    expect(buffer?.contents.length).toBe(8);
    expect(texts()).toContain("8 of 8, full");
  });
});

describe("a long run that is shown late", () => {
  it("is read in parts, one per frame, and drawn once all of it has been read", () => {
    const link = "v=1&k=conflated&p=1&c=1&T=60&t=58000";
    const { elements, frames, view } = open(link);
    const { trace } = view.recording;
    expect(trace.length).toBeGreaterThan(250_000);
    let reading = 0;
    for (; frames.waiting.size > 0; reading++) {
      expect(elements()).toEqual([]);
      frames.pass(16);
    }
    // Some tens of thousands of rows per frame.
    expect(reading).toBeGreaterThan(3);
    expect(elements().length).toBeGreaterThan(0);
  });
});

describe("while it plays", () => {
  it("elements move on the canvas, and nodes hold only what is at rest", () => {
    const { playground, elements, svg, frames } = open("v=1&t=5050");
    playground.actions.play();
    for (let i = 0; i < 10; i++) {
      frames.ms += 16;
      playground.frame(16);
    }
    expect(elements()).toEqual([]);
    expect(svg.querySelectorAll("text").length).toBeGreaterThan(4);
    expect(frames.waiting.size).toBe(0);
  });

  it("words are written in the same frame as the numbers of the page", () => {
    const { playground, texts, frames, view } = open("v=1&t=0");
    playground.actions.play();
    const { store } = playground;
    let written = 0;
    for (let i = 0; i < 120; i++) {
      const { position: before } = store.getState();
      frames.ms += 16;
      playground.frame(16);
      const { position } = store.getState();
      if (position === before) continue;
      const buffer = view.recording.history.stateAt(position.timeMs).stations[1];
      const said = texts().filter((text) => / of 8/.test(text ?? ""));
      expect(said).toEqual([expect.stringMatching(`^${buffer?.contents.length} of 8`)]);
      written++;
    }
    expect(written).toBe(10);
  });

  it("between two updates of the numbers, nodes follow what has changed at most every 90 ms", () => {
    const { playground, texts, svg, frames } = open("v=1&t=0");
    playground.actions.play();
    let held = false;
    let before = svg.innerHTML;
    let changedMs = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < 120; i++) {
      const { position } = playground.store.getState();
      frames.ms += 16;
      playground.frame(16);
      held ||= texts().includes("held");
      if (svg.innerHTML === before) continue;
      before = svg.innerHTML;
      const isWritten = playground.store.getState().position !== position;
      if (!isWritten) expect(frames.ms - changedMs).toBeGreaterThanOrEqual(90);
      changedMs = frames.ms;
    }
    expect(held).toBe(true);
  });
});

describe("coming to rest", () => {
  it("after a pause takes a moment of frames, and then none", () => {
    const { playground, frames, elements } = open("v=1&t=5050");
    playground.actions.play();
    playground.frame(500);
    playground.actions.pause();
    expect(frames.waiting.size).toBe(1);
    frames.pass(100);
    expect(frames.waiting.size).toBe(1);
    expect(elements()).toEqual([]);
    frames.pass(400);
    expect(frames.waiting.size).toBe(0);
    expect(elements().length).toBeGreaterThan(8);
  });

  it("a step shows its movement; a jump does not", () => {
    const { playground, frames } = open("v=1&t=300");
    playground.actions.stepForward();
    expect(frames.waiting.size).toBe(1);
    playground.actions.seek(9000);
    expect(frames.waiting.size).toBe(0);
  });

  it("is immediate if the reader prefers reduced motion", () => {
    const { playground, frames } = open("v=1&t=300", { discrete: true });
    playground.actions.stepForward();
    expect(frames.waiting.size).toBe(0);
  });

  it("ends with the picture", () => {
    const { playground, frames, driver } = open("v=1&t=300");
    playground.actions.stepForward();
    driver.stop();
    expect(frames.waiting.size).toBe(0);
    playground.actions.stepForward();
    expect(frames.waiting.size).toBe(0);
  });
});

describe("another run, or another language", () => {
  it("is drawn from its own recording", () => {
    const { playground, driver, view, texts } = open("v=1&t=5000");
    playground.actions.setStrategy(0, "drop-oldest");
    driver.watch({ ...view, recording: laneRecording(playground) });
    expect(texts().some((text) => text?.startsWith("dropped "))).toBe(true);
    driver.watch({ ...view, recording: laneRecording(playground), language: "ko" });
    expect(texts()).toContain("생산자");
  });
});

describe("an element", () => {
  it("can be found where it is drawn, at rest and while playing, and is lit when it is picked", () => {
    const { driver, svg, view, playground } = open("v=1&t=5050");
    const nodes = () => [...svg.querySelectorAll("[data-element]")];
    for (const node of nodes()) {
      const [, x, y] =
        /translate\(([\d.-]+) ([\d.-]+)\)/.exec(
          node.querySelector("path")?.getAttribute("transform") ?? "",
        ) ?? [];
      const found = driver.elementAt(Number(x), Number(y));
      expect(found).toBe(Number(node.getAttribute("data-element")));
    }
    expect(nodes().length).toBeGreaterThan(8);
    expect(driver.elementAt(1, 1)).toBe(-1);
    const strokes = () =>
      nodes().filter((n) => n.querySelector("path")?.getAttribute("stroke") === "var(--p-text)");
    expect(strokes()).toHaveLength(0);
    const [element] = view.recording.history.stateAt(5050).stations[1]?.contents.toArray() ?? [];
    driver.watch({ ...view, picked: element ?? -1 });
    expect([...new Set(strokes().map((n) => n.getAttribute("data-element")))]).toEqual([
      String(element),
    ]);
    playground.actions.play();
    playground.frame(16);
    expect(driver.elementAt(450, 1)).toBe(-1);
  });
});
