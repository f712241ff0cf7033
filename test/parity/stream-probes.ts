/** What stations and connections report, as rows of a recording. */
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";
import type { Say } from "./stream-case.ts";

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
