/** The notices for a link that puts the play head at a place that its run does not have. */

import type { Notice } from "./notice.ts";
import type { Position } from "./position.ts";

export function misplacedHead(wanted: Position, got: Position): readonly Notice[] {
  if (got.timeMs !== wanted.timeMs) {
    return [{ kind: "timeRange", given: wanted.timeMs, used: got.timeMs }];
  }
  if (got.rows === wanted.rows) return [];
  return [{ kind: "rows", given: String(wanted.rows), shows: got.rows === null ? "all" : "none" }];
}
