import type { Param, ParamValue, Values } from "./param.ts";

/** What was wrong with a value, and what was taken instead. */
export interface ParamProblem {
  readonly param: Param;
  readonly given: string;
  readonly used: ParamValue;
  /** `notOne`: not a number, or not one of the choices; `tooSmall`, `tooLarge`; `rounded`. */
  readonly kind: "notOne" | "tooSmall" | "tooLarge" | "rounded";
}

export interface ParamReading {
  readonly value: ParamValue;
  readonly problem: ParamProblem | null;
}

/** Reads a value from text. Total: whatever the text, the value is allowed; `fallback` is kept if it says nothing. */
export function readParam(param: Param, text: string, fallback: ParamValue): ParamReading {
  switch (param.kind) {
    case "int":
      return readInt(param, text, fallback);
    case "choice": {
      const choice = param.choices.find(({ value }) => value === text);
      return choice ? taken(choice.value) : refused(param, text, fallback, "notOne");
    }
  }
}

/** The text that `readParam` reads back as the same value: only letters, digits, `-` and `.`. */
export function writeParam(_param: Param, value: ParamValue): string {
  return String(value);
}

/** The allowed value nearest to `value`. */
export function clampParam(param: Param, value: ParamValue): ParamValue {
  if (param.kind === "int" && typeof value === "number" && !Number.isNaN(value)) {
    return Math.min(param.max, Math.max(param.min, nearestWhole(value)));
  }
  return readParam(param, writeParam(param, value), param.default).value;
}

/** Whether `value` is allowed as it is. */
export function isAllowed(param: Param, value: ParamValue): boolean {
  return clampParam(param, value) === value;
}

/** The defaults of some params by key. */
export function defaultsOf(params: readonly Param[]): Values {
  return Object.fromEntries(params.map((param) => [param.key, param.default]));
}

function readInt(
  param: Extract<Param, { kind: "int" }>,
  text: string,
  fallback: ParamValue,
): ParamReading {
  const number = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) return refused(param, text, fallback, "notOne");
  if (number < param.min) return refused(param, text, param.min, "tooSmall");
  if (number > param.max) return refused(param, text, param.max, "tooLarge");
  const whole = nearestWhole(number);
  return whole === number ? taken(whole) : refused(param, text, whole, "rounded");
}

/** Never -0, which is another value to `Object.is`. */
function nearestWhole(number: number): number {
  return Math.round(number) + 0;
}

function taken(value: ParamValue): ParamReading {
  return { value, problem: null };
}

function refused(
  param: Param,
  given: string,
  used: ParamValue,
  kind: ParamProblem["kind"],
): ParamReading {
  return { value: used, problem: { param, given, used, kind } };
}
