/** Numbers as people of a language write them. All take and give plain values; units are the caller's. */
import type { Language } from "./text.ts";

const LOCALES: Readonly<Record<Language, string>> = { ko: "ko-KR", en: "en-US" };

/** Making a formatter costs thirty times as much as using it: one for each number of decimals is kept. */
const byDigits = (digits: number): Readonly<Record<Language, Intl.NumberFormat>> => {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return {
    ko: new Intl.NumberFormat(LOCALES.ko, options),
    en: new Intl.NumberFormat(LOCALES.en, options),
  };
};

const WHOLE = byDigits(0);
const TENTHS = byDigits(1);
const THOUSANDTHS = byDigits(3);

/** A whole number with its thousands set apart. */
export function formatCount(value: number, language: Language): string {
  return WHOLE[language].format(Math.round(value));
}

/** A rate: one decimal below 100, none above. */
export function formatRate(perSec: number, language: Language): string {
  return (perSec < 99.95 ? TENTHS : WHOLE)[language].format(perSec);
}

/** A virtual time in seconds, to the ms. */
export function formatSeconds(ms: number, language: Language): string {
  return THOUSANDTHS[language].format(ms / 1000);
}

/** Bytes in the largest binary unit that keeps them at 1 or more. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ["B", "KiB", "MiB", "GiB"] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  const formats = unit > 0 && value < 100 ? TENTHS : WHOLE;
  return `${formats[language].format(value)} ${units[unit]}`;
}
