/**
 * The size of an element in the run's memory model. It is a setting that every run has and no strategy owns; programs
 * that print it or depend on it read it here.
 */
import type { Values } from "../../params/index.ts";

const MIB_IN_KIB = 1024;

/** Returns the size of an element in KiB: 1 MiB if `values` has none. */
export function elementKiBOf(values: object): number {
  const { elementKiB } = values as Values;
  return typeof elementKiB === "number" ? elementKiB : MIB_IN_KIB;
}

/** Returns how many elements of that size fit into `mib` MiB; at least one, because otherwise nothing could move. */
export function elementsIn(mib: number, elementKiB: number): number {
  return Math.max(1, Math.floor((mib * MIB_IN_KIB) / elementKiB));
}
