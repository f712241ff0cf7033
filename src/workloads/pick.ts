/** Picks settings of the workload by their keys, for strategies that use only some of them. */
import type { Param } from "../params/index.ts";
import { workloadParams } from "./params.ts";

type ByKey<Key extends string> = Extract<(typeof workloadParams)[number], Param & { key: Key }>;

/** Returns the workload's settings with these keys, in the order of the keys. */
export function workload<const Keys extends readonly (typeof workloadParams)[number]["key"][]>(
  ...keys: Keys
): { readonly [I in keyof Keys]: ByKey<Keys[I]> } {
  const picked = keys.map((key) => workloadParams.find((param) => param.key === key));
  return picked as unknown as { readonly [I in keyof Keys]: ByKey<Keys[I]> };
}
