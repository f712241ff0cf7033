/** A setting that is changed while a run goes on. */
import type { ParamValue } from "./param.ts";

/** A live value changed on the way: it holds after everything that happened at `atMs`. */
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

/** Whether both are the same change at the same time. */
export function isSameIntervention(one: Intervention, other: Intervention | undefined): boolean {
  return one.atMs === other?.atMs && one.key === other.key && one.value === other.value;
}
