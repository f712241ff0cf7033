/** The keyboard shortcuts of the page. They don't take keys from a focused element that uses them itself. */
import { scenarioOf } from "../../scenarios/index.ts";
import { type Playground, SPEEDS } from "../../store/index.ts";
import { stepBeside, stepsOf } from "../present/lesson-steps.ts";
import { historyKey } from "./history-key.ts";

/** Starts to listen. Returns a function that stops it. */
export function listenToKeys(playground: Playground, target: Window): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return;
    // A presenter's remote may send F5 even while a dialog is open.
    if (event.key !== "F5" && isDialogOpen(target.document)) return;
    const action = presenterAction(event, playground) ?? actionFor(event, playground);
    if (action === null) return;
    event.preventDefault();
    action();
  };
  target.addEventListener("keydown", onKey);
  return () => target.removeEventListener("keydown", onKey);
}

function actionFor(event: KeyboardEvent, { actions, store }: Playground): (() => void) | null {
  const { key, code } = event;
  const { playing, speed } = store.getState();
  if (event.ctrlKey || event.metaKey) {
    const way = historyKey(event);
    return way === null || isTyping(event.target) ? null : actions[way];
  }
  if (usesKey(event.target, key)) return null;
  // Letters by the position of their keys, so that they work while the keyboard writes Hangul.
  switch (code) {
    case "KeyG":
      return () => actions.openDialog("gallery");
    case "KeyP":
      return () => actions.present(store.getState().presenting === null);
    case "KeyC":
      return actions.addLane;
  }
  const lane = /^Digit([1-9])$/.exec(code)?.[1];
  if (lane !== undefined && !event.shiftKey) return () => actions.selectLane(Number(lane) - 1);
  switch (key) {
    case "?":
      return () => actions.openDialog("help");
    case " ":
      if (isButton(event.target)) return null;
      return playing ? actions.pause : actions.play;
    case "ArrowRight":
      return actions.stepForward;
    case "ArrowLeft":
      return actions.stepBack;
    case "Home":
      return actions.reset;
    case "+":
    case "=":
      return () => actions.setSpeed(SPEEDS.find((choice) => choice > speed) ?? speed);
    case "-":
      return () => actions.setSpeed(SPEEDS.findLast((choice) => choice < speed) ?? speed);
    default:
      return null;
  }
}

function matches(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function usesKey(target: EventTarget | null, key: string): boolean {
  // Space plays even if a slider has the focus.
  if (matches(target, "input[type=range]")) return key !== " ";
  return matches(target, "input, select, textarea, [role=tablist], section[tabindex], pre");
}

function isTyping(target: EventTarget | null): boolean {
  return matches(target, "input:not([type=range]):not([type=checkbox]), textarea");
}

function isButton(target: EventTarget | null): boolean {
  return matches(target, "button, a, summary");
}

/** Whether a dialog is open, even if a click on its text has taken the focus from it. */
function isDialogOpen(page: Document): boolean {
  return page.querySelector("dialog[open]") !== null;
}

/**
 * The action for a key while presenting; null if it has none. These keys, which include those that remotes send, come
 * first: F5 must not reload the page in front of an audience.
 */
function presenterAction(
  event: KeyboardEvent,
  { actions, store }: Playground,
): (() => void) | null {
  const { catalogue, presenting, experiment } = store.getState();
  if (presenting === null || event.ctrlKey || event.metaKey) return null;
  const { blank } = presenting;
  const last = stepsOf(scenarioOf(catalogue, experiment.scenario)).length;
  const goTo = (wanted: number) => () =>
    actions.setPresenting({ step: Math.min(last, Math.max(0, wanted)), blank: false });
  const blankOrNot = () => actions.setPresenting({ blank: !blank });
  if (event.key === "F5") return () => actions.setPresenting({ blank: false });
  if (event.key === "Escape") {
    return blank ? blankOrNot : () => actions.present(false);
  }
  if (usesKey(event.target, event.key)) return null;
  switch (event.key) {
    case "PageDown":
      return goTo(stepBeside(presenting, 1));
    case "PageUp":
      return goTo(stepBeside(presenting, -1));
    case ".":
      return blankOrNot;
  }
  return event.code === "KeyB" ? blankOrNot : null;
}
