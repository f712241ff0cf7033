/** The form of a recording of Pekko Streams, and the island to which each of its rows belongs. */
import type { OverflowStrategy } from "../../src/systems/pekko/index.ts";

export type Row = readonly [timeMs: number, what: string, ...values: unknown[]];

export type RecordedSource =
  | { readonly kind: "range"; readonly count: number }
  | { readonly kind: "tick"; readonly period: number; readonly count: number }
  | { readonly kind: "queue"; readonly size: number; readonly at: readonly number[] }
  | {
      readonly kind: "offers";
      readonly size: number;
      readonly strategy: OverflowStrategy;
      readonly at: readonly number[];
    };

export type RecordedOperator =
  | { readonly name: "async" }
  | { readonly name: "buffer"; readonly size: number; readonly strategy: OverflowStrategy }
  | { readonly name: "conflate" }
  | { readonly name: "batch"; readonly max: number }
  | {
      readonly name: "throttle";
      readonly elements: number;
      readonly perMs: number;
      readonly burst: number;
      readonly enforce: boolean;
    }
  | { readonly name: "mapAsync"; readonly parallelism: number; readonly ms: number };

export interface PekkoRecording {
  readonly system: "pekko";
  readonly source: RecordedSource;
  readonly operators: readonly RecordedOperator[];
  readonly sink: { readonly workMs: number };
  readonly inputBuffer?: number;
  readonly until: number;
  readonly trace: readonly Row[];
}

/** A row with the number of its island; the source's island is 0. */
export interface IslandRow {
  readonly island: number;
  readonly row: Row;
}

/** Returns the number of the sink's island; the source's island is 0. */
export function islandOfSink({ operators }: PekkoRecording): number {
  return islandsOf(operators).at(-1) ?? 0;
}

/** Returns the island of each operator. An `async` belongs to the island below it; two in a row make one boundary. */
export function islandsOf(operators: readonly RecordedOperator[]): number[] {
  let island = 0;
  return operators.map(({ name }, place) => {
    if (name === "async" && operators[place - 1]?.name !== "async") island++;
    return island;
  });
}

/**
 * Returns the rows of a recording with their islands, which the recording does not contain. Offers and the source's
 * rows belong to the first island, `start` and `end` to that of their mapAsync, and all others to the last. If there
 * are several mapAsync, an element starts and ends in the uppermost first.
 */
export function withIslands(recording: PekkoRecording): IslandRow[] {
  const islands = islandsOf(recording.operators);
  const ofMapAsync = islands.filter((_, place) => recording.operators[place]?.name === "mapAsync");
  const seen = new Map<string, number>();
  return recording.trace.map((row) => {
    const [, what, v] = row;
    if (what === "offer" || what.startsWith("source.")) return { island: 0, row };
    if (what !== "start" && what !== "end") return { island: islandOfSink(recording), row };
    const times = seen.get(`${what} ${v}`) ?? 0;
    seen.set(`${what} ${v}`, times + 1);
    return { island: ofMapAsync[times] ?? 0, row };
  });
}

export function rowsOf(rows: readonly IslandRow[], island: number): Row[] {
  return rows.filter((each) => each.island === island).map(({ row }) => row);
}
