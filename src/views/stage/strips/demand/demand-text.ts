/** A number of elements that were asked for, as it is written. */
import { formatCount, type Language } from "../../../../i18n/index.ts";

export function demandText(open: number, language: Language): string {
  return Number.isFinite(open) ? formatCount(open, language) : "∞";
}
