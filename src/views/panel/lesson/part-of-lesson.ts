/** Switches between the parts of a lesson: its own question and its twin, each with the run that it is about. */
import type { Twin } from "../../../scenarios/index.ts";
import {
  NO_PROGRESS,
  NOTHING_YET,
  openExperiment,
  type Playground,
  progressOf,
  readLink,
  showsAtMsOf,
} from "../../../store/index.ts";

/** Asks the twin question, and puts its run on the page. */
export function askTwin({ store, actions }: Playground, { link, showsAtMs }: Twin): void {
  const { experiment } = readLink(store.getState().catalogue, `v=1&${link}`);
  const { twin } = progressOf(store.getState());
  actions.setLesson({
    part: "twin",
    folded: false,
    twin: { ...NOTHING_YET, ...twin, experiment, showsAtMs },
  });
  if (showsAtMsOf(store.getState()) === null) actions.tryOut(experiment);
}

/** Goes back to the scenario's own question, and puts its run on the page in place of the twin's. */
export function askOwn({ store, actions }: Playground): void {
  const wasTwin = isAtTwin(store.getState());
  actions.setLesson({ part: "question" });
  const { catalogue, experiment } = store.getState();
  if (wasTwin) actions.tryOut(openExperiment(catalogue, experiment.scenario));
}

/** Starts the lesson over; the votes are kept. */
export function startOver(playground: Playground): void {
  askOwn(playground);
  const { votes } = progressOf(playground.store.getState());
  playground.actions.setLesson({ ...NO_PROGRESS, votes });
}

function isAtTwin(state: ReturnType<Playground["store"]["getState"]>): boolean {
  return progressOf(state).part === "twin" && showsAtMsOf(state) !== null;
}
