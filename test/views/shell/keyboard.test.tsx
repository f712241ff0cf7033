import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { scenarioOf } from "../../../src/scenarios/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import { stepsOf } from "../../../src/views/present/lesson-steps.ts";
import { listenToKeys } from "../../../src/views/shell/keyboard.ts";
import { catalogue } from "../../support/everything.ts";
import { openPlayground } from "../support.tsx";

let playground: Playground;
let stop: () => void;

beforeEach(() => {
  playground = openPlayground();
  stop = listenToKeys(playground, window);
});

afterEach(() => {
  stop();
  document.body.innerHTML = "";
});

const state = () => playground.store.getState();

/** Presses a key where the focus is; returns whether the page handled it. */
function press(key: string, init: KeyboardEventInit = {}, at: Element = document.body): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  at.dispatchEvent(event);
  return event.defaultPrevented;
}

/** Puts the markup on the page and returns its element with `data-focus`. Throws if there is none. */
function element(html: string): Element {
  document.body.innerHTML = html;
  const found = document.body.querySelector("[data-focus]");
  if (found === null) throw new Error("nothing to focus");
  return found;
}

describe("the keys of the page", () => {
  it("play and pause with Space, which does not scroll the page", () => {
    expect(press(" ")).toBe(true);
    expect(state().playing).toBe(true);
    press(" ");
    expect(state().playing).toBe(false);
  });

  it("step with the arrows, and lead to the start with Home", () => {
    playground.actions.seek(150);
    press("ArrowRight");
    expect(playground.position().timeMs).toBe(200);
    const { rows } = playground.position();
    press("ArrowRight");
    press("ArrowLeft");
    expect(playground.position()).toEqual({ timeMs: 200, rows });
    press("Home");
    expect(playground.position().timeMs).toBe(0);
  });

  it("change the speed with plus and minus, up to its limits", () => {
    press("+");
    expect(state().speed).toBe(2);
    press("-");
    press("-");
    expect(state().speed).toBe(0.5);
    for (let i = 0; i < 20; i++) press("=");
    expect(state().speed).toBe(100);
    for (let i = 0; i < 20; i++) press("-");
    expect(state().speed).toBe(0.05);
  });

  it.each([["ctrlKey"], ["metaKey"]])("%s with z undoes, with Shift redoes", (modifier) => {
    playground.actions.setSeed(7);
    expect(press("z", { [modifier]: true })).toBe(true);
    expect(state().experiment.seed).toBe(42);
    press("Z", { [modifier]: true, shiftKey: true });
    expect(state().experiment.seed).toBe(7);
  });

  it("go by the place of a letter, so they work while the keyboard writes Hangul", () => {
    press("ㅎ", { code: "KeyG" });
    expect(state().dialog).toBe("gallery");
    press("ㅊ", { code: "KeyC" });
    expect(state().recordings.length).toBe(2);
    press("ㅔ", { code: "KeyP" });
    expect(state().presenting).not.toBeNull();
    press("p", { code: "KeyP" });
    expect(state().presenting).toBeNull();
    press("?", { code: "Slash", shiftKey: true });
    expect(state().dialog).toBe("help");
  });

  it("select a lane by its number", () => {
    playground.actions.addLane();
    press("1", { code: "Digit1" });
    expect(state().selected).toBe(0);
    press("2", { code: "Digit2" });
    expect(state().selected).toBe(1);
    press("5", { code: "Digit5" });
    expect(state().selected).toBe(1);
  });

  it("leave other combinations to the browser", () => {
    playground.actions.seek(150);
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      for (const key of ["ArrowLeft", "Home", "-", "+", " ", "r"]) {
        expect(press(key, init)).toBe(false);
      }
    }
    expect(press("a")).toBe(false);
    expect(playground.position().timeMs).toBe(150);
    expect(state().playing).toBe(false);
  });

  it.each([
    ["a field", "<input data-focus>"],
    ["a slider", '<input type="range" data-focus>'],
    ["a choice", "<select data-focus></select>"],
    ["a text", "<textarea data-focus></textarea>"],
    ["the tabs", '<div role="tablist"><button data-focus></button></div>'],
    ["the code", '<pre tabindex="0" data-focus></pre>'],
    ["the list of events", '<section tabindex="0" data-focus></section>'],
  ])("are left to %s that has the focus", (_name, html) => {
    const focused = element(html);
    playground.actions.seek(150);
    for (const key of ["ArrowRight", "ArrowLeft", "Home", "+", "-"]) {
      expect(press(key, {}, focused)).toBe(false);
    }
    expect(playground.position().timeMs).toBe(150);
    expect(state().speed).toBe(1);
  });

  it("let Space press the focused button, and nothing else", () => {
    expect(press(" ", {}, element("<button data-focus>Next</button>"))).toBe(false);
    expect(state().playing).toBe(false);
    expect(press("ArrowRight", {}, element("<button data-focus>Next</button>"))).toBe(true);
  });

  it("let undo in a field undo the typing, and at a slider the setting", () => {
    playground.actions.setSeed(7);
    expect(press("z", { ctrlKey: true }, element("<input data-focus>"))).toBe(false);
    expect(press("z", { ctrlKey: true }, element("<textarea data-focus></textarea>"))).toBe(false);
    expect(state().experiment.seed).toBe(7);
    press("z", { ctrlKey: true }, element('<input type="range" data-focus>'));
    expect(state().experiment.seed).toBe(42);
  });

  it("do nothing while a dialog is open, wherever the focus is", () => {
    const button = element("<dialog open><button data-focus>Close</button></dialog>");
    for (const at of [button, document.body]) {
      for (const key of [" ", "ArrowRight", "Home"]) expect(press(key, {}, at)).toBe(false);
    }
    expect(state().playing).toBe(false);
  });

  it("leave alone an event that was already handled", () => {
    const button = element("<div data-focus></div>");
    button.addEventListener("keydown", (event) => event.preventDefault());
    press(" ", {}, button);
    expect(state().playing).toBe(false);
  });

  it("are no longer handled when the page is gone", () => {
    stop();
    expect(press(" ")).toBe(false);
    expect(state().playing).toBe(false);
  });
});

describe("the keys of a presentation", () => {
  const step = () => state().presenting?.step;
  const steps = () => stepsOf(scenarioOf(catalogue, state().experiment.scenario)).length;

  it("are not handled while nothing is presented", () => {
    for (const key of ["PageDown", "PageUp", ".", "F5", "Escape"]) expect(press(key)).toBe(false);
    expect(press("b", { code: "KeyB" })).toBe(false);
  });

  it("walk through the cards of the lesson with PageDown and PageUp, and stop at its ends", () => {
    playground.actions.present(true);
    for (let i = 0; i < steps() + 3; i++) expect(press("PageDown")).toBe(true);
    expect(step()).toBe(steps());
    for (let i = 0; i < steps() + 3; i++) press("PageUp");
    expect(step()).toBe(0);
  });

  it("B and the full stop blank the screen, and show it again", () => {
    playground.actions.present(true);
    press("ㅠ", { code: "KeyB" });
    expect(state().presenting?.blank).toBe(true);
    press(".");
    expect(state().presenting?.blank).toBe(false);
    press(".");
    press("PageDown");
    expect(state().presenting).toEqual({ step: 1, aside: false, blank: false });
  });

  it("don't reload with F5, which a remote sends to begin", () => {
    playground.actions.present(true);
    expect(press("F5")).toBe(true);
    expect(state().presenting).not.toBeNull();
  });

  it("don't reload with F5 while a dialog is open either; the other keys are the dialog's", () => {
    const dialog = document.createElement("dialog");
    dialog.open = true;
    document.body.append(dialog);
    onTestFinished(() => dialog.remove());
    expect(press("F5")).toBe(false);
    playground.actions.present(true);
    expect(press("F5")).toBe(true);
    for (const key of ["PageDown", ".", "ArrowRight", "Escape"]) expect(press(key)).toBe(false);
    expect(state().presenting).toEqual({ step: 0, aside: false, blank: false });
  });

  it("show a blank screen again with Escape, then leave", () => {
    playground.actions.present(true);
    press("b", { code: "KeyB" });
    press("Escape");
    expect(state().presenting?.blank).toBe(false);
    press("Escape");
    expect(state().presenting).toBeNull();
  });

  it("still step events with the arrows", () => {
    playground.actions.present(true);
    playground.actions.seek(150);
    press("ArrowRight");
    expect(playground.position().timeMs).toBe(200);
  });

  it("begin another scenario without a card", () => {
    playground.actions.present(true);
    press("PageDown");
    playground.actions.openScenario("memory-leak");
    expect(state().presenting).toEqual({ step: 0, aside: false, blank: false });
  });
});
