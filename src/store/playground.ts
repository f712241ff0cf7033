/**
 * The page as a whole: its state, and every action on it. It is a factory, so that each test has a page of its own; React
 * sees it through one hook in views.
 */
import type { Playground, PlaygroundActions } from "./contract.ts";
import { Edits } from "./edits.ts";
import { withAsked, withProgress } from "./lesson.ts";
import { inSlices, type Pacing, UNPACED } from "./pacing.ts";
import { Page } from "./page.ts";
import { PlayHead } from "./play-head.ts";
import { type GivenPreferences, wholePreferences, withPanel } from "./preferences.ts";
import type { LinkReading } from "./read-link.ts";

export const SPEEDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 100] as const;

/** Creates a page with the experiment `opened`. Without `pacing` everything is recorded at once. */
export function createPlayground(
  given: GivenPreferences,
  opened: LinkReading,
  pacing: Pacing = UNPACED,
): Playground {
  const page = new Page(opened, wholePreferences(given), pacing);
  const head = new PlayHead(page);
  const edits = new Edits(page);
  edits.openLink(opened);
  return {
    store: page.store,
    actions: { ...editActions(edits), ...headActions(head, edits), ...pageActions(page, edits) },
    position: () => page.position,
    frame(wallMs) {
      if (!page.state.playing) return;
      head.frame(wallMs, () => edits.settle());
      edits.frame(wallMs);
    },
    inSlices: (step, done) => inSlices(step, pacing, done),
    onPosition: (listener) => page.onPosition(listener),
  };
}

/** Wraps an action so that it first ends the gesture in progress, if any. */
function settled<Args extends unknown[]>(edits: Edits, action: (...args: Args) => void) {
  return (...args: Args): void => {
    edits.settle();
    action(...args);
  };
}

function editActions(edits: Edits) {
  return {
    openScenario: settled(edits, (scenario) => edits.openScenario(scenario)),
    openLink: settled(edits, (reading) => edits.openLink(reading)),
    tryOut: settled(edits, (experiment) => edits.tryOut(experiment)),
    setStrategy: settled(edits, (lane, strategy) => edits.setStrategy(lane, strategy)),
    addLane: settled(edits, () => edits.addLane()),
    duplicateLane: settled(edits, (lane) => edits.duplicateLane(lane)),
    moveLane: settled(edits, (lane, by) => edits.moveLane(lane, by)),
    nameLane: settled(edits, (lane, name) => edits.nameLane(lane, name)),
    setStrips: settled(edits, (strips) => edits.setStrips(strips)),
    removeLane: settled(edits, (lane) => edits.removeLane(lane)),
    resetValue: settled(edits, (lane, key) => edits.resetValue(lane, key)),
    setSeed: settled(edits, (seed) => edits.setSeed(seed)),
    setThresholds: settled(edits, (thresholds) => edits.setThresholds(thresholds)),
    resetSettings: settled(edits, () => edits.resetSettings()),
    undo: settled(edits, () => edits.undo()),
    redo: settled(edits, () => edits.redo()),
    setValue: (lane, key, value, gesture = false) => edits.setValue(lane, key, value, gesture),
  } satisfies Partial<PlaygroundActions>;
}

function headActions(head: PlayHead, edits: Edits) {
  return {
    play: settled(edits, () => head.play()),
    pause: settled(edits, () => head.pause()),
    stepForward: settled(edits, () => head.stepForward()),
    stepBack: settled(edits, () => head.stepBack()),
    seek: settled(edits, (timeMs) => head.seek(timeMs)),
    stopReaching: () => head.stopReaching(),
    reset: settled(edits, () => head.reset()),
    setSpeed: (speed) => head.setSpeed(speed),
    setStop: (kind, on) => head.setStop(kind, on),
  } satisfies Partial<PlaygroundActions>;
}

function pageActions(page: Page, edits: Edits) {
  const { store } = page;
  return {
    addToCatalogue: (loaded) => page.addToCatalogue(loaded),
    partNotLoaded: () =>
      store.setState(({ notices }) => ({
        notices: [
          ...notices.filter((notice) => notice.kind !== "notLoaded" || notice.given !== null),
          { kind: "notLoaded", given: null },
        ],
      })),
    loadAgain: () => {
      const { attempt, notices } = store.getState();
      edits.loadAgain();
      store.setState({
        attempt: attempt + 1,
        notices: notices.filter(({ kind }) => kind !== "notLoaded"),
      });
    },
    dismissNotices: () => store.setState({ notices: [] }),
    selectLane: (lane) =>
      store.setState(({ recordings }) => ({
        selected: Math.max(0, Math.min(lane, recordings.length - 1)),
      })),
    pick: (picked) =>
      store.setState(({ recordings }) => {
        const of = picked === null ? undefined : recordings[picked.lane];
        return { picked: picked === null || of === undefined ? null : { ...picked, of } };
      }),
    setPanel: (change) =>
      store.setState(({ preferences }) => ({ preferences: withPanel(preferences, change) })),
    setLesson: (change) => store.setState((state) => ({ lessons: withProgress(state, change) })),
    setAsked: (change) => store.setState((state) => ({ lessons: withAsked(state, change) })),
    present: (on) =>
      store.setState(({ presenting }) => ({
        presenting: on ? (presenting ?? { step: 0, aside: false, blank: false }) : null,
      })),
    setPresenting: (change) =>
      store.setState(({ presenting }) => ({
        // Asking for a card shows it, even if the last one was put aside.
        presenting:
          presenting === null
            ? null
            : { ...presenting, aside: presenting.aside && change.step === undefined, ...change },
      })),
    openDialog: (dialog) => store.setState({ dialog }),
    setLanguage: (language) =>
      store.setState(({ preferences: old }) => ({ preferences: { ...old, language } })),
    setTheme: (theme) =>
      store.setState(({ preferences: old }) => ({ preferences: { ...old, theme } })),
  } satisfies Partial<PlaygroundActions>;
}
