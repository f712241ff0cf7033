/** Which of a strategy's lines a printed text is. */
import type { Strategy } from "../../../src/systems/index.ts";

/** The name of a text that is none of the lines: nothing that the page's program prints. */
export const OTHER = "other";

/** Says of a printed text which of the lines it is: of several that fit, the one with the most letters of its own. */
export function lineNames({ lines }: Pick<Strategy, "lines">): (text: string) => string {
  const patterns = Object.entries(lines)
    .map(([name, template]) => {
      const fixed = template.split(/\{\d+\}/);
      return { name, letters: fixed.join("").length, pattern: patternOf(fixed) };
    })
    .toSorted((a, b) => b.letters - a.letters);
  return (text) => patterns.find(({ pattern }) => pattern.test(text))?.name ?? OTHER;
}

/** The parts of a template with anything between them. */
function patternOf(fixed: readonly string[]): RegExp {
  const parts = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`);
}
