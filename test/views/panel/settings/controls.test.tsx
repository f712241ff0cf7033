import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Playground } from "../../../../src/store/index.ts";
import { KeyControls } from "../../../../src/views/panel/settings/KeyControls.tsx";
import { Settings } from "../../../../src/views/panel/settings/Settings.tsx";
import { laneToolWords } from "../../../../src/views/stage/lanes/lane-tool-words.ts";
import { laneWords } from "../../../../src/views/stage/lanes/lane-words.ts";
import { doing, openPlayground, part, show } from "../../support.tsx";

function open(link = "", language: "ko" | "en" = "en"): Playground {
  const playground = openPlayground(link, language);
  show(playground, <Settings />);
  return playground;
}

const slider = (name: string) => screen.getByRole<HTMLInputElement>("slider", { name });
const field = (name: string) =>
  screen.getByRole<HTMLInputElement>("textbox", { name: `${name}, value` });
const problem = (key: string) => part(`[data-param=${key}] [role=alert]`).textContent;
const hints = (key: string) => part(`[data-param=${key}]`).textContent ?? "";
const values = ({ store }: Playground) => store.getState().experiment.values;
const changes = ({ store }: Playground) => store.getState().experiment.interventions;
const undoSteps = ({ store }: Playground) => store.getState().past.length;

function enter(name: string, text: string, by: "Enter" | "leaving" = "Enter"): void {
  fireEvent.change(field(name), { target: { value: text } });
  if (by === "Enter") fireEvent.keyDown(field(name), { key: "Enter" });
  else fireEvent.blur(field(name));
}

/** Drags a slider over some of its stops. */
function drag(name: string, ...stops: number[]): void {
  fireEvent.pointerDown(slider(name));
  for (const stop of stops) fireEvent.change(slider(name), { target: { value: String(stop) } });
  fireEvent.pointerUp(slider(name));
}

/** Presses Ctrl and a key; returns whether the browser's own action was prevented. */
function control(name: string, key: string, shiftKey = false): boolean {
  return !fireEvent.keyDown(field(name), { key, ctrlKey: true, shiftKey });
}

afterEach(cleanup);

describe("a slider", () => {
  it("gives its value with the unit, and its range and rate beside it", () => {
    open();
    expect(slider("Producer delay").getAttribute("aria-valuetext")).toBe("100 ms");
    expect(hints("producerDelayMs")).toContain("= 10.0 per second");
    expect(hints("producerDelayMs")).toContain("0–60,000");
    expect(hints("consumerDelayMs")).toContain("= 3.3 per second");
    expect(hints("capacity")).toContain("restarts the run");
    expect(hints("workers")).toContain("applies from now on");
  });

  it("says that there is no pause instead of giving an infinite rate", () => {
    open("#p=0&n=50");
    expect(hints("producerDelayMs")).toContain("no pause");
  });

  it("takes effect while it is dragged, and the whole drag is one step for undo", () => {
    const playground = open();
    drag("Producer delay", 20, 24, 30, 28);
    const dragged = values(playground)["producerDelayMs"];
    expect(dragged).not.toBe(100);
    expect(slider("Producer delay").getAttribute("aria-valuetext")).toContain(String(dragged));
    expect(undoSteps(playground)).toBe(1);
    drag("Producer delay", 10, 11);
    expect(undoSteps(playground)).toBe(2);
    doing(playground.actions.undo);
    expect(values(playground)["producerDelayMs"]).toBe(dragged);
  });

  it("makes one step of a key that is held down", () => {
    const playground = open();
    for (const stop of ["21", "22", "23"]) {
      fireEvent.change(slider("Consumer delay"), { target: { value: stop } });
    }
    fireEvent.keyUp(slider("Consumer delay"), { key: "ArrowRight" });
    fireEvent.change(slider("Consumer delay"), { target: { value: "24" } });
    fireEvent.keyUp(slider("Consumer delay"), { key: "ArrowRight" });
    expect(undoSteps(playground)).toBe(2);
  });

  it("that is only reached by Tab or touched changes nothing", () => {
    const playground = open();
    doing(() => playground.actions.seek(2000));
    fireEvent.keyUp(slider("Producer delay"), { key: "Tab" });
    fireEvent.pointerDown(slider("Producer delay"));
    fireEvent.pointerUp(slider("Producer delay"));
    expect(changes(playground)).toEqual([]);
    expect(undoSteps(playground)).toBe(0);
  });

  it("ends a gesture when it is left in the middle of it", () => {
    const playground = open();
    fireEvent.change(slider("Producer delay"), { target: { value: "12" } });
    fireEvent.blur(slider("Producer delay"));
    drag("Consumer delay", 12);
    expect(undoSteps(playground)).toBe(2);
  });

  it("that is moved while the run is paused takes effect from there; a structural one from the start", () => {
    const playground = open();
    doing(() => playground.actions.seek(2000));
    drag("Producer delay", 30);
    drag("Capacity", 2);
    expect(changes(playground)).toMatchObject([{ atMs: 2000, key: "producerDelayMs" }]);
    expect(values(playground)).toEqual({});
    const { lanes } = playground.store.getState().experiment;
    expect(lanes[0].values).toEqual({ capacity: 3 });
    expect(playground.position().timeMs).toBe(2000);
  });
});

describe("a number field", () => {
  it("takes what is typed only at Enter", () => {
    const playground = open();
    fireEvent.change(field("Capacity"), { target: { value: "1" } });
    fireEvent.change(field("Capacity"), { target: { value: "17" } });
    expect(playground.store.getState().experiment.lanes[0].values).toEqual({});
    fireEvent.keyDown(field("Capacity"), { key: "Enter" });
    expect(playground.store.getState().experiment.lanes[0].values).toEqual({ capacity: 17 });
    expect(undoSteps(playground)).toBe(1);
    fireEvent.blur(field("Capacity"));
    expect(undoSteps(playground)).toBe(1);
  });

  it("takes it when it is left", () => {
    const playground = open();
    enter("Producer delay", " 37 ", "leaving");
    expect(values(playground)).toEqual({ producerDelayMs: 37 });
    expect(field("Producer delay").value).toBe("37");
  });

  it("discards it with Escape", () => {
    const playground = open();
    fireEvent.change(field("Producer delay"), { target: { value: "5" } });
    fireEvent.keyDown(field("Producer delay"), { key: "Escape" });
    fireEvent.blur(field("Producer delay"));
    expect(values(playground)).toEqual({});
    expect(field("Producer delay").value).toBe("100");
  });

  it.each([
    ["fast", 100],
    ["", 100],
    ["-3", 0],
    ["70000", 60000],
    ["12.6", 13],
    ["1e3", 100],
  ])("refuses %j: says what was given, what is allowed, and that it is %i now", (given, used) => {
    const playground = open();
    enter("Producer delay", given);
    const said = problem("producerDelayMs") ?? "";
    expect(said).toContain(`“${given}”`);
    expect(said).toContain("0 to 60,000");
    expect(said).toContain(`It is ${used.toLocaleString("en-US")} now`);
    expect(field("Producer delay").getAttribute("aria-invalid")).toBe("true");
    expect(field("Producer delay").value).toBe(String(used));
    expect(values(playground)["producerDelayMs"] ?? 100).toBe(used);
  });

  it.each([
    ["10/s", 100],
    ["10 / s", 100],
    ["3/s", 333],
    ["600/min", 100],
    ["1.5 s", 1500],
    ["1,5 s", 1500],
    ["0,25 s", 250],
    ["1,500 ms", 1500],
    ["2 per second", 500],
    ["0.5 kHz", 2],
    ["20 Hz", 50],
    ["2500 µs", 3],
    ["2s", 2000],
    ["250 ms", 250],
    ["1,500", 1500],
    ["0.5분", 30_000],
    ["20/초", 50],
  ])("takes %j as engineers say it: %i ms", (given, ms) => {
    const playground = open("#p=7");
    enter("Producer delay", given);
    expect(problem("producerDelayMs")).toBe("");
    expect(field("Producer delay").value).toBe(String(ms));
    expect({ producerDelayMs: 100, ...values(playground) }.producerDelayMs).toBe(ms);
  });

  it.each(["10/s", "2 s"])("%j is no capacity", (given) => {
    open();
    enter("Capacity", given);
    expect(problem("capacity")).toContain(`“${given}”`);
  });

  it("says it in Korean too, and no longer once a good number is entered", () => {
    const playground = open("", "ko");
    const fieldKo = () => screen.getByRole<HTMLInputElement>("textbox", { name: "생산 간격 값" });
    fireEvent.change(fieldKo(), { target: { value: "빠르게" } });
    fireEvent.keyDown(fieldKo(), { key: "Enter" });
    expect(problem("producerDelayMs")).toMatch(/“빠르게”.*0에서 60,000.*100/);
    fireEvent.change(fieldKo(), { target: { value: "20" } });
    fireEvent.keyDown(fieldKo(), { key: "Enter" });
    expect(problem("producerDelayMs")).toBe("");
    expect(values(playground)).toEqual({ producerDelayMs: 20 });
  });

  it("no longer says what it took once the setting has another value", () => {
    const playground = open();
    enter("Producer delay", "70000");
    expect(problem("producerDelayMs")).not.toBe("");
    doing(playground.actions.undo);
    expect(field("Producer delay").value).toBe("100");
    expect(problem("producerDelayMs")).toBe("");
    expect(field("Producer delay").getAttribute("aria-invalid")).toBe("false");
  });

  it("follows the slider and undo", () => {
    const playground = open();
    enter("Workers", "3");
    expect(slider("Workers").getAttribute("aria-valuetext")).toBe("3 workers");
    doing(playground.actions.undo);
    expect(field("Workers").value).toBe("1");
  });
});

describe("the way back to the scenario's value", () => {
  const back = (name: RegExp) => screen.queryByRole("button", { name });

  it("is offered only if the value differs", () => {
    open();
    expect(back(/back to/)).toBeNull();
    enter("Producer delay", "40");
    expect(back(/Producer delay: back to 100/)).not.toBeNull();
  });

  it.each([
    ["#s=memory-leak&heap=8", "Heap limit", 256],
    ["#s=memory-leak&k=bounded&cap=8", "Capacity", 64],
    ["#s=bounded-buffer.2&T=30", "Run length", 16],
    ["#s=fast-producer&c=1", "Consumer delay", 300],
  ])("in %s leads exactly to the value of %s", (link, name, value) => {
    open(link);
    fireEvent.click(screen.getByRole("button", { name: new RegExp(`^${name}: back to`) }));
    expect(field(name).value).toBe(String(value));
    expect(back(new RegExp(`^${name}: back to`))).toBeNull();
  });
});

describe("if the scenario itself changes a setting during the run", () => {
  const back = () => screen.queryByRole("button", { name: /^Producer delay: back to/ });

  it("its value at the play head counts as the scenario's", () => {
    const playground = open("#s=monitoring.2");
    expect([field("Producer delay").value, back()]).toEqual(["10", null]);
    doing(() => playground.actions.seek(10_000));
    expect([field("Producer delay").value, back()]).toEqual(["100", null]);
  });

  it("the way back leads to it, and the load falls again", () => {
    const playground = open("#s=monitoring.2");
    const own = changes(playground);
    doing(() => playground.actions.seek(2_000));
    enter("Producer delay", "20");
    expect(changes(playground)).toHaveLength(1);
    fireEvent.click(back() as HTMLElement);
    expect(changes(playground)).toEqual(own);
  });
});

describe("which settings there are", () => {
  const keys = () =>
    [...document.querySelectorAll("[data-param]")].map((node) => node.getAttribute("data-param"));

  it("the lesson has those that matter, in the scenario's order", () => {
    show(openPlayground("#s=memory-leak"), <KeyControls />);
    expect(keys()).toEqual(["producerDelayMs", "consumerDelayMs", "elementKiB", "heapMiB"]);
  });

  it("no setting is listed twice, and none is missing", () => {
    open("#s=memory-leak");
    expect(new Set(keys()).size).toBe(keys().length);
    expect(keys()).toContain("count");
    expect(keys()).toContain("heapMiB");
    expect(screen.getByRole("textbox", { name: "Seed" })).toBeDefined();
    // The strategy of this scenario has no capacity.
    expect(keys()).not.toContain("capacity");
  });

  it("those of the selected lane say so, and change only that lane", () => {
    const playground = open("#2.k=drop-oldest&3.k=unlimited");
    doing(() => playground.actions.selectLane(1));
    const own = screen.getByRole("region", { name: "Strategy settings" });
    expect(within(own).getByRole("heading").textContent).toBe("Lane 2 only: Drop oldest");
    expect(screen.getByRole("heading", { name: "All 3 lanes" })).toBeDefined();
    enter("Capacity", "17");
    const { lanes } = playground.store.getState().experiment;
    expect(lanes.map((lane) => lane.values)).toEqual([{}, { capacity: 17 }, {}]);
    enter("Producer delay", "50");
    expect(values(playground)).toEqual({ producerDelayMs: 50 });
  });

  it("another lane can be selected beside them", () => {
    const playground = open("#2.k=drop-oldest");
    fireEvent.click(screen.getByRole("radio", { name: "2 Drop oldest" }));
    expect(playground.store.getState().selected).toBe(1);
    expect(screen.getByRole("heading", { name: "Lane 2 only: Drop oldest" })).toBeDefined();
  });

  it("a choice restarts the run with the chosen value", () => {
    const playground = open();
    const arrivals = screen.getByRole<HTMLSelectElement>("combobox", { name: "Arrivals" });
    expect([...arrivals.options].map(({ value }) => value)).toEqual([
      "steady",
      "jitter",
      "bursts",
      "poisson",
    ]);
    fireEvent.change(arrivals, { target: { value: "poisson" } });
    expect(values(playground)).toEqual({ arrivals: "poisson" });
    expect(undoSteps(playground)).toBe(1);
  });
});

describe("what a setting means", () => {
  const ask = (name: string) => screen.getByRole("button", { name: `About: ${name}` });
  const descriptionOf = (node: Element) =>
    (node.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent)
      .join(" ")
      .trim();

  it("is explained after a press, until another press", () => {
    open();
    const help = screen.getByText(/0: endless/);
    expect(help.hidden).toBe(true);
    fireEvent.click(ask("Elements"));
    expect(help.hidden).toBe(false);
    expect(ask("Elements").getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(ask("Elements"));
    expect(help.hidden).toBe(true);
  });

  it("describes every field, with what was wrong in it", () => {
    open();
    for (const role of ["slider", "textbox", "combobox"]) {
      for (const node of screen.getAllByRole(role)) expect(descriptionOf(node)).toMatch(/\.$/);
    }
    enter("Producer delay", "fast");
    expect(descriptionOf(field("Producer delay"))).toMatch(/no pause.*“fast”/);
    expect(descriptionOf(slider("Producer delay"))).toMatch(/no pause.*“fast”/);
    expect(document.querySelectorAll("label[title]").length).toBe(0);
  });
});

describe("the seed", () => {
  const seedOf = ({ store }: Playground) => store.getState().experiment.seed;
  const seedField = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Seed" });
  const type = (text: string) => {
    fireEvent.change(seedField(), { target: { value: text } });
    fireEvent.keyDown(seedField(), { key: "Enter" });
  };

  it("can be typed, and is taken at Enter", () => {
    const playground = open();
    type("7");
    expect(seedOf(playground)).toBe(7);
    expect(seedField().value).toBe("7");
  });

  it.each([["x"], ["-1"], ["1.5"], ["5000000000"]])("says that %j can't be used", (given) => {
    const playground = open();
    type(given);
    expect(part("[data-seed] [role=alert]").textContent).toContain(`“${given}”`);
    expect(seedOf(playground)).toBe(42);
    expect(seedField().value).toBe("42");
    type("8");
    expect(part("[data-seed] [role=alert]").textContent).toBe("");
  });

  it("is drawn anew by a button, and undo brings the old one back", () => {
    const playground = open();
    fireEvent.click(screen.getByRole("button", { name: "New seed" }));
    expect(seedOf(playground)).toBeGreaterThanOrEqual(1);
    expect(seedField().value).toBe(String(seedOf(playground)));
    if (seedOf(playground) !== 42) {
      doing(playground.actions.undo);
      expect(seedOf(playground)).toBe(42);
    }
  });
});

describe("undo in a field", () => {
  const NAME = "Producer delay";

  it("undoes one change of the run, and redo does it again", () => {
    const playground = open();
    enter(NAME, "50");
    enter(NAME, "70");
    expect(control(NAME, "z")).toBe(true);
    expect([field(NAME).value, values(playground)["producerDelayMs"]]).toEqual(["50", 50]);
    expect(control(NAME, "z")).toBe(true);
    expect([field(NAME).value, values(playground)["producerDelayMs"]]).toEqual(["100", undefined]);
    expect(control(NAME, "Z", true)).toBe(true);
    expect(control(NAME, "y")).toBe(true);
    expect([field(NAME).value, values(playground)["producerDelayMs"]]).toEqual(["70", 70]);
    fireEvent.blur(field(NAME));
    expect(values(playground)).toEqual({ producerDelayMs: 70 });
  });

  it("first takes back what was typed but not entered", () => {
    const playground = open();
    enter(NAME, "50");
    fireEvent.change(field(NAME), { target: { value: "7" } });
    expect(control(NAME, "z")).toBe(true);
    expect([field(NAME).value, values(playground)["producerDelayMs"]]).toEqual(["50", 50]);
    fireEvent.blur(field(NAME));
    expect(undoSteps(playground)).toBe(1);
  });

  it("from the browser's menu is the page's undo, too", () => {
    const playground = open();
    enter(NAME, "50");
    fireEvent.input(field(NAME), { target: { value: "100" }, inputType: "historyUndo" });
    expect([field(NAME).value, values(playground)["producerDelayMs"]]).toEqual(["100", undefined]);
    fireEvent.input(field(NAME), { target: { value: "5" }, inputType: "historyRedo" });
    expect([field(NAME).value, values(playground)["producerDelayMs"]]).toEqual(["50", 50]);
    fireEvent.blur(field(NAME));
    expect(undoSteps(playground)).toBe(1);
  });

  it("is the same in the field of the seed", () => {
    const playground = open();
    const seed = screen.getByRole<HTMLInputElement>("textbox", { name: "Seed" });
    fireEvent.change(seed, { target: { value: "7" } });
    fireEvent.keyDown(seed, { key: "Enter" });
    expect(fireEvent.keyDown(seed, { key: "z", ctrlKey: true })).toBe(false);
    expect([seed.value, playground.store.getState().experiment.seed]).toEqual(["42", 42]);
    fireEvent.change(seed, { target: { value: "9" } });
    fireEvent.keyDown(seed, { key: "Escape" });
    fireEvent.blur(seed);
    expect(playground.store.getState().experiment.seed).toBe(42);
  });
});

describe("what is typed", () => {
  it("is discarded when something else changes the experiment", () => {
    const playground = open();
    fireEvent.change(field("Producer delay"), { target: { value: "7" } });
    doing(() => playground.actions.openScenario("memory-leak"));
    const { experiment } = playground.store.getState();
    expect(field("Producer delay").value).not.toBe("7");
    fireEvent.blur(field("Producer delay"));
    expect(playground.store.getState().experiment).toBe(experiment);
  });

  it("stays while the run plays", () => {
    const playground = open();
    doing(() => playground.actions.play());
    fireEvent.change(field("Producer delay"), { target: { value: "7" } });
    for (let frame = 0; frame < 20; frame++) doing(() => playground.frame(20));
    expect(field("Producer delay").value).toBe("7");
  });

  it("is not entered by the Enter that ends a composition", () => {
    const playground = open();
    fireEvent.change(field("Producer delay"), { target: { value: "１２" } });
    fireEvent.keyDown(field("Producer delay"), { key: "Enter", isComposing: true });
    expect(undoSteps(playground)).toBe(0);
    fireEvent.keyDown(field("Producer delay"), { key: "Enter" });
    expect(values(playground)).toEqual({ producerDelayMs: 12 });
  });

  it.each([
    ["1,500", 1500],
    ["１，５００", 1500],
    ["１２", 12],
    [" 1 500 ", 1500],
    ["1'500", 1500],
    ["+70", 70],
  ])("%s is read as people mean it", (typed, value) => {
    const playground = open();
    enter("Producer delay", typed);
    expect(values(playground)).toEqual({ producerDelayMs: value });
    expect(problem("producerDelayMs")).toBe("");
  });

  it.each(["1,50", "1,5", "15,00", "12 ms or so", "1,000 000", ",500"])(
    "%s can't be read, and is quoted as it was typed",
    (typed) => {
      const playground = open();
      enter("Producer delay", typed);
      expect(values(playground)).toEqual({});
      expect(problem("producerDelayMs")).toContain(`“${typed}”`);
    },
  );
});

describe("what the lanes' heads have no room for on a phone", () => {
  const strategies = ({ store }: Playground) =>
    store.getState().experiment.lanes.map(({ strategy }) => strategy);
  const picker = () => screen.queryByRole("combobox", { name: laneWords.strategy.en });
  const menu = () => screen.queryByRole("button", { name: laneToolWords.menu.en });
  const onPhone = () => {
    const { matchMedia } = window;
    vi.spyOn(window, "matchMedia").mockImplementation((query) =>
      Object.defineProperty(matchMedia.call(window, query), "matches", { value: false }),
    );
  };

  describe("on a phone", () => {
    beforeEach(onPhone);
    afterEach(() => vi.restoreAllMocks());

    it("the strategy of the selected lane can be changed among its settings", () => {
      const playground = open("#k=bounded&2.k=unlimited");
      doing(() => playground.actions.selectLane(1));
      const select = picker() as HTMLSelectElement;
      expect(select.value).toBe("unlimited");
      fireEvent.change(select, { target: { value: "conflated" } });
      expect(strategies(playground)).toEqual(["bounded", "conflated"]);
    });

    it("the selected lane can be named, moved and removed there", () => {
      const playground = open("#k=bounded&2.k=unlimited");
      doing(() => playground.actions.selectLane(1));
      fireEvent.click(menu() as HTMLElement);
      const name = screen.getByRole("textbox", { name: laneToolWords.name.en });
      fireEvent.change(name, { target: { value: "ABC" } });
      fireEvent.blur(name);
      expect(playground.store.getState().experiment.lanes[1]?.name).toBe("ABC");
      fireEvent.click(screen.getByRole("button", { name: laneToolWords.up.en }));
      expect(strategies(playground)).toEqual(["unlimited", "bounded"]);
      fireEvent.click(menu() as HTMLElement);
      fireEvent.click(screen.getByRole("button", { name: laneToolWords.remove.en }));
      expect(strategies(playground)).toHaveLength(1);
    });

    it("a single lane has them in its head", () => {
      open("#k=bounded");
      expect(picker()).toBeNull();
      expect(menu()).toBeNull();
    });
  });

  it("on a desk each lane has them in its head", () => {
    open("#k=bounded&2.k=unlimited");
    expect(picker()).toBeNull();
    expect(menu()).toBeNull();
  });
});
