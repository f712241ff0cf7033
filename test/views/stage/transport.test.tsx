import { cleanup, fireEvent, screen } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { formatSeconds, LANGUAGES } from "../../../src/i18n/index.ts";
import type { RunEnd } from "../../../src/run/index.ts";
import { type Playground, SPEEDS, stripsOf } from "../../../src/store/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { endText } from "../../../src/views/stage/transport/end-text.ts";
import { TimeAxis } from "../../../src/views/stage/transport/TimeAxis.tsx";
import { Transport } from "../../../src/views/stage/transport/Transport.tsx";
import { words } from "../../../src/views/stage/transport/words.ts";
import { useTimeSpan } from "../../../src/views/stage/use-time-span.ts";
import { catalogue } from "../../support/everything.ts";
import { recorded } from "../../support/runs.ts";
import { doing, laneRecording, openPlayground, part, show, textOf } from "../support.tsx";

/** The axis and the buttons, as they are at the foot of the stage. */
function Foot(): JSX.Element {
  return (
    <>
      <TimeAxis {...useTimeSpan()} />
      <Transport />
    </>
  );
}

function open(link = ""): Playground {
  const playground = openPlayground(link);
  show(playground, <Foot />);
  return playground;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const timeline = () => screen.getByRole<HTMLInputElement>("slider", { name: "Virtual time" });
const timeOf = ({ position }: Playground) => position().timeMs;
const marks = () =>
  [...document.querySelectorAll<HTMLElement>("[data-kind]")].map(({ title, dataset, style }) => ({
    kind: dataset["kind"],
    title,
    at: Number.parseFloat(style.insetInlineStart),
  }));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the buttons", () => {
  it("play becomes pause and back", () => {
    const playground = open();
    press("Play");
    expect(playground.store.getState().playing).toBe(true);
    expect(screen.queryByRole("button", { name: "Play" })).toBeNull();
    press("Pause");
    expect(playground.store.getState().playing).toBe(false);
    expect(screen.getByRole("button", { name: "Play" })).toBeDefined();
  });

  it("step one event forward and back, pausing the run, and lead back to the start", () => {
    const playground = open();
    doing(() => playground.actions.seek(150));
    press("Play");
    press("Next event");
    expect(playground.store.getState().playing).toBe(false);
    expect(timeOf(playground)).toBe(200);
    const rows = playground.position().rows;
    press("Next event");
    press("Previous event");
    expect(playground.position()).toEqual({ timeMs: 200, rows });
    press("Back to the start");
    expect(playground.position()).toEqual({ timeMs: 0, rows: null });
  });

  it("name their keys", () => {
    open();
    const keys = screen
      .getAllByRole("button")
      .flatMap(({ title }) => /\(([^()]*)\)$/.exec(title)?.[1] ?? []);
    expect(keys).toEqual(["Home", "←", "Space", "→"]);
  });

  it("the time is shown to the ms, with its unit, and not read aloud as it runs", () => {
    const playground = open();
    doing(() => playground.actions.seek(12_345));
    expect(textOf("[data-testid=time]")).toBe("12.345s");
    expect(part("[data-testid=time]").getAttribute("aria-live")).toBe("off");
  });
});

describe("the time in Korean", () => {
  it("has a Korean unit", () => {
    show(openPlayground("", "ko"), <Foot />);
    expect(textOf("[data-testid=time]")).toBe("0.000초");
  });
});

describe("speed and stops", () => {
  it("every speed can be chosen, from slow motion to a hundredfold", () => {
    const playground = open();
    const speed = screen.getByRole<HTMLSelectElement>("combobox", { name: "Speed" });
    expect([...speed.options].map(({ value }) => Number(value))).toEqual([...SPEEDS]);
    expect(speed.value).toBe("1");
    fireEvent.change(speed, { target: { value: "0.05" } });
    expect(playground.store.getState().speed).toBe(0.05);
    doing(() => {
      playground.actions.play();
      playground.frame(100);
    });
    expect(timeOf(playground)).toBe(5);
  });

  it("there is a box for each point to pause at, and the run pauses there", () => {
    const playground = open("#k=drop-latest&cap=2");
    const drop = screen.getByRole<HTMLInputElement>("checkbox", { name: words.drop.en });
    expect(drop.checked).toBe(false);
    fireEvent.click(drop);
    expect(drop.checked).toBe(true);
    doing(() => {
      playground.actions.play();
      for (let frame = 0; frame < 200; frame++) playground.frame(16);
    });
    expect(playground.store.getState().paused).toBe("drop");
    expect(timeOf(playground)).toBe(laneRecording(playground).history.marks.firstLossMs);
    fireEvent.click(drop);
    expect([...playground.store.getState().stops]).toEqual([]);
  });
});

describe("the time line", () => {
  it("grows with the play head in round steps, never beyond the run, and says the time in words", () => {
    const playground = open("#T=12");
    expect(timeline().max).toBe("5000");
    doing(() => playground.actions.seek(5001));
    expect(timeline().max).toBe("10000");
    doing(() => playground.actions.seek(11_000));
    expect(timeline().max).toBe("12000");
    doing(() => playground.actions.seek(0));
    expect(timeline().max).toBe("12000");
    expect(timeline().getAttribute("aria-valuetext")).toBe("0.000 s");
    doing(() => playground.actions.seek(7000));
    expect(timeline().getAttribute("aria-valuetext")).toBe("7.000 s");
    expect(timeline().valueAsNumber).toBe(7000);
  });

  it("ends where the run ended before its length", () => {
    const playground = open("#s=bounded-buffer");
    doing(() => playground.actions.seek(12_000));
    expect(timeOf(playground)).toBe(10_000);
    expect(timeline().valueAsNumber).toBe(10_000);
  });

  it("shows the whole run on request, and follows the head again", () => {
    const playground = open("#T=60");
    press("all 60 s");
    expect(timeline().max).toBe("60000");
    fireEvent.change(timeline(), { target: { value: "8000" } });
    press("follow");
    expect(timeline().max).toBe("10000");
    expect(timeOf(playground)).toBe(8000);
  });

  it("End leads to the end of the run, wherever the axis ends", () => {
    const playground = open("#T=60");
    fireEvent.keyDown(timeline(), { key: "End" });
    expect(timeOf(playground)).toBe(60_000);
  });

  it("dragging it seeks, forwards and backwards", () => {
    const playground = open();
    press("all 60 s");
    for (const value of ["30000", "12000.5", "0"]) {
      fireEvent.change(timeline(), { target: { value } });
      expect(timeOf(playground)).toBe(Number(value));
    }
  });

  it.each([
    ["ArrowRight", 10_100],
    ["ArrowUp", 10_100],
    ["ArrowLeft", 9900],
    ["ArrowDown", 9900],
    ["PageUp", 11_000],
    ["PageDown", 9000],
  ])("%s leads from 10 s to %i ms", (key, timeMs) => {
    const playground = open();
    doing(() => playground.actions.seek(10_000));
    fireEvent.keyDown(timeline(), { key });
    expect(timeOf(playground)).toBe(timeMs);
  });

  it("its value and its words follow the published moments", async () => {
    const playground = open();
    doing(() => {
      playground.actions.play();
      playground.frame(16);
    });
    expect(timeline().valueAsNumber).toBe(0);
    for (let frame = 0; frame < 12; frame++) doing(() => playground.frame(16));
    const { timeMs } = playground.store.getState().position;
    expect(timeMs).toBeGreaterThan(0);
    await Promise.resolve();
    expect(timeline().valueAsNumber).toBe(timeMs);
    expect(timeline().getAttribute("aria-valuetext")).toBe(`${formatSeconds(timeMs, "en")} s`);
  });

  it("marks the first loss, the first wait and every change of a setting", () => {
    const playground = open("#k=drop-oldest&cap=2&2.k=bounded&2.cap=2&i=30000_p_50");
    doing(() => playground.actions.seek(40_000));
    const { firstLossMs } = laneRecording(playground).history.marks;
    const { firstPressureMs } = laneRecording(playground, 1).history.marks;
    if (firstLossMs === null || firstPressureMs === null) throw new Error("nothing happened");
    expect(marks()).toEqual([
      {
        kind: "drop",
        title: `First drop at ${formatSeconds(firstLossMs, "en")} s`,
        at: expect.closeTo(firstLossMs / 720, 6),
      },
      {
        kind: "suspension",
        title: `First suspension at ${formatSeconds(firstPressureMs, "en")} s`,
        at: expect.closeTo(firstPressureMs / 720, 6),
      },
      {
        kind: "change",
        title: "Producer delay changed at 30.000 s",
        at: expect.closeTo(30_000 / 720, 6),
      },
    ]);
  });

  it.each([
    ["en", "Producer delay changed at 5.000 s"],
    ["ko", "생산 간격 변경 5.000초"],
  ] as const)(
    "marks what a scenario itself changes during the run, from the start: %s",
    (language, title) => {
      show(openPlayground("#s=monitoring.2", language), <Foot />);
      expect(marks().map(({ kind, title: told }) => [kind, told])).toEqual([["change", title]]);
    },
  );

  it("gives its marks in a list beside it", () => {
    const playground = open("#k=drop-oldest&cap=2&i=30000_p_50");
    doing(() => playground.actions.seek(40_000));
    const items = [...document.querySelectorAll("ul[aria-label] li")].map((li) => li.textContent);
    expect(items).toEqual(marks().map(({ title }) => title));
    expect(items.length).toBe(2);
  });

  it("its knob is in the right place when another run is longer", () => {
    const playground = open("#T=10");
    doing(() => playground.actions.seek(10_000));
    doing(() => {
      playground.actions.setValue(0, "durationS", 60);
      playground.actions.seek(40_000);
    });
    expect(timeline().max).toBe("60000");
    expect(timeline().valueAsNumber).toBe(40_000);
  });

  it("copes with two changes at one time, and with equal marks of two lanes", () => {
    const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const playground = open("#cap=2&2.k=bounded&2.cap=2");
    doing(() => {
      playground.actions.seek(5000);
      playground.actions.setValue(0, "producerDelayMs", 20);
      playground.actions.setValue(0, "consumerDelayMs", 20);
    });
    expect(marks().filter(({ kind }) => kind === "change").length).toBe(2);
    expect(marks().filter(({ kind }) => kind === "suspension").length).toBe(2);
    expect(complaints).not.toHaveBeenCalled();
    doing(playground.actions.undo);
    doing(playground.actions.undo);
    expect(marks().filter(({ kind }) => kind === "change")).toEqual([]);
  });
});

describe("the choice of strips", () => {
  it("adds and removes strips, and is part of the experiment's state", () => {
    const playground = open();
    const strips = () => stripsOf(catalogue, playground.store.getState().experiment);
    const own = strips();
    press("Strips");
    fireEvent.click(screen.getByRole("checkbox", { name: "Losses" }));
    expect(strips()).toEqual([...own, "losses"]);
    fireEvent.click(screen.getByRole("checkbox", { name: "Throughput" }));
    expect(strips()).toEqual([...own, "losses"].filter((id) => id !== "throughput"));
    doing(playground.actions.undo);
    doing(playground.actions.undo);
    expect(strips()).toEqual(own);
  });

  it("no more than three are shown at once", () => {
    const playground = open("#st=depth~losses~throughput");
    press("Strips");
    const boxes = screen.getAllByRole<HTMLInputElement>("checkbox").filter((box) => box.disabled);
    expect(boxes.length).toBeGreaterThan(0);
    expect(stripsOf(catalogue, playground.store.getState().experiment).length).toBe(3);
  });
});

describe("to pause where pressure first reaches the producer", () => {
  const offered = (link: string) => {
    open(link);
    return screen.getAllByRole("checkbox").map((box) => box.parentElement?.textContent);
  };

  it.each([
    ["#s=rxjava&k=bounded", "suspension"],
    ["#s=rxjava", "unrequested element"],
    ["#s=rxjava&k=rx-generate", "wait for a request"],
    ["#s=node-streams&k=node-write", "answer of false"],
    ["#s=node-streams&k=web-write", "pending ready"],
    ["#s=akka", "source waits"],
  ])("%s offers it as “%s”, in the words of its system", (link, name) => {
    expect(offered(link)).toContain(name);
  });

  it("is not offered if a stream makes nobody wait", () => {
    expect(offered("#s=node-streams&k=node-iterate")).not.toContain("answer of false");
  });

  it("pauses there, and marks it", () => {
    const playground = open("#s=node-streams&k=node-write");
    doing(() => {
      playground.actions.setStop("suspension", true);
      playground.actions.play();
    });
    for (let frame = 0; frame < 100; frame++) doing(() => playground.frame(16));
    expect(playground.store.getState().position.timeMs).toBe(150);
    expect(marks()).toContainEqual(
      expect.objectContaining({ kind: "suspension", title: "First false at 0.150 s" }),
    );
  });
});

describe("the words for the end of a run", () => {
  const ends: readonly RunEnd[] = [
    { reason: "duration", atMs: 1 },
    { reason: "completed", atMs: 1 },
    { reason: "completed", atMs: 1, error: { name: "OverflowException", message: "queue full" } },
    { reason: "stalled", atMs: 1 },
    { reason: "failed", atMs: 1, message: "no room" },
    { reason: "limit", atMs: 1, limit: "events" },
    { reason: "limit", atMs: 1, limit: "elements" },
    { reason: "limit", atMs: 1, limit: "heap" },
  ];

  it.each(LANGUAGES)("in %s are all different", (language) => {
    for (const id of ["bounded", "rx-observe-on"] as const) {
      const strategy = strategyOf(catalogue, id);
      const texts = ends.map((end) => endText(end, strategy, "7", (text) => text[language]));
      expect(new Set(texts).size).toBe(ends.length);
      expect(texts.join()).not.toMatch(/[{}]|undefined/);
      expect(texts[2]).toMatch(/OverflowException.*7/s);
      expect(texts[4]).toContain("no room");
    }
  });

  it.each(LANGUAGES)("say in %s why a program fails as it is written", (language) => {
    const strategy = strategyOf(catalogue, "rate-limiting-written");
    const why = strategy.failure?.why[language];
    if (why === undefined) throw new Error("declares no failure");
    const { end } = recorded({ strategy: strategy.id, values: { producerDelayMs: 0, count: 9 } });
    expect(end?.reason).toBe("failed");
    const textOfEnd = (other: RunEnd) => endText(other, strategy, "0", (text) => text[language]);
    expect(textOfEnd(end as RunEnd)).toContain(why);
    expect(textOfEnd({ reason: "failed", atMs: 1, message: "no room" })).not.toContain(why);
  });
});
