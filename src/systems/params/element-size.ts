/**
 * The size of an element of the run's memory model: a setting that every run has and no strategy owns,
 * for the programs that spell it out or reckon with it.
 */
import type { Values } from "../../params/index.ts";

const MIB_IN_KIB = 1024;

/** Size of an element in KiB; 1 MiB where the values say nothing of it. */
export function elementKiBOf(values: object): number {
  const { elementKiB } = values as Values;
  return typeof elementKiB === "number" ? elementKiB : MIB_IN_KIB;
}

/** How many elements of that size fit into so many MiB; at least one, or nothing could move. */
export function elementsIn(mib: number, elementKiB: number): number {
  return Math.max(1, Math.floor((mib * MIB_IN_KIB) / elementKiB));
}
