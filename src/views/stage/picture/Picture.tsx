/** The picture of one lane. It fills its parent; what moves in it follows the play head without React. */

import { type JSX, useEffect, useRef, useState } from "react";
import type { Recording, RunSpec } from "../../../run/index.ts";
import { useReducedMotion } from "../../kit/use-reduced-motion.ts";
import { useRoom } from "../../kit/use-room.ts";
import { usePlayground, usePlaygroundState, useWords } from "../../playground-context.ts";
import type { FrameClock, PictureDriver } from "./driver.ts";
import { LEAST_TEXT } from "./layout.ts";
import { words } from "./words.ts";
import "./picture.css";

interface PictureProps {
  readonly recording: Recording;
  readonly lane: number;
  /** The size of the smallest label, in px. */
  readonly leastText?: number;
  /** The element that is lit; -1 for none. */
  readonly picked?: number;
  /** Called with the element that was clicked, or -1 if there is none at that place. */
  onPick?(element: number): void;
}

/** The size before anything has been measured, and where nothing can be. */
const FIRST_ROOM = { width: 900, height: 300 };

/** The code that draws is loaded separately, after the page itself. */
const loadDriver = () => import("./driver.ts");

const windowClock: FrameClock = {
  now: () => performance.now(),
  request: (onFrame) => requestAnimationFrame(onFrame),
  cancel: (request) => cancelAnimationFrame(request),
};

/** Returns how long the producer wants to pause at a given time, in ms: NaN in programs without such a setting. */
function wantedPause(recording: Recording, { interventions }: RunSpec) {
  const { workload, pauseMs } = recording.strategy;
  if (pauseMs !== undefined) return (timeMs: number) => pauseMs(recording.valuesAt(timeMs));
  const param = workload.find(({ key }) => key === "producerDelayMs");
  if (param === undefined) return () => Number.NaN;
  const atStart = Number(recording.valueAt(param, 0));
  if (interventions.length === 0) return () => atStart;
  return (timeMs: number) => Number(recording.valueAt(param, timeMs));
}

export function Picture({
  recording,
  lane,
  leastText = LEAST_TEXT,
  picked = -1,
  onPick,
}: PictureProps): JSX.Element {
  const playground = usePlayground();
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  // A recording may continue with another spec.
  const spec = usePlaygroundState(() => recording.spec);
  const discrete = useReducedMotion();
  const frame = useRef<HTMLDivElement>(null);
  const under = useRef<HTMLCanvasElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const [driver, setDriver] = useState<PictureDriver | null>(null);
  const { width, height } = useRoom(frame, FIRST_ROOM);

  useEffect(() => {
    if (!(frame.current && under.current && svg.current && over.current)) return;
    const sheets = {
      frame: frame.current,
      under: under.current,
      svg: svg.current,
      over: over.current,
    };
    let made: PictureDriver | null = null;
    let isGone = false;
    loadDriver().then(
      (loaded) => {
        if (isGone) return;
        made = new loaded.PictureDriver(playground, sheets, windowClock);
        setDriver(made);
      },
      // If drawing can't be loaded, the table beside the picture still says the same.
      () => undefined,
    );
    return () => {
      isGone = true;
      made?.stop();
      setDriver(null);
    };
  }, [playground]);

  useEffect(() => {
    driver?.watch({
      ...{ recording, lane, width, height, leastText, language, discrete, picked },
      producerDelayMs: wantedPause(recording, spec),
    });
  }, [driver, recording, lane, width, height, leastText, language, discrete, picked, spec]);

  return (
    // The keyboard picks elements in the log and the ladder, which list them in order.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={frame}
      className="picture"
      onClick={({ clientX, clientY, currentTarget }) => {
        const { left, top } = currentTarget.getBoundingClientRect();
        onPick?.(driver?.elementAt(clientX - left, clientY - top) ?? -1);
      }}
    >
      <canvas ref={under} />
      <svg ref={svg} role="img" aria-label={say(words.picture)} />
      <canvas ref={over} />
    </div>
  );
}
