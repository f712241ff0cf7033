/** Alerts in words: what exceeded which threshold, and by how much. */
import { fillIn, formatCount, formatPercent, type Language } from "../i18n/index.ts";
import type { Alert } from "../run/index.ts";
import { alertWords } from "./alert-words.ts";

const LIMITS = {
  percent: alertWords.overPercent,
  elements: alertWords.overPieces,
  ms: alertWords.overMs,
} as const;

type Threshold = Pick<Alert, "kind" | "unit" | "limit">;

/** An alert in words: the name of its number, and its threshold. */
export function alertText(alert: Threshold, language: Language): string {
  return `${alertWords[alert.kind][language]} ${limitText(alert, language)}`;
}

/** The threshold alone, for places where the number is already named. */
export function limitText({ unit, limit }: Threshold, language: Language): string {
  return fillIn(LIMITS[unit][language], { n: formatCount(limit, language) });
}

/** The highest value of an alert, with its unit. */
export function alertValueText({ unit, value }: Alert, language: Language): string {
  if (unit === "percent") {
    return fillIn(alertWords.percent[language], { n: formatPercent(value, language) });
  }
  const n = formatCount(value, language);
  return fillIn((unit === "ms" ? alertWords.ms : alertWords.pieces)[language], { n });
}
