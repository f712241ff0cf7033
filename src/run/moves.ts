/** Where a row of a trace takes its element: for pictures in which elements are seen to go from place to place. */
import { RowKind, type Trace } from "../trace/index.ts";

/** A place of an element: `gate`: before the station; `lost`: it ends there; `end`: it is done. */
export interface Place {
  readonly at: "source" | "gate" | "inside" | "hand" | "lost" | "end";
  readonly station: number;
  /** Who had it in hand or made it, as the trace numbers actors; -1 where nobody did. */
  readonly who: number;
}

export interface Move {
  readonly element: number;
  /** Where it must have been, for who has not seen it before; null where it was nowhere: it is made. */
  readonly from: Place | null;
  readonly to: Place;
}

/** The move that a row tells of; null where no element changes its place. */
export function moveOf(
  trace: Pick<Trace, "kindAt" | "stationAt" | "whoAt" | "elementAt">,
  row: number,
): Move | null {
  const kind = trace.kindAt(row);
  const at = ENDS_AT[kind];
  const element = trace.elementAt(row);
  // Somebody may be held with nothing in hand.
  if (at === undefined || element < 0) return null;
  const station = trace.stationAt(row);
  const who = trace.whoAt(row);
  return { element, from: originOf(kind, station, who), to: { at, station, who } };
}

/** Where the move of a row of each kind ends. */
const ENDS_AT: { readonly [kind in RowKind]?: Place["at"] } = {
  [RowKind.MADE]: "source",
  [RowKind.HELD]: "gate",
  [RowKind.ENTERED]: "inside",
  [RowKind.PASSED]: "inside",
  [RowKind.LEFT]: "hand",
  [RowKind.DONE]: "end",
  [RowKind.LOST]: "lost",
};

function originOf(kind: RowKind, station: number, who: number): Place | null {
  switch (kind) {
    case RowKind.MADE:
      return null;
    case RowKind.HELD:
      return { at: "source", station: 0, who };
    case RowKind.DONE:
      return { at: "hand", station, who };
    case RowKind.LEFT:
    case RowKind.LOST:
      return { at: "inside", station, who: -1 };
    default:
      return { at: "gate", station, who };
  }
}
