/** Reads settings from text, and reports what was wrong with it. */
import { nearestWhole, numberIn } from "./allowed.ts";
import type { Param, ParamValue } from "./param.ts";

/** What was wrong with a value, and which value is used instead. */
export interface ParamProblem {
  readonly param: Param;
  readonly given: string;
  readonly used: ParamValue;
  /** `notOne`: not a number, or not one of the choices; `tooSmall`, `tooLarge`: clamped; `rounded`: not whole. */
  readonly kind: "notOne" | "tooSmall" | "tooLarge" | "rounded";
}

export interface ParamReading {
  readonly value: ParamValue;
  readonly problem: ParamProblem | null;
}

/**
 * Reads a value from text. Any text gives an allowed value: a number out of range is clamped, a fraction is rounded,
 * and a text that is neither a number nor a choice gives `fallback`, which must be allowed.
 */
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

/** Returns the text that `readParam` reads back as the same value. It has only letters, digits, `-` and `.`. */
export function writeParam(_param: Param, value: ParamValue): string {
  return String(value);
}

function readInt(
  param: Extract<Param, { kind: "int" }>,
  text: string,
  fallback: ParamValue,
): ParamReading {
  const number = numberIn(text);
  if (Number.isNaN(number)) return refused(param, text, fallback, "notOne");
  if (number < param.min) return refused(param, text, param.min, "tooSmall");
  if (number > param.max) return refused(param, text, param.max, "tooLarge");
  const whole = nearestWhole(number);
  return whole === number ? taken(whole) : refused(param, text, whole, "rounded");
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
