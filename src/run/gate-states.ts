/** The state of a run's gate over time: a breaker's closed, open or half-open, or the level of a gate with levels. */
import { BreakerState, type BreakerStation, type LevelsStation } from "../systems/index.ts";
import { type GaugeStep, gaugeSteps } from "./gauge-steps.ts";
import type { Recording } from "./recording.ts";

export interface GateStates {
  readonly station: BreakerStation | LevelsStation;
  /** The `BreakerState`, or the number of the level, from each time on; the first step is at 0. */
  readonly steps: readonly [GaugeStep, ...GaugeStep[]];
}

/** The states, up to `untilMs`, of the first gate that has any; null if there is none. */
export function gateStatesOf(recording: Recording, untilMs: number): GateStates | null {
  const { stations } = recording.topology;
  const number = stations.findIndex(({ kind }) => kind === "breaker" || kind === "levels");
  const station = stations[number];
  if (station?.kind !== "breaker" && station?.kind !== "levels") return null;
  const changes = gaugeSteps(
    recording,
    number,
    station.kind === "breaker" ? "state" : "level",
    untilMs,
  );
  const [first] = changes;
  // Until the first report a breaker is closed, and service is at its full level; both are 0.
  if (first?.timeMs === 0) return { station, steps: [first, ...changes.slice(1)] };
  const start = { timeMs: 0, value: BreakerState.CLOSED };
  return {
    station,
    steps: [start, ...(first?.value === start.value ? changes.slice(1) : changes)],
  };
}
