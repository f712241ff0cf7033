/** Fills a finding with the numbers of a run, formatted for a language. */
import { fillIn, formatCount, formatRate, type Language } from "../../../i18n/index.ts";

export function findingText(
  text: string,
  numbers: Readonly<Record<string, number | string>>,
  language: Language,
): string {
  return fillIn(
    text,
    Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => [name, written(value, language)]),
    ),
  );
}

function written(value: number | string, language: Language): string {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? formatCount(value, language) : formatRate(value, language);
}
