/** What the staircase draws: the curves of each lane, and the height of its axis. */
import type { Text } from "../../../../i18n/index.ts";
import { type Recording, type Staircase, type Step, staircaseOf } from "../../../../run/index.ts";
import { valueAxis } from "../value-axis.ts";
import { words } from "../words.ts";

export interface Curve {
  readonly key: string;
  readonly name: Text;
  /** The colours of the line and of its name, as custom properties of the theme. */
  readonly color: string;
  readonly ink: string;
  readonly steps: readonly Step[];
}

/** The curves of one lane; the last is drawn on top. */
export function curvesOf(staircase: Staircase): Curve[] {
  const { made, received, done, lost, requested } = staircase;
  const asked: Curve[] =
    requested === null
      ? []
      : [
          {
            key: "requested",
            name: words.requested,
            // The colour that tickets and arrows have.
            color: "var(--ink)",
            ink: "var(--ink)",
            steps: requested.filter(({ total }) => Number.isFinite(total)),
          },
        ];
  return [
    ...asked,
    curve("made", words.made, "made", made),
    curve("received", words.received, "working", received),
    curve("done", words.done, "done", done),
    ...((lost.at(-1)?.total ?? 0) > 0 ? [curve("lost", words.lost, "lost", lost)] : []),
  ];
}

function curve(key: string, name: Text, role: string, steps: readonly Step[]): Curve {
  return { key, name, color: `var(--${role})`, ink: `var(--${role}-ink)`, steps };
}

interface LaneCurves {
  readonly lane: number;
  readonly curves: readonly Curve[];
  readonly staircase: Staircase;
}

export interface StaircaseData {
  readonly lanes: readonly LaneCurves[];
  /** The top of the axis, in elements. */
  readonly max: number;
}

const LEAST_MAX = 4;

/** The sums of the recordings, from 0 to `untilMs`. */
export function staircaseData(recordings: readonly Recording[], untilMs: number): StaircaseData {
  const lanes = recordings.map((recording, lane) => {
    const staircase = staircaseOf(recording, { fromMs: 0, untilMs });
    return { lane, staircase, curves: curvesOf(staircase) };
  });
  const tops = lanes.flatMap(({ curves }) => curves.map(({ steps }) => steps.at(-1)?.total ?? 0));
  return { lanes, max: valueAxis(Math.max(LEAST_MAX, ...tops), true).max };
}

/** A sum as steps, as the `d` of a path. `x` and `y` convert times and totals to px. */
export function stepPath(
  steps: readonly Step[],
  x: (timeMs: number) => number,
  y: (total: number) => number,
): string {
  let path = "";
  for (const { timeMs, total } of steps) {
    const [left, top] = [x(timeMs).toFixed(1), y(total).toFixed(1)];
    path += path === "" ? `M${left} ${top}` : `H${left}V${top}`;
  }
  return path;
}
