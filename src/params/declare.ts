import type { ChoiceParam, IntParam } from "./param.ts";

/** Declares a whole-number setting. Throws a `RangeError` if the default is outside the range. */
export function intParam<const Key extends string>(
  spec: Omit<IntParam<Key>, "kind" | "scale"> & { readonly scale?: "linear" | "log" },
): IntParam<Key> {
  if (spec.default < spec.min || spec.default > spec.max) {
    throw new RangeError(`${spec.key}: default ${spec.default} is not in ${spec.min}..${spec.max}`);
  }
  return { kind: "int", scale: "linear", ...spec };
}

/** Declares a setting with a fixed choice of named values. */
export function choiceParam<const Key extends string, const Value extends string>(
  spec: Omit<ChoiceParam<Key, Value>, "kind">,
): ChoiceParam<Key, Value> {
  return { kind: "choice", ...spec };
}
