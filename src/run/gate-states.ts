/** The state of a run's gate over time: closed, open or half-open of a breaker, the level of one that has levels. */
import { BreakerState, type BreakerStation, type LevelsStation } from "../systems/index.ts";
import { type GaugeStep, gaugeSteps } from "./gauge-steps.ts";
import type { Recording } from "./recording.ts";

export interface GateStates {
  readonly station: BreakerStation | LevelsStation;
  /** A `BreakerState`, or the number of a level, from each time on; the first from 0. */
  readonly steps: readonly [GaugeStep, ...GaugeStep[]];
}

/** The states by `untilMs` of the first gate that has any; null where there is none. */
export function gateStatesOf(recording: Recording, untilMs: number): GateStates | null {
  const { stations } = recording.topology;
  const number = stations.findIndex(({ kind }) => kind === "breaker" || kind === "levels");
  const station = stations[number];
  if (station?.kind !== "breaker" && station?.kind !== "levels") return null;
  const told = gaugeSteps(
    recording,
    number,
    station.kind === "breaker" ? "state" : "level",
    untilMs,
  );
  const [first] = told;
  // Before it says anything a breaker is closed, and service is at its full level.
  if (first?.timeMs === 0) return { station, steps: [first, ...told.slice(1)] };
  const start = { timeMs: 0, value: BreakerState.CLOSED };
  return { station, steps: [start, ...(first?.value === start.value ? told.slice(1) : told)] };
}
