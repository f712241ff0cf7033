/** What the columns of each kind of row hold, for code that reads rows without interpreting them. */
import { RowKind } from "./row-kind.ts";

/**
 * What each column of a row holds. Null: nothing, written as 0, or as -1 for `element`. `other`: the number of the
 * element that this one became part of. `hand`: the element that the actor has in hand, or -1; such a row is about the
 * actor rather than the element.
 */
export interface RowColumns {
  readonly station: "station" | "connection" | null;
  readonly who: "actor" | "other";
  readonly element: "element" | "hand" | "ms" | "count" | "value" | "failure" | null;
  readonly detail: "rule" | "signal" | "gauge" | "line" | "end" | null;
}

const OF_ELEMENT = { station: "station", who: "actor", element: "element", detail: null } as const;
const OF_LINE = { station: null, who: "actor", element: "value", detail: "line" } as const;

export const ROW_COLUMNS: Readonly<Record<RowKind, RowColumns>> = {
  [RowKind.MADE]: OF_ELEMENT,
  [RowKind.ENTERED]: OF_ELEMENT,
  [RowKind.PASSED]: OF_ELEMENT,
  [RowKind.LEFT]: OF_ELEMENT,
  [RowKind.HELD]: OF_ELEMENT,
  [RowKind.RELEASED]: { ...OF_ELEMENT, element: "hand" },
  [RowKind.BEGAN]: { ...OF_ELEMENT, element: "ms" },
  [RowKind.DONE]: OF_ELEMENT,
  [RowKind.LOST]: { ...OF_ELEMENT, detail: "rule" },
  [RowKind.MERGED]: { ...OF_ELEMENT, who: "other" },
  [RowKind.REQUESTED]: { ...OF_ELEMENT, station: "connection", element: "count" },
  [RowKind.SIGNALLED]: { ...OF_ELEMENT, station: "connection", element: null, detail: "signal" },
  [RowKind.GAUGE]: { ...OF_ELEMENT, element: "value", detail: "gauge" },
  [RowKind.PRINTED]: OF_LINE,
  [RowKind.ENDED]: { station: null, who: "actor", element: "failure", detail: "end" },
  [RowKind.CONTINUED]: OF_LINE,
};
