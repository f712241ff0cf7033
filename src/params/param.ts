/**
 * A setting declared once: from the declaration come its slider, its place in the link, its clamping
 * and the generator of random values in tests.
 */
import type { Text } from "../i18n/index.ts";

/** What a number counts; shown beside it. */
export type Unit =
  | "ms"
  | "s"
  | "elements"
  | "workers"
  | "threads"
  | "permits"
  | "elementsPerSec"
  | "failures"
  | "calls"
  | "rounds"
  | "attempts"
  | "times"
  | "percent"
  | "KiB"
  | "MiB"
  | "none";

/**
 * `live`: a change takes effect from the current time on. `structural`: the run is replayed from 0.
 */
export type ChangeEffect = "live" | "structural";

interface ParamBase<Key extends string> {
  /** Name in the values of a run; the unit stands in it. */
  readonly key: Key;
  /** Name in the link. */
  readonly link: string;
  readonly label: Text;
  /** What it explains; left out by the settings of workload and run, which the page needs before any explanation. */
  readonly help?: Text;
  readonly change: ChangeEffect;
}

/** A whole number from `min` to `max`. */
export interface IntParam<Key extends string = string> extends ParamBase<Key> {
  readonly kind: "int";
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** A pause between two of something: shown as a rate per second too. */
  readonly asRate?: boolean;
  /** How the slider runs: `log` gives small values as much room as large ones. */
  readonly scale: "linear" | "log";
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
}

/** One of a few named values. */
export interface ChoiceParam<Key extends string = string, Value extends string = string>
  extends ParamBase<Key> {
  readonly kind: "choice";
  readonly choices: readonly Choice<Value>[];
  readonly default: Value;
}

export type Param = IntParam | ChoiceParam;

export type ParamValue = number | string | boolean;

/** The values of a run by key. */
export type Values = Readonly<Record<string, ParamValue>>;

type ValueOf<P> =
  P extends ChoiceParam<string, infer Value> ? Value : P extends IntParam ? number : never;

/** The values of a list of params, each under its key with its own type. */
export type ValuesOf<List extends readonly Param[]> = {
  readonly [P in List[number] as P["key"]]: ValueOf<P>;
};
