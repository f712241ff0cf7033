/**
 * Levels that are drawn as lines: the capacity of a buffer, which may change during a run, and the depth from which on
 * there is an alert.
 */

import type { Recording, Thresholds } from "../../../../run/index.ts";
import type { Frame } from "../strip.ts";
import type { Bound } from "./curve-kind.ts";

/** A height from a time on; NaN for none. */
export interface Step {
  readonly fromMs: number;
  readonly height: number;
}

/** A line that keeps the height of each step until the next; the last step reaches to the end of the axis. */
export type Level = readonly [Step, ...Step[]];

/** The depth from which on there is an alert. */
export interface ThresholdLevel {
  readonly level: Level;
  /** The unit of its limit: percent of a capacity, or elements. */
  readonly unit: "percent" | "elements";
  readonly limit: number;
}

export interface Levels {
  /** Each distinct line once, the one with the lowest end first. */
  readonly capacities: readonly Level[];
  readonly thresholds: readonly ThresholdLevel[];
}

export function levelsOf(
  recordings: readonly Recording[],
  frame: Frame,
  thresholds: Thresholds | null,
): Levels {
  const capacities = recordings.map((recording) => capacityOf(recording, frame));
  const limits = thresholds === null ? [] : capacities.map(thresholdWith(thresholds));
  return {
    capacities: distinct(capacities, (level) => level),
    thresholds: distinct(limits, ({ level }) => level),
  };
}

/** A bound as levels: a line of constant height for each run, without duplicates. */
export function boundsOf(bound: Bound, recordings: readonly Recording[]): Levels {
  const levels = recordings.map((recording): Level => [{ fromMs: 0, height: bound.of(recording) }]);
  return { capacities: distinct(levels, (level) => level), thresholds: [] };
}

/** The height at the end of a level. */
export function endOf(level: Level): number {
  return (level.at(-1) ?? level[0]).height;
}

/** The greatest height of a level. */
export function topOf(level: Level): number {
  return Math.max(...level.map(({ height }) => height));
}

/** Whether a level can be drawn: a rendezvous has no room that a line could show, and no bound no height. */
function hasLine(level: Level): boolean {
  return level.some(({ height }) => height > 0 && height < Number.POSITIVE_INFINITY);
}

function capacityOf({ capacity, history }: Recording, { timeMs }: Frame): Level {
  const steps: [Step, ...Step[]] = [{ fromMs: 0, height: capacity }];
  const { bucketMs } = history;
  const complete = Math.floor(timeMs / bucketMs + 1e-9);
  for (let bucket = 0, last = capacity; bucket < complete; bucket++) {
    const now = history.capacityAt(bucket);
    if (now === last) continue;
    steps.push({ fromMs: bucket * bucketMs, height: now });
    last = now;
  }
  return steps;
}

function thresholdWith({ depthPercent, depthElements }: Thresholds) {
  return (capacities: Level): ThresholdLevel => {
    const unbounded = capacities[0].height === Number.POSITIVE_INFINITY;
    const heightOf = (capacity: number) =>
      unbounded ? depthElements : capacity <= 1 ? 0 : (capacity * depthPercent) / 100;
    const level = capacities.map(({ fromMs, height }) => ({ fromMs, height: heightOf(height) }));
    return {
      level: level as [Step, ...Step[]],
      unit: unbounded ? "elements" : "percent",
      limit: unbounded ? depthElements : depthPercent,
    };
  };
}

/** The items whose levels can be drawn, one for each distinct level. */
function distinct<T>(items: readonly T[], levelOf: (item: T) => Level): T[] {
  const drawn = items.filter((item) => hasLine(levelOf(item)));
  const byText = new Map(drawn.map((item) => [JSON.stringify(levelOf(item)), item]));
  return [...byText.values()].sort((one, other) => endOf(levelOf(one)) - endOf(levelOf(other)));
}
