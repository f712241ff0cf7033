/**
 * The declaration of a setting. Its slider, its place in the link, its clamping and the random values
 * that tests generate for it all follow from the declaration.
 */
import type { Text } from "../i18n/index.ts";

/** The unit of a number, shown beside it. */
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

/** `live`: a change takes effect from the current time on. `structural`: a change replays the run from 0. */
export type ChangeEffect = "live" | "structural";

interface ParamBase<Key extends string> {
  /** Its name in the values of a run; it includes the unit. */
  readonly key: Key;
  /** Its name in the link. */
  readonly link: string;
  readonly label: Text;
  /** Explains the setting. Settings of the workload and the run have none here: the page loads their help later. */
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
  /** The number is a time per element, and is also shown as a rate per second. */
  readonly asRate?: boolean;
  /** The scale of the slider: `log` gives small values as much room as large ones. */
  readonly scale: "linear" | "log";
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
}

/** A setting whose value is one of a few named choices. */
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

/** The values of a list of params: each has its own type under the param's key. */
export type ValuesOf<List extends readonly Param[]> = {
  readonly [P in List[number] as P["key"]]: ValueOf<P>;
};
