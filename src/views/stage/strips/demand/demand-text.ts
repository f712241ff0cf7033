/** How a number of requested elements is written: "∞" if it is unbounded. */
import { formatCount, type Language } from "../../../../i18n/index.ts";

export function demandText(open: number, language: Language): string {
  return Number.isFinite(open) ? formatCount(open, language) : "∞";
}
