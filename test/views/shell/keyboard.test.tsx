import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Playground } from "../../../src/store/index.ts";
import { listenToKeys } from "../../../src/views/shell/keyboard.ts";
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

/** Presses a key where the focus is; says whether the page took it for itself. */
function press(key: string, init: KeyboardEventInit = {}, at: Element = document.body): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  at.dispatchEvent(event);
  return event.defaultPrevented;
}

/** The first element of some page. */
function element(html: string): Element {
  document.body.innerHTML = html;
  const found = document.body.querySelector("[data-focus]");
  if (found === null) throw new Error("nothing to focus");
  return found;
}

describe("the keys of the page", () => {
  it("Space plays and pauses, and does not scroll the page", () => {
    expect(press(" ")).toBe(true);
    expect(state().playing).toBe(true);
    press(" ");
    expect(state().playing).toBe(false);
  });

  it("the arrows step, Home leads to the start", () => {
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

  it("plus and minus change the speed, up to its ends", () => {
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

  it("Space presses the button that has the focus, and nothing else", () => {
    expect(press(" ", {}, element("<button data-focus>Next</button>"))).toBe(false);
    expect(state().playing).toBe(false);
    expect(press("ArrowRight", {}, element("<button data-focus>Next</button>"))).toBe(true);
  });

  it("undo in a field undoes the typing, at a slider the setting", () => {
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

  it("leave alone what somebody has dealt with", () => {
    const button = element("<div data-focus></div>");
    button.addEventListener("keydown", (event) => event.preventDefault());
    press(" ", {}, button);
    expect(state().playing).toBe(false);
  });

  it("are no longer heard when the page is gone", () => {
    stop();
    expect(press(" ")).toBe(false);
    expect(state().playing).toBe(false);
  });
});
