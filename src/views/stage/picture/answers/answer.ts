/** A strip under the stations that answers the run's question to the eye. */
import type { Box } from "../layout.ts";
import type { Pen } from "../pen.ts";
import type { RunFacts } from "../run-facts.ts";

/** The answer of one run, with whatever it remembers of it. */
export interface OpenAnswer {
  readonly id: string;
  /** Height as a share of the picture's. */
  readonly share: number;
  /** Reads on in what it draws from, at most so many rows. Returns whether all is read. */
  prepare?(mostRows: number): boolean;
  draw(pen: Pen, box: Box): void;
}

/** One file of `answers/`. */
export interface Answer {
  readonly id: string;
  /** Chosen by what the run is made of, never by its name. */
  applies(run: RunFacts): boolean;
  open(run: RunFacts): Omit<OpenAnswer, "id">;
}

/** The inside of a strip: text stands on the first line, the rest is the figure's. */
export function partsOf(pen: Pen, { x, y, width, height }: Box) {
  const margin = Math.min(pen.text * 0.8, width / 30);
  const line = pen.text * 1.5;
  return {
    titleX: x + margin,
    titleY: y + pen.text * 1.05,
    figure: {
      x: x + margin,
      y: y + line,
      width: Math.max(1, width - 2 * margin),
      height: Math.max(1, height - line - pen.text * 0.3),
    },
  };
}
