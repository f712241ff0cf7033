/** How numbers along the axes are written. */
import type { Language } from "../../../../i18n/index.ts";

const PLAIN = {
  ko: new Intl.NumberFormat("ko", { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en", { maximumFractionDigits: 2 }),
} as const satisfies Record<Language, Intl.NumberFormat>;

const COMPACT = {
  ko: new Intl.NumberFormat("ko", { notation: "compact", maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }),
} as const satisfies Record<Language, Intl.NumberFormat>;

/** A number of an axis, in about five characters. */
export function axisNumber(value: number, language: Language): string {
  return (value < 10_000 ? PLAIN : COMPACT)[language].format(value);
}
