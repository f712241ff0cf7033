/** Gives the claims of a scenario their view of a recording. */
import type { ClaimRun, Counts } from "../scenarios/index.ts";
import { demandAt } from "./demand-log.ts";
import { heldBefore } from "./held.ts";
import { capacityOf } from "./history.ts";
import { bytesOf } from "./memory.ts";
import { monitorOf, readMonitor } from "./monitor/index.ts";
import type { Recording } from "./recording.ts";
import type { RunState } from "./run-state.ts";
import { TranscriptReader } from "./transcript.ts";

const MIB = 1024 * 1024;

/** A run whose claims are checked by a caller that must not block. */
export interface ReadableClaimRun extends ClaimRun {
  /** Records and reads about `mostRows` more rows at most. Returns whether all that a claim may ask for is there. */
  readOn(mostRows: number): boolean;
}

/** Returns a recording as the claims of a scenario see it; it is recorded as far as they ask. */
export function claimRunOf(recording: Recording): ReadableClaimRun {
  const { durationMs, capacity, startValues: values } = recording;
  const whole = () => recording.advanceTo(durationMs);
  const transcript = new TranscriptReader(recording);
  return {
    readOn: (mostRows) =>
      recording.advance(mostRows) &&
      readMonitor(recording, mostRows) &&
      transcript.readOn(mostRows),
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
        error: end?.reason === "completed" ? end.error?.name : undefined,
      };
    },
    maxBuffered() {
      whole();
      return recording.history.deepestWaiting;
    },
    firstLossMs() {
      whole();
      return recording.history.marks.firstLossMs;
    },
    maxWaitMs() {
      whole();
      return monitorOf(recording).longestWaitMs;
    },
    demandAt(timeMs) {
      recording.advanceTo(timeMs);
      return demandAt(recording, timeMs);
    },
    heapMiBOf(elements) {
      return bytesOf(elements, recording.elementBytes) / MIB;
    },
    output() {
      whole();
      transcript.readOn(Number.POSITIVE_INFINITY);
      return transcript.lines;
    },
  };
}

function countsOf(state: RunState): Counts {
  const { made, received, done, lost, lostBy, waiting, byKind } = state;
  return {
    made,
    received,
    done,
    lost,
    ...lostBy,
    waiting,
    held: heldBefore(state, "buffer"),
    capacity: capacityOf(state),
    byKind,
  };
}
