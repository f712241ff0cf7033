import type { Program } from "../node/index.ts";
import { promiseCallback } from "./promise-callback.ts";
import { timedWork } from "./timed-work.ts";
import { WritableStream } from "./writable-stream.ts";

/** Returns the sink of a program, which works on one element at a time. `from` is the station that writes to it. */
export function workingSink(
  program: Program,
  highWaterMark: number,
  from: string,
): WritableStream<number> {
  const { clock } = program;
  const work = timedWork<number>(clock, program.workMs, program.worker());
  return new WritableStream<number>(clock, {
    highWaterMark,
    write: promiseCallback(clock, work),
    close: promiseCallback(clock, () => {
      program.workerEnded();
      return null;
    }),
    station: program.lastBuffer("writable"),
    upstream: program.connection(from, "writable"),
  });
}
