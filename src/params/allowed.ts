/** Which values a setting may have. */
import type { Param, ParamValue, Values } from "./param.ts";

/** The allowed value nearest to `value`; the default, if it is no number or none of the choices. */
export function clampParam(param: Param, value: ParamValue): ParamValue {
  if (param.kind === "choice") {
    return param.choices.some((choice) => choice.value === value) ? value : param.default;
  }
  const number = typeof value === "number" ? value : numberIn(String(value));
  if (Number.isNaN(number)) return param.default;
  return Math.min(param.max, Math.max(param.min, nearestWhole(number)));
}

/** Whether `value` is allowed as it is. */
export function isAllowed(param: Param, value: ParamValue): boolean {
  return clampParam(param, value) === value;
}

/** The defaults of some params by key. */
export function defaultsOf(params: readonly Param[]): Values {
  return Object.fromEntries(params.map((param) => [param.key, param.default]));
}

/** The number that a text is; NaN if it is none. */
export function numberIn(text: string): number {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** Never -0, which is another value to `Object.is`. */
export function nearestWhole(number: number): number {
  return Math.round(number) + 0;
}
