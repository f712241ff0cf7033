/** A recording as the picture reads it. */
import { type Recording, valueOfParam, valuesAt } from "../../../run/index.ts";
import { type Loss, strategyOf } from "../../../systems/index.ts";
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
function pauseOf({ spec }: Recording): number {
  const { workload, pauseMs } = strategyOf(spec.strategy);
  if (pauseMs !== undefined) return pauseMs(valuesAt(spec, 0));
  const param = workload.find(({ key }) => key === "producerDelayMs");
  return param === undefined ? Number.NaN : Number(valueOfParam(spec, param, 0));
}
