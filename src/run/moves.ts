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
  const element = trace.elementAt(row);
  const station = trace.stationAt(row);
  const who = trace.whoAt(row);
  const place = (at: Place["at"], by = who): Place => ({ at, station, who: by });
  const move = (from: Place | null, to: Place["at"]): Move => ({ element, from, to: place(to) });
  switch (trace.kindAt(row)) {
    case RowKind.MADE:
      return move(null, "source");
    case RowKind.HELD:
      return element < 0 ? null : move({ at: "source", station: 0, who }, "gate");
    case RowKind.ENTERED:
    case RowKind.PASSED:
      return move(place("gate"), "inside");
    case RowKind.LEFT:
      return move(place("inside", -1), "hand");
    case RowKind.DONE:
      return move(place("hand"), "end");
    case RowKind.LOST:
      return move(place("inside", -1), "lost");
    default:
      return null;
  }
}
