/** Formats numbers as each language writes them. The caller adds the unit, except to bytes. */
import type { Language } from "./text.ts";

const LOCALES: Readonly<Record<Language, string>> = { ko: "ko-KR", en: "en-US" };

/** Creating a formatter costs thirty times as much as using it, so one is kept for each number of decimals. */
const byDigits = (digits: number): Readonly<Record<Language, Intl.NumberFormat>> => {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return {
    ko: new Intl.NumberFormat(LOCALES.ko, options),
    en: new Intl.NumberFormat(LOCALES.en, options),
  };
};

const WHOLE = byDigits(0);
const TENTHS = byDigits(1);
const HUNDREDTHS = byDigits(2);
const THOUSANDTHS = byDigits(3);
const byOptions = (options: Intl.NumberFormatOptions) => ({
  ko: new Intl.NumberFormat(LOCALES.ko, options),
  en: new Intl.NumberFormat(LOCALES.en, options),
});
const ONE_DIGIT = byOptions({ maximumSignificantDigits: 1 });
const FLOORED = byOptions({ maximumFractionDigits: 3, roundingMode: "floor" });

/** Formats a number rounded to a whole one, with its thousands separated. */
export function formatCount(value: number, language: Language): string {
  return WHOLE[language].format(Math.round(value));
}

/** Stands for a number that is not known yet. */
const UNKNOWN = "–";
/** A number between 0 and this is written with one significant digit: 0.02 rather than 0.0. */
const SMALL = 0.1;

/** Formats a rate: one decimal below 100, none from there on, one significant digit below 0.1; a dash for NaN. */
export function formatRate(perSec: number, language: Language): string {
  if (Number.isNaN(perSec)) return UNKNOWN;
  if (perSec > 0 && perSec < SMALL) return ONE_DIGIT[language].format(perSec);
  return (perSec < 99.95 ? TENTHS : WHOLE)[language].format(perSec);
}

/** Formats a percentage without its sign, as a rate is formatted; but below 100 it never reads 100. A dash for NaN. */
export function formatPercent(percent: number, language: Language): string {
  if (!(percent > 99.9 && percent < 100)) return formatRate(percent, language);
  // As many decimals as it takes to show that it is less than 100.
  return fillUp(percent)[language].format(percent);
}

function fillUp(percent: number): Readonly<Record<Language, Intl.NumberFormat>> {
  if (percent < 99.95) return TENTHS;
  return percent < 99.995 ? HUNDREDTHS : FLOORED;
}

/** Formats a virtual time, given in ms, in seconds with three decimals. */
export function formatSeconds(ms: number, language: Language): string {
  return THOUSANDTHS[language].format(ms / 1000);
}

/** Formats bytes with their unit: the largest binary one, up to GiB, that keeps the number at 1 or more. */
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
