/** Where the calls of a run lie in a band: a row for each caller, and each call from its beginning to its end. */
import type { CallLog, CallOutcome } from "../../../../run/index.ts";
import type { LaneBand } from "../lane-bands.ts";
import { eachSpaced } from "../spaced.ts";

export type CallLook = CallOutcome | "goesOn";

/** The bars of all calls, as one path for each look. */
export type CallPaths = Readonly<Record<CallLook, string>>;

/** The least width of a bar, in px. */
const LEAST_WIDTH = 4.5;
/** The heights of bars, as shares of the row: failures stand out, and calls rejected untried are stubs. */
const HEIGHTS: Readonly<Record<CallLook, number>> = {
  answered: 0.56,
  goesOn: 0.56,
  failed: 0.9,
  refused: 0.3,
};
/** Of overlapping calls the one that matters most is drawn; this many are looked at. */
const LOOK_AHEAD = 16;
/** The looks, in ascending order of how much they matter. */
const BY_WEIGHT: readonly CallLook[] = ["goesOn", "answered", "refused", "failed"];

export interface Ruler {
  readonly msPerPx: number;
  /** The end of what is drawn: nothing later counts as known. */
  readonly untilMs: number;
}

/** The look of the call at `place` at the time `untilMs`. */
export function lookAt(log: CallLog, place: number, untilMs: number): CallLook {
  const { toMs, outcome } = log.at(place);
  return outcome === null || toMs > untilMs ? "goesOn" : outcome;
}

export function callPaths(log: CallLog, band: LaneBand, { msPerPx, untilMs }: Ruler): CallPaths {
  const paths = { answered: "", failed: "", refused: "", goesOn: "" };
  log.callers.forEach((places, caller) => {
    const count = log.firstOf(caller, untilMs, true);
    const row = rowOf(band, log.callers.length, caller);
    eachSpaced(
      count,
      (i) => log.fromMs(places.at(i)),
      (timeMs) => log.firstOf(caller, timeMs),
      LEAST_WIDTH * msPerPx,
      (i, next) => {
        let shown = places.at(i);
        let look = lookAt(log, shown, untilMs);
        for (let other = i + 1; other < Math.min(next, i + LOOK_AHEAD); other++) {
          const own = lookAt(log, places.at(other), untilMs);
          if (BY_WEIGHT.indexOf(own) <= BY_WEIGHT.indexOf(look)) continue;
          shown = places.at(other);
          look = own;
        }
        paths[look] += barOf(log, shown, look, row, { msPerPx, untilMs });
      },
    );
  });
  return paths;
}

/** The bar of one call, as the `d` of a path. */
export function barOf(
  log: CallLog,
  place: number,
  look: CallLook,
  row: LaneBand,
  { msPerPx, untilMs }: Ruler,
): string {
  const { fromMs, toMs } = log.at(place);
  const left = fromMs / msPerPx;
  const width = Math.max(LEAST_WIDTH, (Math.min(toMs, untilMs) - fromMs) / msPerPx);
  const height = Math.max(1, row.height * HEIGHTS[look]);
  const top = row.top + (row.height - height) / 2;
  const [x, y] = [left.toFixed(1), top.toFixed(1)];
  return `M${x} ${y}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`;
}

export function rowOf(band: LaneBand, callers: number, caller: number): LaneBand {
  const height = band.height / Math.max(1, callers);
  return { top: band.top + caller * height, height };
}
