/** A recording as the picture reads it. */
import type { Recording } from "../../../run/index.ts";
import type { Loss } from "../../../systems/index.ts";
import { RowIndex, type RunFacts } from "./run-facts.ts";

export function factsOf(recording: Recording): RunFacts {
  const { topology, trace, kinds, elementBytes, heapLimitBytes } = recording;
  return {
    topology,
    rows: trace,
    index: new RowIndex(trace),
    kinds,
    elementBytes,
    heapBytes: heapLimitBytes,
    actorOf: (who) => recording.actorOf(who),
    lossCount: (rule) => (recording.losses[rule] as Loss | undefined)?.count ?? null,
  };
}
