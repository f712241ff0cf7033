/** A strip under the stations that shows the answer to the run's question. */
import type { Box } from "../layout.ts";
import type { Pen } from "../pen.ts";
import type { RunFacts } from "../run-facts.ts";

/** The answer of one run, which may remember things about the run. */
export interface OpenAnswer {
  readonly id: string;
  /** Its height as a share of the picture's. */
  readonly share: number;
  /** Reads at most `mostRows` further rows of what it draws from. Returns whether everything has been read. */
  prepare?(mostRows: number): boolean;
  draw(pen: Pen, box: Box): void;
}

/** One file of `answers/`. */
export interface Answer {
  readonly id: string;
  /** Whether it suits a run: decided by what the run consists of, never by its name. */
  applies(run: RunFacts): boolean;
  open(run: RunFacts): Omit<OpenAnswer, "id">;
}

/** Divides the inside of a strip: the title stands on the first line, and the figure takes the rest. */
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
