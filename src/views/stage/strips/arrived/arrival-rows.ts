/** The rows of arrivals: one for each kind of elements, or one for all, below each other in the lane's band. */
import type { Text } from "../../../../i18n/index.ts";
import type { Recording } from "../../../../run/index.ts";
import type { LaneBand } from "../lane-bands.ts";

export interface ArrivalRow extends LaneBand {
  /** The number of the row's kind; null if it holds all elements. */
  readonly kind: number | null;
  /** The kind's name; null if the numbers beside the title name the rows, or there is only one row. */
  readonly name: Text | null;
}

/** The least height of a row, in px: if the kinds' rows would be lower, all share one row. */
const LEAST_HEIGHT = 6;

/** The number of kinds that have room beside the title. */
const MOST_BESIDE = 3;

/** The kinds whose numbers stand beside the title, in the order of their rows; none if all share one number there. */
export function kindsBeside({ kinds }: Recording, lanes: number): readonly Text[] {
  const names = kinds?.names ?? [];
  return lanes === 1 && names.length <= MOST_BESIDE ? names : [];
}

export function arrivalRows(
  recording: Recording,
  lanes: number,
  { top, height }: LaneBand,
): ArrivalRow[] {
  const names = recording.kinds?.names ?? [];
  if (names.length === 0 || height / names.length < LEAST_HEIGHT) {
    return [{ kind: null, name: null, top, height }];
  }
  const isNamed = kindsBeside(recording, lanes).length === 0;
  const own = height / names.length;
  return names.map((name, kind) => ({
    kind,
    name: isNamed ? name : null,
    top: top + kind * own,
    height: own,
  }));
}
