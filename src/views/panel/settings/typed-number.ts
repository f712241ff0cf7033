/** What people type into the field of a whole-number setting, as the number that they mean. */
import type { IntParam } from "../../../params/index.ts";

/** How many ms a unit of time has, as people write it. */
const UNITS_MS: Readonly<Record<string, number>> = {
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

const RATE = /^(\d+(?:\.\d+)?)\s*\/\s*(\D+)$/;
const LENGTH = /^(\d+(?:\.\d+)?)\s*([^\d\s.]+)$/;

/**
 * The same text, unless it has a unit: a delay in ms may be typed as a rate (`10/s` is 100) or in another unit
 * (`1.5 s` is 1500), a length in s likewise. The result is rounded to a whole number.
 */
export function typedNumber(text: string, { unit }: Pick<IntParam, "unit">): string {
  const typed = text.trim().toLowerCase().replaceAll(",", "");
  const ownMs = unit === "ms" || unit === "s" ? UNITS_MS[unit] : undefined;
  if (ownMs === undefined) return text.trim();
  const [, perTime, rateUnit = ""] = RATE.exec(typed) ?? [];
  const rateMs = UNITS_MS[rateUnit.trim()];
  if (perTime !== undefined && rateMs !== undefined && Number(perTime) > 0) {
    return String(Math.round(rateMs / Number(perTime) / ownMs));
  }
  const [, length, lengthUnit = ""] = LENGTH.exec(typed) ?? [];
  const lengthMs = UNITS_MS[lengthUnit];
  if (length !== undefined && lengthMs !== undefined) {
    return String(Math.round((Number(length) * lengthMs) / ownMs));
  }
  return text.trim();
}
