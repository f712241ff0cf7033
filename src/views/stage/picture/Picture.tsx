/** The picture of one lane. It fills its parent; what moves in it follows the play head without React. */
import { type JSX, useEffect, useRef } from "react";
import type { Recording } from "../../../run/index.ts";
import { type Experiment, valueAt } from "../../../store/index.ts";
import { strategyOf } from "../../../systems/index.ts";
import { useReducedMotion } from "../../kit/use-reduced-motion.ts";
import { usePlayground, usePlaygroundState, useWords } from "../../playground-context.ts";
import { type FrameClock, PictureDriver } from "./driver.ts";
import { LEAST_TEXT } from "./layout.ts";
import { useRoom } from "./use-room.ts";
import { words } from "./words.ts";
import "./picture.css";

interface PictureProps {
  readonly recording: Recording;
  readonly lane: number;
  /** No label is smaller, in px. */
  readonly leastText?: number;
}

const windowClock: FrameClock = {
  now: () => performance.now(),
  request: (onFrame) => requestAnimationFrame(onFrame),
  cancel: (request) => cancelAnimationFrame(request),
};

/** How long the producer wants to pause at a time, in ms: NaN in programs that have no such setting. */
function wantedPause(recording: Recording, experiment: Experiment, lane: number) {
  const { strategy, interventions } = recording.spec;
  const { workload } = strategyOf(strategy);
  const param = workload.find(({ key }) => key === "producerDelayMs");
  if (param === undefined) return () => Number.NaN;
  const atStart = Number(valueAt(experiment, lane, param, 0));
  if (interventions.length === 0) return () => atStart;
  return (timeMs: number) => Number(valueAt(experiment, lane, param, timeMs));
}

export function Picture({ recording, lane, leastText = LEAST_TEXT }: PictureProps): JSX.Element {
  const playground = usePlayground();
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const experiment = usePlaygroundState((state) => state.experiment);
  const discrete = useReducedMotion();
  const frame = useRef<HTMLDivElement>(null);
  const under = useRef<HTMLCanvasElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const driver = useRef<PictureDriver | null>(null);
  const { width, height } = useRoom(frame);

  useEffect(() => {
    if (!(frame.current && under.current && svg.current && over.current)) return;
    const sheets = {
      frame: frame.current,
      under: under.current,
      svg: svg.current,
      over: over.current,
    };
    const made = new PictureDriver(playground, sheets, windowClock);
    driver.current = made;
    return () => {
      driver.current = null;
      made.stop();
    };
  }, [playground]);

  useEffect(() => {
    driver.current?.watch({
      ...{ recording, lane, width, height, leastText, language, discrete },
      producerDelayMs: wantedPause(recording, experiment, lane),
    });
  }, [recording, lane, width, height, leastText, language, discrete, experiment]);

  return (
    <div ref={frame} className="picture">
      <canvas ref={under} />
      <svg ref={svg} role="img" aria-label={say(words.picture)} />
      <canvas ref={over} />
    </div>
  );
}
