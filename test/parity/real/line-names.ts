/** Finds which of a strategy's lines a printed text is. */
import type { Strategy } from "../../../src/systems/index.ts";

/** The name of a text that is none of the lines, which the page's program never prints. */
export const OTHER = "other";

/**
 * Returns a function from a printed text to the name of its line. Of several lines that match, it is the one with the
 * most fixed letters.
 */
export function lineNames({ lines }: Pick<Strategy, "lines">): (text: string) => string {
  const patterns = Object.entries(lines)
    .map(([name, template]) => {
      const fixed = template.split(/\{\d+\}/);
      return { name, letters: fixed.join("").length, pattern: patternOf(fixed) };
    })
    .toSorted((a, b) => b.letters - a.letters);
  return (text) => patterns.find(({ pattern }) => pattern.test(text))?.name ?? OTHER;
}

/** Returns a pattern for the fixed parts of a template, with anything between them. */
function patternOf(fixed: readonly string[]): RegExp {
  const parts = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`);
}
