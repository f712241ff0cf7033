/** Changes of settings during a run. */
import type { ParamValue } from "./param.ts";

/** A change of a live setting during a run: it takes effect after everything that happens at `atMs`. */
export interface Intervention {
  readonly atMs: number;
  readonly key: string;
  readonly value: ParamValue;
}

/** Whether two lists change the same settings at the same times to the same values. */
export function sameInterventions(
  one: readonly Intervention[],
  other: readonly Intervention[],
): boolean {
  if (one.length !== other.length) return false;
  return one.every((mine, index) => isSameIntervention(mine, other[index]));
}

/** Whether both change the same setting at the same time to the same value. */
export function isSameIntervention(one: Intervention, other: Intervention | undefined): boolean {
  return one.atMs === other?.atMs && one.key === other.key && one.value === other.value;
}
