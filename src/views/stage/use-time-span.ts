/** How much time the axis of the stage shows, as a hook. */
import { useEffect, useState } from "react";
import { drawnOf } from "../../store/index.ts";
import { usePlayground, usePlaygroundState } from "../playground-context.ts";
import { niceSpan } from "./time-scale.ts";

export interface TimeSpan {
  /** The time at the right edge of the axis, which lies beyond the time that it holds. */
  readonly spanMs: number;
  /** Whether it shows the longest run as a whole. */
  readonly whole: boolean;
  setWhole(whole: boolean): void;
}

/**
 * The axis grows with the play head, in round steps. It never shrinks, because it must not slip away under a dragging
 * pointer; it starts again with other runs that stand at their start. The user can choose to see the whole run.
 */
export function useTimeSpan(): TimeSpan {
  const playground = usePlayground();
  const recordings = usePlaygroundState((state) => state.recordings);
  const durationMs = Math.max(...recordings.map((recording) => recording.durationMs));
  const [whole, setWhole] = useState(false);
  const [grown, setGrown] = useState({ recordings, spanMs: 0 });
  const headMs = playground.position().timeMs;
  // To draw a prediction, the user needs all of its time.
  const drawnMs = usePlaygroundState((state) => drawnOf(state)?.untilMs ?? 0);
  const needed = niceSpan(Math.max(headMs, drawnMs), durationMs);
  const kept = grown.recordings !== recordings && headMs === 0 ? 0 : grown.spanMs;
  const wholeMs = niceSpan(durationMs, durationMs);
  const spanMs = Math.min(wholeMs, Math.max(needed, kept));
  if (grown.recordings !== recordings) setGrown({ recordings, spanMs });
  useEffect(
    () =>
      playground.onPosition(({ timeMs }) => {
        const next = niceSpan(timeMs, durationMs);
        setGrown((old) => (next > old.spanMs ? { ...old, spanMs: next } : old));
      }),
    [playground, durationMs],
  );
  return { spanMs: whole ? wholeMs : spanMs, whole, setWhole };
}
