/** The drawing of calls: a band for each lane, and in it a row for each caller. */
import { type JSX, useMemo } from "react";
import { callsOf, type Recording } from "../../../../run/index.ts";
import { LaneBands } from "../LaneBands.tsx";
import type { LaneBand } from "../lane-bands.ts";
import type { Frame, Picked, StripFieldProps } from "../strip.ts";
import styles from "./attempts.module.css";
import { barOf, type CallLook, callPaths, lookAt, rowOf } from "./call-rows.ts";

export function AttemptsField(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, width, height, picked } = props;
  return (
    <LaneBands className={styles["attempts"]} {...{ recordings, width, height }}>
      {(recording, band, lane) => (
        <Lane
          picked={picked?.lane === lane ? picked : null}
          {...{ recording, band, frame, spanMs, width }}
        />
      )}
    </LaneBands>
  );
}

interface LaneProps {
  readonly recording: Recording;
  readonly frame: Frame;
  readonly spanMs: number;
  readonly width: number;
  readonly band: LaneBand;
  readonly picked: Picked | null;
}

const LOOKS: readonly CallLook[] = ["answered", "goesOn", "refused", "failed"];

function Lane({ recording, frame, spanMs, width, band, picked }: LaneProps): JSX.Element {
  const { top, height } = band;
  const ruler = useMemo(
    () => ({ msPerPx: spanMs / Math.max(1, width), untilMs: Math.min(frame.timeMs, spanMs) }),
    [frame, spanMs, width],
  );
  const paths = useMemo(
    () => callPaths(callsOf(recording), { top, height }, ruler),
    [recording, top, height, ruler],
  );
  const lit = useMemo(() => {
    if (picked === null) return "";
    const log = callsOf(recording);
    let path = "";
    log.callers.forEach((places, caller) => {
      const row = rowOf({ top, height }, log.callers.length, caller);
      const count = log.firstOf(caller, ruler.untilMs, true);
      for (let i = 0; i < count; i++) {
        const place = places.at(i);
        if (log.elementAt(place) !== picked.element) continue;
        path += barOf(log, place, lookAt(log, place, ruler.untilMs), row, ruler);
      }
    });
    return path;
  }, [picked, recording, top, height, ruler]);
  return (
    <g>
      <rect className={styles["bed"]} y={top} width={width} height={height} />
      {LOOKS.map((look) => (
        <path key={look} className={styles["calls"]} data-calls={look} d={paths[look]} />
      ))}
      {lit !== "" && <path className={styles["lit"]} data-picked={picked?.element} d={lit} />}
    </g>
  );
}
