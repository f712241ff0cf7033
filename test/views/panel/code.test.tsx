import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { defaultsOf } from "../../../src/params/index.ts";
import { initialValues } from "../../../src/run/index.ts";
import { type Playground, rowsAt } from "../../../src/store/index.ts";
import { sourceTextOf, strategyOf, wordsOf } from "../../../src/systems/index.ts";
import { CodePanel } from "../../../src/views/panel/code/CodePanel.tsx";
import * as highlighter from "../../../src/views/panel/code/highlight.ts";
import { marksOf } from "../../../src/views/panel/code/marks-of.ts";
import { words } from "../../../src/views/panel/words.ts";
import { allStrategies, catalogue } from "../../support/everything.ts";
import { doing, laneRecording, openPlayground, part, show } from "../support.tsx";

const { GRAMMARS, highlighted } = highlighter;
const own = wordsOf(strategyOf(catalogue, "bounded"));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(link = "", language: "ko" | "en" = "en"): Playground {
  const playground = openPlayground(link, language);
  show(playground, <CodePanel recording={laneRecording(playground)} />);
  return playground;
}

const source = () => part("pre").textContent ?? "";
const lineAt = (line: number) => source().split("\n")[line - 1]?.trim();
const marks = () =>
  [...document.querySelectorAll("[data-line]")].map((mark) => {
    const [, name, said] = [...mark.children].map(({ textContent }) => textContent ?? "");
    return [name, said?.replace(/^.*: /, ""), lineAt(Number(mark.getAttribute("data-line")))];
  });

describe("the highlighter", () => {
  beforeAll(async () => {
    await Promise.all(Object.values(GRAMMARS).map((load) => load()));
  });

  it.each(allStrategies.map(({ id }) => id))("keeps every letter of the program of %s", (id) => {
    const strategy = allStrategies.find((each) => each.id === id);
    if (strategy === undefined) throw new Error(id);
    const values = defaultsOf([...strategy.workload, ...strategy.params]);
    const { text } = sourceTextOf(strategy, values, "en");
    const lines = highlighted(text, strategy.system.language);
    expect(lines.map((pieces) => pieces.map((piece) => piece.text).join("")).join("\n")).toBe(text);
    expect(new Set(lines.flat().map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
  });

  it("recognises keywords, numbers, strings and comments, and leaves XML entities as they are", () => {
    const line = 'if (a < 1 && b > "x") return // &lt; <b>';
    const pieces = highlighted(line, "kotlin")[0] ?? [];
    const kindOf = (text: string) => pieces.find((piece) => piece.text === text)?.kind;
    expect(kindOf("if")).toBe("keyword");
    expect(kindOf("1")).toBe("number");
    expect(kindOf('"x"')).toBe("string");
    expect(kindOf("// &lt; <b>")).toBe("comment");
    expect(pieces.map(({ text }) => text).join("")).toBe(line);
  });

  it("continues a comment of several lines on each of them", () => {
    const lines = highlighted("/* one\n * two */\nval x = 1", "kotlin");
    expect(lines.map((pieces) => pieces[0]?.kind)).toEqual(["comment", "comment", "keyword"]);
  });
});

describe("the code", () => {
  it.each([
    ["", "Kotlin 2.4.21, kotlinx.coroutines 1.11.0"],
    ["#s=rxjava", "Kotlin 2.4.21, RxJava 3.1.12"],
    ["#s=akka", "Pekko 1.7.0"],
    ["#s=node-streams&k=web-pipe", "Node.js 20.20.2"],
  ])("%s: names what its program is proved on: %s", (link, versions) => {
    open(link);
    expect(screen.getByText(versions)).toBeTruthy();
  });

  it("is coloured once the highlighter is loaded, and then only when the code changes", async () => {
    const highlight = vi.spyOn(highlighter, "highlighted");
    const playground = open("#i=1000_p_50");
    await waitFor(() =>
      expect(document.querySelector("pre .keyword, pre [class*=keyword]")).not.toBeNull(),
    );
    const calls = highlight.mock.calls.length;
    for (let timeMs = 0; timeMs < 1000; timeMs += 50) doing(() => playground.actions.seek(timeMs));
    expect(highlight.mock.calls.length).toBe(calls);
    doing(() => playground.actions.seek(1000));
    expect(source()).toContain("delay(50)");
    expect(highlight.mock.calls.length).toBe(calls + 1);
  });

  it.each([
    ["a=poisson", words.aboutRandomCode],
    ["a=steady", words.aboutCode],
  ])("says of random numbers (%s) what they are", (link, about) => {
    open(`#${link}`, "ko");
    expect(screen.getByText(about.ko)).toBeDefined();
  });

  it("can be downloaded as a file named after scenario and strategy", async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return "blob:code";
    });
    const revoke = vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => undefined);
    const clicked: [string, string][] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push([this.download, this.href]);
    });
    open("#k=drop-oldest");
    fireEvent.click(screen.getByRole("button", { name: /Download/ }));
    expect(clicked).toEqual([["fast-producer-drop-oldest.kt", "blob:code"]]);
    expect(await blobs[0]?.text()).toBe(source());
    await waitFor(() => expect(revoke).toHaveBeenCalledWith("blob:code"));
  });

  it("is a region that the keyboard can reach", () => {
    open();
    expect(screen.getByRole("region", { name: "Code" }).tabIndex).toBe(0);
  });
});

describe("the lines that coroutines are at", () => {
  it("are none before anything has happened", () => {
    const playground = open();
    doing(() => playground.actions.seek(0));
    doing(() => playground.actions.stepBack());
    while ((playground.position().rows ?? -1) > 0) doing(() => playground.actions.stepBack());
    expect(playground.position().rows).toBe(0);
    expect(marks()).toEqual([]);
  });

  it("follow the play head, step by step", () => {
    const playground = open("#cap=1&p=10&c=50");
    doing(() => playground.actions.seek(25));
    expect(marks()).toEqual([
      ["producer", own.holding?.begins.en, "channel.send(i)"],
      ["worker 1", own.busy.en, "delay(50)"],
    ]);
    doing(() => playground.actions.seek(49));
    expect(marks()).toHaveLength(2);
    doing(() => playground.actions.seek(50));
    doing(() => playground.actions.stepBack());
    const seen = new Set<string>();
    for (let step = 0; step < 12; step++) {
      doing(() => playground.actions.stepForward());
      for (const mark of marks()) seen.add(mark.slice(0, 2).join(": "));
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        `producer: ${own.busy.en}`,
        `producer: ${words.ready.en}`,
        `producer: ${own.holding?.begins.en}`,
        `worker 1: ${own.busy.en}`,
        `worker 1: ${words.ready.en}`,
      ]),
    );
  });

  it("follow every frame while it plays, without React drawing the code", () => {
    const playground = open("#cap=1&p=10&c=50");
    doing(() => playground.actions.play());
    doing(() => playground.frame(26));
    expect(marks().map(([name]) => name)).toEqual(["producer", "worker 1"]);
    doing(() => playground.frame(30));
    expect(marks()[0]?.[1]).not.toBe("");
  });

  it("name several actors at one line together, and count many", () => {
    const playground = open("#w=3&p=1&c=500");
    doing(() => playground.actions.seek(100));
    expect(marks().map(([name]) => name)).toContain("workers 1, 2, 3");
    cleanup();
    const many = open("#w=8&p=1&c=500", "ko");
    doing(() => many.actions.seek(100));
    expect(marks().map(([name]) => name)).toContain("작업자 ×8");
  });

  it("include those of elements on the network and of workers without a thread", () => {
    const playground = open("#w=3&th=1&lat=40&p=10&c=300");
    doing(() => playground.actions.seek(100));
    const found = marks();
    expect(found).toContainEqual(["senders ×4", own.busy.en, "delay(40)"]);
    expect(found).toContainEqual(["workers 2, 3", words.gate.en, "withContext(pool) {"]);
    expect(found).toContainEqual(["worker 1", own.busy.en, "Thread.sleep(300)"]);
  });

  it("put a worker that calls across the network at its call, and at its work once it has the answer", () => {
    const playground = open("#lat=40&la=call&p=10&c=300");
    const lines = [20, 60].map((timeMs) => {
      doing(() => playground.actions.seek(timeMs));
      return marks().find(([who]) => who?.startsWith("worker"));
    });
    expect(lines).toEqual([
      [expect.any(String), own.busy.en, "delay(40)"],
      [expect.any(String), own.busy.en, "delay(300)"],
    ]);
  });

  const linesSeen = (link: string, role: string, untilMs: number) => {
    const playground = open(link);
    const lines = new Set<string | undefined>();
    for (let timeMs = 0; timeMs < untilMs; timeMs += 25) {
      doing(() => playground.actions.seek(timeMs));
      const mark = document.querySelector(`[data-line][data-role=${role}]`);
      if (mark !== null) lines.add(lineAt(Number(mark.getAttribute("data-line"))));
    }
    return [...lines].join("\n");
  };

  it("put a worker that gathers a batch at one line for its first element, at another for the next", () => {
    const lines = linesSeen("#k=timed-batches&p=2000", "worker", 3000);
    expect(lines).toMatch(/^batch \+= channel/m);
    expect(lines).toMatch(/select/);
  });

  it("tell two delays of a coroutine apart by their length", () => {
    const lines = linesSeen("#k=retry&c=300", "worker", 3000);
    expect(lines).toMatch(/^delay\(300\)$/m);
    expect(lines).toMatch(/^delay\(\w*Ms/m);
  });

  it("include a monitor's", () => {
    expect(linesSeen("#k=monitoring-written", "monitor", 1500)).toMatch(/^delay\(\d+\)/);
  });

  it("don't include a coroutine that has ended", () => {
    const playground = open("#n=2&p=10&c=10");
    doing(() => playground.actions.seek(1000));
    expect(marks()).toEqual([]);
  });

  it("are read aloud with the number of the line", () => {
    const playground = open("#cap=1&p=10&c=50");
    doing(() => playground.actions.seek(25));
    const list = screen.getByRole("list", { name: own.standing.en });
    expect(list.textContent).toMatch(/producer line 1\d: send waits for room/);
  });

  it("are described in the terms of the library", () => {
    const playground = open("#s=rxjava");
    doing(() => playground.actions.seek(510));
    const list = screen.getByRole("list", { name: "Where the producer and the subscriber are" });
    expect(list.textContent).toContain(wordsOf(strategyOf(catalogue, "rx-observe-on")).busy.en);
    expect(list.textContent).not.toMatch(/delay|send/);
  });

  it.each(allStrategies.map(({ id }) => id))("%s: every actor that waits is at some line", (id) => {
    const playground = openPlayground(`#k=${id}`);
    const recording = laneRecording(playground);
    expect(recording.spec.strategy).toBe(id);
    recording.advanceTo(3000);
    const source = sourceTextOf(
      allStrategies.find((each) => each.id === id) ?? never(),
      initialValues(catalogue, recording.spec),
      "en",
    );
    const roles = new Set<string>();
    for (const timeMs of [1, 250, 777, 1500, 2999]) {
      const rows = rowsAt(recording, 0, { timeMs, rows: null });
      const state = recording.history.stateAtRow(rows);
      const waiting = state.stations
        .flatMap(({ actors }) => actors)
        .filter(({ activity }) => activity === "busy");
      const found = marksOf(state, source);
      const marked = found.filter(({ activities }) => activities.includes("busy"));
      for (const { actor } of waiting) {
        const mark = marked.find(
          ({ role, who }) => role === actor.role && who.includes(actor.index + 1),
        );
        expect(mark, `${actor.role} ${actor.index} at ${timeMs} ms`).toBeDefined();
      }
      for (const { role } of found) roles.add(role);
    }
    expect(roles.size).toBeGreaterThan(0);
  });
});

function never(): never {
  throw new Error("no such strategy");
}
