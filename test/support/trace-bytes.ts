/** The rows of a trace as bytes: equal runs give equal bytes. */
import type { Trace } from "../../src/trace/index.ts";

const ROW_BYTES = 28;

/** Every column of every row, one after the other. */
export function traceBytes(trace: Trace): Uint8Array {
  const view = new DataView(new ArrayBuffer(trace.length * ROW_BYTES));
  for (let row = 0; row < trace.length; row++) {
    const at = row * ROW_BYTES;
    view.setFloat64(at, trace.timeAt(row));
    view.setInt32(at + 8, trace.kindAt(row));
    view.setInt32(at + 12, trace.stationAt(row));
    view.setInt32(at + 16, trace.whoAt(row));
    view.setInt32(at + 20, trace.elementAt(row));
    view.setInt32(at + 24, trace.detailAt(row));
  }
  return new Uint8Array(view.buffer);
}
