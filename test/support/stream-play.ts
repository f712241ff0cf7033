import type { TimerLoop } from "../../src/kernel/index.ts";
import {
  type Operator,
  SlowSubscriber,
  type SlowSubscriberSettings,
  type Source,
  subscribe,
} from "../../src/systems/reactive/index.ts";
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";

/** A subscriber that requests one element at a time and takes 50 ms for each: that of the vectors in semantics §2.5 and §3.5. */
const ONE_BY_ONE: SlowSubscriberSettings = { initial: 1, request: 1, afterMs: 50 };

/** Plays a chain for `untilMs` and returns what its subscriber got: `value@time`, `complete@time`, `Exception@time`. */
export function deliveries(
  clock: TimerLoop,
  source: Source<number>,
  operators: readonly Operator<number>[],
  settings: SlowSubscriberSettings = ONE_BY_ONE,
  untilMs = 2000,
): string[] {
  const got: string[] = [];
  const station = stationLog((what, element) => {
    if (what === "began") got.push(`${element}@${clock.now}`);
  });
  const ended = (error: Error | null) => {
    got.push(`${error === null ? "complete" : error.name}@${clock.now}`);
  };
  subscribe(source, operators, new SlowSubscriber(clock, settings, ended, station, null));
  clock.runUntil(untilMs);
  return got;
}

/** A log that passes on what a station reports: the report's name, the element, and the rule or what it was merged into. */
export function stationLog(
  hear: (what: keyof StationLog, element: unknown, more?: unknown) => void,
): StationLog {
  return {
    made: (element) => hear("made", element),
    entered: (element) => hear("entered", element),
    left: (element) => hear("left", element),
    passed: (element) => hear("passed", element),
    merged: (element, into) => hear("merged", element, into),
    lost: (element, rule) => hear("lost", element, rule.id),
    began: (element, forMs) => hear("began", element, forMs),
    done: (element) => hear("done", element),
  };
}

/** A log of the requests that go over a connection, and the list that it fills. */
export function requestLog(): { readonly log: ConnectionLog; readonly requests: number[] } {
  const requests: number[] = [];
  return {
    log: { requested: (n) => requests.push(n), signalled: () => undefined },
    requests,
  };
}
