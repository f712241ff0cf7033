/** Numbers as people of a language write them. All take and give plain values; units are the caller's. */
import type { Language } from "./text.ts";

const LOCALES: Readonly<Record<Language, string>> = { ko: "ko-KR", en: "en-US" };

/** A whole number with its thousands set apart. */
export function formatCount(value: number, language: Language): string {
  return Math.round(value).toLocaleString(LOCALES[language]);
}

/** A rate: one decimal below 100, none above. */
export function formatRate(perSec: number, language: Language): string {
  const digits = perSec < 99.95 ? 1 : 0;
  return perSec.toLocaleString(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A virtual time in seconds, to the ms. */
export function formatSeconds(ms: number, language: Language): string {
  return (ms / 1000).toLocaleString(LOCALES[language], {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
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
  const digits = unit > 0 && value < 100 ? 1 : 0;
  const number = value.toLocaleString(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number} ${units[unit]}`;
}
