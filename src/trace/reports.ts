/** Where operators report what happens in their station and on their connection: they know the number of neither. */
import type { Recorder } from "./recorder.ts";
import type { ConnectionLog, StationLog } from "./station-log.ts";

/** What `who` tells of station number `station`. */
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

/** What `who` tells of connection number `connection`. */
export function connectionLog(recorder: Recorder, connection: number, who: number): ConnectionLog {
  return {
    requested: (n) => recorder.requested(connection, who, n),
    signalled: (signal) => recorder.signalled(connection, who, signal),
  };
}
