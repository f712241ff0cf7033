/** Where the things stand that patterns add to a layout. */
import type { Box, Point } from "../layout.ts";

/** Where a text stands. */
export interface Spot extends Point {
  readonly anchor: "start" | "middle" | "end";
}

/** A gate between producer and buffer. */
export interface GateRoom {
  /** Room for what the gate is made of, beside the way. */
  readonly symbol: Box;
  readonly title: Spot;
  readonly lines: readonly [Spot, Spot];
  /** Where it stands on the way itself. */
  readonly onPath: Point;
}

export interface Cable {
  readonly from: Point;
  readonly to: Point;
  readonly title: Spot;
  readonly line: Spot;
}

export interface Legend extends Point {
  readonly columns: number;
  readonly columnWidth: number;
  readonly rowHeight: number;
}

export interface Rooms {
  readonly gates: readonly GateRoom[];
  readonly cable: Cable | null;
  readonly tray: { readonly box: Box; readonly lines: number; readonly text: Spot };
  readonly pool: { readonly first: Point; readonly name: Spot; readonly text: Spot };
  readonly calls: Spot;
  readonly legend: Legend | null;
  readonly heap: { readonly bar: Box; readonly text: Spot };
  /** Names of the workers; none where there is no room. */
  readonly names: readonly Spot[];
}
