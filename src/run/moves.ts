/** The move that a row of a trace makes with its element: for pictures in which elements travel from place to place. */
import { RowKind, type Trace } from "../trace/index.ts";

/** The place of an element. `gate`: before the station; `lost`: at the station, where it ends; `end`: done. */
export interface Place {
  readonly at: "source" | "gate" | "inside" | "hand" | "lost" | "end";
  readonly station: number;
  /** The number of the actor that had it in hand or made it; -1 if there is none. */
  readonly who: number;
}

export interface Move {
  readonly element: number;
  /** Where it must have been, for a picture that has not seen it before; null if the row makes the element. */
  readonly from: Place | null;
  readonly to: Place;
}

/** Returns the move of a row's element; null if the row moves none. */
export function moveOf(
  trace: Pick<Trace, "kindAt" | "stationAt" | "whoAt" | "elementAt">,
  row: number,
): Move | null {
  const kind = trace.kindAt(row);
  const at = ENDS_AT[kind];
  const element = trace.elementAt(row);
  // An actor may be held with nothing in hand.
  if (at === undefined || element < 0) return null;
  const station = trace.stationAt(row);
  const who = trace.whoAt(row);
  return { element, from: originOf(kind, station, who), to: { at, station, who } };
}

/** By kind of row: the place where its move ends. Kinds that move no element are left out. */
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
