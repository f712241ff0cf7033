/** The source text that the page shows for a run. The fragments of Kotlin that make up a text are loaded with it. */
import type { Language } from "../i18n/index.ts";
import type { Values } from "../params/index.ts";
import { remarkLines, withComment } from "./comment-lines.ts";
import { kotlinWriter } from "./kotlin/code/kotlin-writer.ts";
import type { Place } from "./source-text.ts";
import type { Strategy } from "./strategy.ts";

/** A line that is marked with a place. */
interface PlaceLine {
  /** The line's number, from 1. */
  readonly line: number;
  /** For how many ms an actor is busy at it; null where the line does not fix that. */
  readonly forMs: number | null;
}

export interface SourceText {
  readonly text: string;
  /** The lines of each place, from the top; the actors of a role share them. */
  readonly places: ReadonlyMap<Place, readonly PlaceLine[]>;
}

/**
 * Returns the text of a strategy's program for `values`, which are its own settings and those of the workload, with
 * comments in `language`.
 */
export function sourceTextOf(
  strategy: Pick<Strategy, "source">,
  values: Values,
  language: Language,
): SourceText {
  const lines: string[] = [];
  const places = new Map<Place, PlaceLine[]>();
  for (const line of strategy.source(values, kotlinWriter)) {
    if (typeof line === "string") {
      lines.push(line);
      continue;
    }
    const { text, comment, alone, spots } = line;
    if (comment === undefined) lines.push(text);
    else if (alone === undefined) lines.push(...withComment(text, comment[language]));
    else lines.push(...remarkLines(comment[language], alone, text));
    for (const { place, forMs } of spots) {
      const known = places.get(place) ?? [];
      known.push({ line: lines.length, forMs });
      places.set(place, known);
    }
  }
  return { text: `${lines.join("\n")}\n`, places };
}
