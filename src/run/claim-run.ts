import type { ClaimRun } from "../scenarios/index.ts";
import type { Recording } from "./recording.ts";

/** A recording as the claims of a scenario look at it; it is recorded as far as they ask. */
export function claimRunOf(recording: Recording): ClaimRun {
  return {
    capacity: recording.capacity,
    countsAt(timeMs) {
      recording.advanceTo(timeMs);
      const { produced, received, dropped, buffer, waiting } = recording.history.stateAt(timeMs);
      return { produced, received, dropped, buffered: buffer.length, waiting: waiting.length };
    },
  };
}
