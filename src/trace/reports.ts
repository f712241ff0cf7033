/**
 * The logs through which operators report what happens in their station and on their connection without knowing the
 * number of either.
 */
import type { Recorder } from "./recorder.ts";
import type { ConnectionLog, StationLog } from "./station-log.ts";

/** Returns a log that records what `who` reports about station number `station`. */
export function stationLog(recorder: Recorder, station: number, who: number): StationLog {
  return {
    made: (element) => recorder.made(station, who, element as number),
    entered: (element) => recorder.entered(station, who, element as number),
    left: (element) => recorder.left(station, who, element as number),
    passed: (element) => recorder.passed(station, who, element as number),
    merged: (element, into) => recorder.merged(station, element as number, into as number),
    lost: (element, rule) => recorder.lost(station, who, element as number, rule),
    began: (_element, forMs) => recorder.began(station, who, forMs),
    done: (element) => recorder.done(station, who, element as number),
  };
}

/** Returns a log that records what `who` reports about connection number `connection`. */
export function connectionLog(recorder: Recorder, connection: number, who: number): ConnectionLog {
  return {
    requested: (n) => recorder.requested(connection, who, n),
    signalled: (signal) => recorder.signalled(connection, who, signal),
  };
}
