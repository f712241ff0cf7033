/** How somebody joins a history late: told first what has happened so far, and from then on of each further row. */
import type { Follower, History } from "./history.ts";
import { Replay, type Witness } from "./replay/index.ts";

/** From now on `follower` grows with the history. */
export function follow({ trace, cast, head, followers }: History, follower: Follower): void {
  const replay = new Replay(trace, cast, follower.witness);
  for (let row = 0; row < head.rows; row++) {
    follower.beforeRow?.(trace.timeAt(row), row);
    replay.advanceTo(row + 1);
    follower.afterRow?.(replay);
  }
  followers.push(follower);
  head.witness = together([head.witness, follower.witness]);
}

/** One who tells all of them, in their order. */
function together(witnesses: readonly Witness[]): Witness {
  const told: Record<string, (...what: unknown[]) => void> = {};
  const names = new Set(witnesses.flatMap((witness) => Object.keys(witness)));
  for (const name of names as Set<keyof Witness>) {
    const listeners = witnesses.flatMap(
      (witness) => (witness[name] as (typeof told)[string]) ?? [],
    );
    const [only] = listeners;
    told[name] =
      only !== undefined && listeners.length === 1
        ? only
        : (a, b, c, d) => {
            for (const listener of listeners) listener(a, b, c, d);
          };
  }
  return told;
}
