/** What people type into the field of a whole-number setting, as the number that they mean. */
import { type IntParam, plainNumber } from "../../../params/index.ts";

/** How many ms a unit of time has, as people write it. */
const UNITS_MS: Readonly<Record<string, number>> = {
  // The Greek letter: the micro sign becomes it (NFKC).
  μs: 0.001,
  us: 0.001,
  ms: 1,
  s: 1000,
  sec: 1000,
  초: 1000,
  min: 60_000,
  m: 60_000,
  분: 60_000,
  h: 3_600_000,
  시간: 3_600_000,
};

/** How many times a second a frequency is. */
const PER_SEC: Readonly<Record<string, number>> = { hz: 1, khz: 1000, rps: 1, tps: 1 };

/** `10/s`, `10 per second`. */
const RATE = /^(\d+(?:\.\d+)?)\s*(?:\/|per)\s*(\D+)$/;
const LENGTH = /^(\d+(?:\.\d+)?)\s*([^\d\s.]+)$/;

/**
 * The same text, unless it has a unit: a delay in ms may be typed as a rate (`10/s` is 100) or in another unit
 * (`1.5 s` or `1,5 s` is 1500), a length in s likewise. The result is rounded to a whole number; the text stays the same
 * where that would make nothing of something (`100 µs`).
 */
export function typedNumber(text: string, { unit }: Pick<IntParam, "unit">): string {
  const plain = plainNumber(text);
  const ownMs = unit === "ms" || unit === "s" ? UNITS_MS[unit] : undefined;
  if (ownMs === undefined || /^[+-]?\d+$/.test(plain)) return plain;
  const ms = msOf(withPoint(plain.toLowerCase()));
  const own = Math.round(ms / ownMs);
  return Number.isNaN(ms) || (own === 0 && ms > 0) ? plain : String(own);
}

/** How many ms a length of time or a rate means; NaN for what is neither. */
function msOf(typed: string): number {
  const [, rate, time = ""] = RATE.exec(typed) ?? [];
  const timeMs = UNITS_MS[time.trim().replace(/^second$/, "s")];
  if (rate !== undefined && timeMs !== undefined && Number(rate) > 0) return timeMs / Number(rate);
  const [, number, unit = ""] = LENGTH.exec(typed) ?? [];
  const perSec = Number(number) * (PER_SEC[unit] ?? 0);
  return perSec > 0 ? 1000 / perSec : Number(number) * (UNITS_MS[unit] ?? Number.NaN);
}

/** A comma with three digits behind it sets thousands apart; any other one is a decimal comma. */
function withPoint(typed: string): string {
  return typed.replace(/,(?=\d{3}(?!\d))/g, "").replace(",", ".");
}
