/** The rows of what arrived: one for each kind of elements, or one for all, below each other in the lane's band. */
import type { Text } from "../../../../i18n/index.ts";
import type { Recording } from "../../../../run/index.ts";
import type { LaneBand } from "../lane-bands.ts";

export interface ArrivalRow extends LaneBand {
  /** The number of a kind; null for all elements. */
  readonly kind: number | null;
  /** Null where the numbers beside the title are those of the rows, or there is one row. */
  readonly name: Text | null;
}

/** Kinds have rows of their own where those are at least so high, in px. */
const LEAST_HEIGHT = 6;

/** So many have room beside the title. */
const MOST_BESIDE = 3;

/** The kinds whose numbers stand beside the title, one below the other as their rows do; none where it is one number. */
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
