/** Turns what the parts of a run of Node.js or Web streams report into rows of a recording. */
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";
import type { Say, Stage, StreamRow } from "./stream-case.ts";

/** Returns a `Stage` that writes into `rows`, at the time of `clock`. */
export function stagesOf(clock: { readonly now: number }, rows: StreamRow[]): Stage {
  return (index) =>
    (what, ...values) => {
      rows.push([clock.now, index, what, ...values]);
    };
}

/** Writes a row for each call of `write`, after it has returned; `more` returns further values of the row. */
export function sayWrites(
  stream: { write(chunk: number): boolean; readonly writableLength: number },
  say: Say,
  more: () => number[],
): void {
  const write = stream.write.bind(stream);
  stream.write = (chunk) => {
    const answer = write(chunk);
    say("write", chunk, answer, stream.writableLength, ...more());
    return answer;
  };
}

export const IGNORED_CONNECTION: ConnectionLog = { requested: () => {}, signalled: () => {} };

export function drained(say: Say): ConnectionLog {
  return { ...IGNORED_CONNECTION, signalled: (signal) => signal === "drain" && say("drain") };
}

export const IGNORED_STATION: StationLog = {
  made: () => {},
  entered: () => {},
  left: () => {},
  passed: () => {},
  merged: () => {},
  lost: () => {},
  began: () => {},
  done: () => {},
};

export function worker(say: Say): StationLog {
  return {
    ...IGNORED_STATION,
    began: (element) => say("work", element),
    done: (element) => say("done", element),
  };
}
