/** What stands in the columns of a row of each kind, for whoever reads rows without knowing what they mean. */
import { RowKind } from "./row-kind.ts";

/**
 * Null: nothing, which is 0, or -1 for no element. `other`: the element that this one became part of. `hand`: what
 * somebody has in hand, whom the row tells of rather than it; -1 for nothing.
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
