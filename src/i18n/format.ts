/** Formats numbers as each language writes them. All functions take and return plain values; the caller adds units. */
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
const HUNDREDTHS = byDigits(2);
const THOUSANDTHS = byDigits(3);
const byOptions = (options: Intl.NumberFormatOptions) => ({
  ko: new Intl.NumberFormat(LOCALES.ko, options),
  en: new Intl.NumberFormat(LOCALES.en, options),
});
const ONE_DIGIT = byOptions({ maximumSignificantDigits: 1 });
const FLOORED = byOptions({ maximumFractionDigits: 3, roundingMode: "floor" });

/** A whole number with its thousands set apart. */
export function formatCount(value: number, language: Language): string {
  return WHOLE[language].format(Math.round(value));
}

/** Written where a number is not known yet. */
const UNKNOWN = "–";
/** Below this a number that is not 0 is written with one digit that counts: 0.02, never 0.0. */
const SMALL = 0.1;

/** A rate: one decimal below 100, none above, one digit that counts below 0.1; a dash for NaN. */
export function formatRate(perSec: number, language: Language): string {
  if (Number.isNaN(perSec)) return UNKNOWN;
  if (perSec > 0 && perSec < SMALL) return ONE_DIGIT[language].format(perSec);
  return (perSec < 99.95 ? TENTHS : WHOLE)[language].format(perSec);
}

/** A percentage without its sign: as a rate, but it reads 100 only where it is 100; a dash for NaN. */
export function formatPercent(percent: number, language: Language): string {
  if (!(percent > 99.9 && percent < 100)) return formatRate(percent, language);
  // As many nines as it takes to say that it is less.
  return fillUp(percent)[language].format(percent);
}

function fillUp(percent: number): Readonly<Record<Language, Intl.NumberFormat>> {
  if (percent < 99.95) return TENTHS;
  return percent < 99.995 ? HUNDREDTHS : FLOORED;
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
