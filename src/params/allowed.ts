/** The values that a setting may have, and the nearest of them to any other. */
import type { Param, ParamValue, Values } from "./param.ts";

/** Returns the allowed value nearest to `value`, or the default if `value` is no number or not one of the choices. */
export function clampParam(param: Param, value: ParamValue): ParamValue {
  if (param.kind === "choice") {
    return param.choices.some((choice) => choice.value === value) ? value : param.default;
  }
  const number = typeof value === "number" ? value : numberIn(String(value));
  if (Number.isNaN(number)) return param.default;
  return Math.min(param.max, Math.max(param.min, nearestWhole(number)));
}

/** Whether `value` is allowed unchanged. */
export function isAllowed(param: Param, value: ParamValue): boolean {
  return clampParam(param, value) === value;
}

/** Returns the defaults of `params` by key. */
export function defaultsOf(params: readonly Param[]): Values {
  return Object.fromEntries(params.map((param) => [param.key, param.default]));
}

/** Parses a decimal number with an optional sign and fraction; returns NaN for any other text. */
export function numberIn(text: string): number {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** Rounds to the nearest whole number; never returns -0, which `Object.is` distinguishes from 0. */
export function nearestWhole(number: number): number {
  return Math.round(number) + 0;
}
