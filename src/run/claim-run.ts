import type { ClaimRun, Counts } from "../scenarios/index.ts";
import { strategyOf } from "../systems/index.ts";
import { TraceKind } from "../trace/index.ts";
import type { Recording } from "./recording.ts";
import { initialValues } from "./spec.ts";
import type { RunState } from "./state.ts";
import { printedLines } from "./transcript.ts";

/** A recording as the claims of a scenario look at it; it is recorded as far as they ask. */
export function claimRunOf(recording: Recording): ClaimRun {
  const { durationMs, capacity, spec } = recording;
  const values = initialValues(spec);
  const whole = () => recording.advanceTo(durationMs);
  return {
    capacity,
    durationMs,
    values,
    countsAt(timeMs) {
      recording.advanceTo(timeMs);
      return countsOf(recording.history.stateAt(timeMs));
    },
    end() {
      whole();
      const { end } = recording;
      return {
        reason: end?.reason ?? "duration",
        atMs: recording.lastMs,
        limit: end?.reason === "limit" ? end.limit : undefined,
      };
    },
    maxBuffered() {
      whole();
      return recording.history.deepestBuffer;
    },
    firstLossMs() {
      whole();
      const { firstMs } = recording.history.dropped;
      return Number.isNaN(firstMs) ? null : firstMs;
    },
    maxWaitMs() {
      whole();
      let longest = 0;
      for (const wait of waitsOf(recording)) longest = Math.max(longest, wait);
      return longest;
    },
    output() {
      whole();
      return printedLines(recording.trace, strategyOf(spec.strategy), values);
    },
  };
}

function countsOf(state: RunState): Counts {
  return {
    produced: state.produced,
    received: state.received,
    done: state.done,
    dropped: state.dropped,
    failed: state.failed + state.failedWork,
    rejected: state.rejected,
    buffered: state.buffer.length,
    waiting: state.waiting.length,
    capacity: state.capacity,
    byKind: state.byKind.map((count) => ({ ...count })),
  };
}

/** How long each element that was received had waited, in a send or in the buffer. */
function* waitsOf({ trace }: Recording): Generator<number> {
  const since = new Map<number, number>();
  for (let row = 0; row < trace.length; row++) {
    const element = trace.elementAt(row);
    switch (trace.kindAt(row)) {
      case TraceKind.SUSPENDED:
      case TraceKind.ACCEPTED:
      case TraceKind.HANDED_OVER:
        if (!since.has(element)) since.set(element, trace.timeAt(row));
        break;
      case TraceKind.RECEIVED:
        yield trace.timeAt(row) - (since.get(element) ?? trace.timeAt(row));
        since.delete(element);
        break;
      default:
    }
  }
}
