/** Measured numbers, formatted for a language. */
import { fillIn, formatCount, formatRate, type Language } from "../../../i18n/index.ts";
import type { Range, RecordedProgram } from "../../../scenarios/index.ts";
import { realMachineWords } from "./real-machine-words.ts";

/** A range, or one number if both ends are written the same. */
export function rangeText([least, most]: Range, language: Language): string {
  const [low, high] = [written(least, language), written(most, language)];
  if (low === high) return low;
  return fillIn(realMachineWords.range[language], { least: low, most: high });
}

function written(value: number, language: Language): string {
  return Number.isInteger(value) ? formatCount(value, language) : formatRate(value, language);
}

/**
 * Fills a sentence with the figures of a recorded program. For a list of ranges, a figure's name with `Count`, `First`
 * or `Last` appended stands for their number, the first or the last.
 */
export function recordedText(
  text: string,
  { figures }: RecordedProgram,
  language: Language,
): string {
  const values: Record<string, string> = {};
  for (const [name, figure] of Object.entries(figures)) {
    if (isRange(figure)) {
      values[name] = rangeText(figure, language);
      continue;
    }
    const texts = figure.map((range) => rangeText(range, language));
    values[name] = texts.join(", ");
    values[`${name}Count`] = formatCount(texts.length, language);
    values[`${name}First`] = texts.at(0) ?? "";
    values[`${name}Last`] = texts.at(-1) ?? "";
  }
  return fillIn(text, values);
}

function isRange(figure: Range | readonly Range[]): figure is Range {
  return typeof figure[0] === "number";
}
