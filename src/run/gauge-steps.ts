/** The values of a station's gauge over time, as steps. */
import { GAUGES, type GaugeName } from "../systems/index.ts";
import type { Recording } from "./recording.ts";
import { rowIndexOf } from "./row-index.ts";

/** The gauge had this value from `timeMs` on. */
export interface GaugeStep {
  readonly timeMs: number;
  readonly value: number;
}

/** Every change of a gauge of station number `station` by `untilMs`; an instant counts with its last value. */
export function gaugeSteps(
  { history, topology }: Pick<Recording, "history" | "topology">,
  station: number,
  gauge: GaugeName,
  untilMs: number,
): GaugeStep[] {
  const kind = topology.stations[station]?.kind;
  const names: readonly GaugeName[] = kind === undefined ? [] : GAUGES[kind];
  const number = names.indexOf(gauge);
  const log = rowIndexOf({ history }).gaugeOf(station, number);
  const steps: GaugeStep[] = [];
  const count = log.countUntil(untilMs);
  for (let place = 0; place < count; place++) {
    const step = { timeMs: log.timeAt(place), value: log.elementAt(place) };
    if (steps.at(-1)?.timeMs === step.timeMs) steps.pop();
    if (steps.at(-1)?.value !== step.value) steps.push(step);
  }
  return steps;
}
