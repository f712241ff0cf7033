/** A recording as the picture reads it. */
import { bodyEndMsOf, type Recording, readRows, rowIndexOf } from "../../../run/index.ts";
import type { Loss } from "../../../systems/index.ts";
import { answerOf } from "./answers/index.ts";
import type { RunFacts } from "./run-facts.ts";

export function factsOf(recording: Recording): RunFacts {
  const { topology, history, kinds, elementBytes, heapLimitBytes } = recording;
  return withAnswer({
    topology,
    history,
    kinds,
    elementBytes,
    heapBytes: heapLimitBytes,
    actorOf: (who) => recording.actorOf(who),
    losses: recording.losses,
    failures: recording.failures,
    pauseMs: pauseOf(recording),
    bodyEnd: bodyEndOf(recording),
    lossCount: (rule) => (recording.losses[rule] as Loss | undefined)?.count ?? null,
  });
}

/** Adds to the facts of a run its index and the strip that answers its question. */
export function withAnswer(facts: Omit<RunFacts, "answer" | "index">): RunFacts {
  const all = {
    ...facts,
    answer: null,
    // A getter, because the run grows; a long run has been read a part at a time before (see readFacts).
    get index() {
      return rowIndexOf(facts);
    },
  };
  return Object.assign(all, { answer: answerOf(all) });
}

/**
 * Reads further in the logs that the picture draws from, about `mostRows` rows at most. Returns whether everything
 * that is recorded has been read; from then on the logs grow with the run.
 */
export function readFacts(run: RunFacts, mostRows: number): boolean {
  return readRows(run, mostRows) && run.answer?.prepare?.(mostRows) !== false;
}

/** Looks the end of the body up once, with what waited then: nothing that is recorded changes. */
function bodyEndOf(recording: Recording): RunFacts["bodyEnd"] {
  let known: ReturnType<RunFacts["bodyEnd"]> = null;
  return () => {
    const atMs = known === null ? bodyEndMsOf(recording) : null;
    if (atMs !== null) known = { atMs, waiting: recording.history.stateAt(atMs).waiting };
    return known;
  };
}

/** The pause that the producer wants at the start, in ms: NaN in programs without such a setting. */
function pauseOf(recording: Recording): number {
  const { workload, pauseMs } = recording.strategy;
  if (pauseMs !== undefined) return pauseMs(recording.valuesAt(0));
  const param = workload.find(({ key }) => key === "producerDelayMs");
  return param === undefined ? Number.NaN : Number(recording.valueAt(param, 0));
}
