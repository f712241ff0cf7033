/** Elements that count how many they stand for, and what is told of them: the first that each of them stands for. */
import type { StationLog } from "../../trace/index.ts";

export interface Counted {
  /** The first element that it stands for. */
  readonly first: number;
  readonly count: number;
}

/** The same log, for counted elements. */
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
