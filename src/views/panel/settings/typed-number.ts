/** Reads what people type into the field of a whole-number setting as the number that they mean. */
import { type IntParam, plainNumber } from "../../../params/index.ts";

/** The length of a unit of time in ms, by the names that people use. */
const UNITS_MS: Readonly<Record<string, number>> = {
  // The Greek letter mu, which NFKC makes of the micro sign.
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

/** Units of frequency, in times per second. */
const PER_SEC: Readonly<Record<string, number>> = { hz: 1, khz: 1000, rps: 1, tps: 1 };

/** Matches `10/s` and `10 per second`. */
const RATE = /^(\d+(?:\.\d+)?)\s*(?:\/|per)\s*(\D+)$/;
const LENGTH = /^(\d+(?:\.\d+)?)\s*([^\d\s.]+)$/;

/**
 * Returns the text unchanged, unless it has a unit: a delay in ms may be typed as a rate (`10/s` becomes 100) or in
 * another unit (`1.5 s` or `1,5 s` becomes 1500), and so may a length in s. The result is rounded to a whole number,
 * except that the text stays as it is if it would be rounded to 0 (`100 µs`).
 */
export function typedNumber(text: string, { unit }: Pick<IntParam, "unit">): string {
  const plain = plainNumber(text);
  const ownMs = unit === "ms" || unit === "s" ? UNITS_MS[unit] : undefined;
  if (ownMs === undefined || /^[+-]?\d+$/.test(plain)) return plain;
  const ms = msOf(withPoint(plain.toLowerCase()));
  const own = Math.round(ms / ownMs);
  return Number.isNaN(ms) || (own === 0 && ms > 0) ? plain : String(own);
}

/** The length of time, or the interval of a rate, in ms; NaN if `typed` is neither. */
function msOf(typed: string): number {
  const [, rate, time = ""] = RATE.exec(typed) ?? [];
  const timeMs = UNITS_MS[time.trim().replace(/^second$/, "s")];
  if (rate !== undefined && timeMs !== undefined && Number(rate) > 0) return timeMs / Number(rate);
  const [, number, unit = ""] = LENGTH.exec(typed) ?? [];
  const perSec = Number(number) * (PER_SEC[unit] ?? 0);
  return perSec > 0 ? 1000 / perSec : Number(number) * (UNITS_MS[unit] ?? Number.NaN);
}

/** Replaces a decimal comma by a point. A comma before exactly three digits separates thousands, and is removed. */
function withPoint(typed: string): string {
  return typed.replace(/,(?=\d{3}(?!\d))/g, "").replace(",", ".");
}
