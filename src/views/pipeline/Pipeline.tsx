/** The picture of one lane: an SVG that follows the play head frame by frame. */
import { type JSX, useEffect, useRef } from "react";
import type { Param } from "../../params/index.ts";
import { initialValues, type Recording } from "../../run/index.ts";
import { type Experiment, type Position, rowsAt, valueAt } from "../../store/index.ts";
import { strategyOf } from "../../strategies/index.ts";
import { workloadParams } from "../../workloads/index.ts";
import { usePlayground, usePlaygroundState, useWords } from "../playground-context.ts";
import { useReducedMotion } from "../use-reduced-motion.ts";
import { useWidth } from "../use-width.ts";
import { type Layout, layoutFor, pictureHeight } from "./layout.ts";
import { Painter } from "./painter.ts";
import { sceneAt } from "./scene.ts";
import "./picture.css";
import { words } from "./words.ts";

const INITIAL_WIDTH = 900;

export function Pipeline({
  recording,
  lane,
}: {
  readonly recording: Recording;
  readonly lane: number;
}): JSX.Element {
  const playground = usePlayground();
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const speed = usePlaygroundState((state) => state.speed);
  const experiment = usePlaygroundState((state) => state.experiment);
  const still = useReducedMotion();
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const painter = useRef<Painter | null>(null);
  const width = useWidth(box, INITIAL_WIDTH);
  const height = pictureHeight(width);

  useEffect(() => {
    const node = svg.current;
    if (node === null) return;
    painter.current ??= new Painter(node);
    const [buffer] = strategyOf(recording.spec.strategy).stages(initialValues(recording.spec));
    const layouts = new Map<number, Layout>();
    const layoutOf = (workers: number) => {
      const layout = layouts.get(workers) ?? layoutFor(width, height, workers);
      layouts.set(workers, layout);
      return layout;
    };
    const draw = (position: Position) => {
      const { timeMs } = position;
      const rows = rowsAt(recording, lane, position);
      const setting = settingsAt(experiment, lane, timeMs);
      const scene = sceneAt({
        recording,
        timeMs,
        rows,
        speed,
        layout: layoutOf(Math.max(setting.workers, busyWorkers(recording, rows))),
        buffer,
        language,
        still,
        ...setting,
      });
      painter.current?.paint(scene);
    };
    draw(playground.position());
    return playground.onPosition(draw);
  }, [playground, recording, lane, language, speed, width, height, still, experiment]);

  return (
    <div ref={box} style={{ height }}>
      <svg
        ref={svg}
        className="picture"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say(words.picture)}
      />
    </div>
  );
}

const [producerDelayParam, workersParam] = (["producerDelayMs", "workers"] as const).map(
  (key) => workloadParams.find((param) => param.key === key) as Param,
) as [Param, Param];

/** What the picture shows of the settings at a time. */
function settingsAt(experiment: Experiment, lane: number, timeMs: number) {
  return {
    producerDelayMs: Number(valueAt(experiment, lane, producerDelayParam, timeMs)),
    workers: Number(valueAt(experiment, lane, workersParam, timeMs)),
  };
}

/** A worker that was retired stays in the picture until its last element is done. */
function busyWorkers(recording: Recording, rows: number): number {
  const { workers } = recording.history.stateAtRow(rows);
  return workers.findLastIndex(({ element }) => element >= 0) + 1;
}
