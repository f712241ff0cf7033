/** Aggregates that count the elements they stand for, and a log that records each under the first of them. */
import type { StationLog } from "../../trace/index.ts";

export interface Counted {
  /** The first of the elements that it stands for. */
  readonly first: number;
  readonly count: number;
}

/** Returns a log that takes `Counted` elements and writes the first element of each to `log`. */
export function countedLog(log: StationLog): StationLog {
  const of = (element: unknown) => (element as Counted).first;
  return {
    made: (element) => log.made(of(element)),
    entered: (element) => log.entered(of(element)),
    left: (element) => log.left(of(element)),
    passed: (element) => log.passed(of(element)),
    merged: (element, into) => log.merged(of(element), of(into)),
    lost: (element, rule) => log.lost(of(element), rule),
    began: (element, forMs) => log.began(of(element), forMs),
    done: (element) => log.done(of(element)),
  };
}
