/** A recording as the picture reads it. */
import type { Recording } from "../../../run/index.ts";
import type { Loss } from "../../../systems/index.ts";
import { answerOf } from "./answers/index.ts";
import { RowIndex, type RunFacts } from "./run-facts.ts";

export function factsOf(recording: Recording): RunFacts {
  const { topology, trace, kinds, elementBytes, heapLimitBytes } = recording;
  const facts: Omit<RunFacts, "answer"> = {
    topology,
    rows: trace,
    index: new RowIndex(trace),
    kinds,
    elementBytes,
    heapBytes: heapLimitBytes,
    actorOf: (who) => recording.actorOf(who),
    losses: recording.losses,
    failures: recording.failures,
    pauseMs: pauseOf(recording),
    lossCount: (rule) => (recording.losses[rule] as Loss | undefined)?.count ?? null,
  };
  return { ...facts, answer: answerOf({ ...facts, answer: null }) };
}

/** The pause that the producer wants at the start, in ms: NaN in programs that have no such setting. */
function pauseOf(recording: Recording): number {
  const { workload, pauseMs } = recording.strategy;
  if (pauseMs !== undefined) return pauseMs(recording.valuesAt(0));
  const param = workload.find(({ key }) => key === "producerDelayMs");
  return param === undefined ? Number.NaN : Number(recording.valueAt(param, 0));
}
