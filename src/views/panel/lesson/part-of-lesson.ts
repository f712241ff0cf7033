/** Goes from one part of a lesson to another: its own question, and its twin, each with the run that it is about. */
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

/** Back to the scenario's own question; its run comes back to the page where the twin's was. */
export function askOwn({ store, actions }: Playground): void {
  const wasTwin = isAtTwin(store.getState());
  actions.setLesson({ part: "question" });
  const { catalogue, experiment } = store.getState();
  if (wasTwin) actions.tryOut(openExperiment(catalogue, experiment.scenario));
}

/** Begins the lesson anew; the hands that were counted stay. */
export function startOver(playground: Playground): void {
  askOwn(playground);
  const { votes } = progressOf(playground.store.getState());
  playground.actions.setLesson({ ...NO_PROGRESS, votes });
}

function isAtTwin(state: ReturnType<Playground["store"]["getState"]>): boolean {
  return progressOf(state).part === "twin" && showsAtMsOf(state) !== null;
}
