/** The source text that the page shows for a run; the parts that texts are put together with are loaded with it. */
import type { Values } from "../params/index.ts";
import { kotlinWriter } from "./kotlin/code/kotlin-writer.ts";
import type { Place } from "./source-text.ts";
import type { Strategy } from "./strategy.ts";

/** A line at which actors of a place may stand. */
interface PlaceLine {
  /** From 1. */
  readonly line: number;
  readonly forMs: number | null;
}

export interface SourceText {
  readonly text: string;
  /** The lines of each place, from the top; the actors of a role share them. */
  readonly places: ReadonlyMap<Place, readonly PlaceLine[]>;
}

/** The text of a strategy's program with these values: its own settings and those of the workload. */
export function sourceTextOf(strategy: Pick<Strategy, "source">, values: Values): SourceText {
  const source = strategy.source(values, kotlinWriter);
  const places = new Map<Place, PlaceLine[]>();
  for (const [index, line] of source.entries()) {
    if (typeof line === "string") continue;
    for (const { place, forMs } of line.spots) {
      const lines = places.get(place) ?? [];
      lines.push({ line: index + 1, forMs });
      places.set(place, lines);
    }
  }
  const texts = source.map((line) => (typeof line === "string" ? line : line.text));
  return { text: `${texts.join("\n")}\n`, places };
}
