/** The picture of one lane: an SVG that follows the play head frame by frame. */
import { type JSX, useEffect, useMemo, useRef } from "react";
import type { Param } from "../../params/index.ts";
import { initialValues, type Recording } from "../../run/index.ts";
import {
  type Experiment,
  type Playground,
  type Position,
  rowsAt,
  valueAt,
} from "../../store/index.ts";
import { strategyOf } from "../../systems/index.ts";
import { workloadParams } from "../../workloads/index.ts";
import { useLoaded } from "../deferred.tsx";
import { usePlayground, usePlaygroundState, useWords } from "../playground-context.ts";
import { useReducedMotion } from "../use-reduced-motion.ts";
import { useWidth } from "../use-width.ts";
import { type Pattern, type SceneInput, type Totals, totalsOf } from "./brush.ts";
import { hasPattern } from "./has-pattern.ts";
import { Landing, LONGEST_FLIGHT_MS } from "./landing.ts";
import { type Layout, layoutFor, pictureSize } from "./layout.ts";
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
  const landing = useRef(new Landing());
  const room = useWidth(box, INITIAL_WIDTH);
  const { width, height, scale } = pictureSize(room);
  const pattern = usePattern(recording);
  const trafficAt = useFlights();

  useEffect(() => {
    const node = svg.current;
    if (node === null) return;
    painter.current ??= new Painter(node);
    const [buffer] = strategyOf(recording.spec.strategy).stages(initialValues(recording.spec));
    const layouts = new Map<number, Layout>();
    const layoutOf = (workers: number) => {
      const layout = layouts.get(workers) ?? (pattern?.layout ?? layoutFor)(width, height, workers);
      layouts.set(workers, layout);
      return layout;
    };
    const totals = totalsWhenPublished(playground, recording, lane);
    const draw = (position: Position, settlingMs: number) => {
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
        landedRows: landing.current.landedRows,
        settlingMs,
        totals: totals(),
        pattern,
        trafficAt,
        ...setting,
      });
      painter.current?.paint(scene);
    };
    let request = 0;
    const land = (position: Position) => {
      const start = performance.now();
      request = requestAnimationFrame(function onFrame(now) {
        const wallMs = now - start;
        request = wallMs < LONGEST_FLIGHT_MS ? requestAnimationFrame(onFrame) : 0;
        if (request === 0) landing.current.land();
        draw(position, Math.max(0, wallMs) * speed);
      });
    };
    const stopLanding = () => {
      if (request !== 0) cancelAnimationFrame(request);
      request = 0;
    };
    const show = (position: Position) => {
      stopLanding();
      const { playing } = playground.store.getState();
      const arrival = landing.current.arriveAt(rowsAt(recording, lane, position), playing);
      draw(position, 0);
      if (arrival === "landing") land(position);
    };
    show(playground.position());
    const stop = playground.onPosition(show);
    return () => {
      stop();
      stopLanding();
    };
  }, [
    playground,
    recording,
    lane,
    language,
    speed,
    width,
    height,
    still,
    experiment,
    pattern,
    trafficAt,
  ]);

  return (
    <div ref={box} style={{ height: height * scale }}>
      <svg
        ref={svg}
        className="picture"
        width={width * scale}
        height={height * scale}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say(words.picture)}
      />
    </div>
  );
}

const loadFlights = () => import("./flights.ts");
const loadGates = () => import("./gates/index.ts");

/** What is on its way between stations, once that is loaded. Until then elements stand where they are. */
function useFlights(): SceneInput["trafficAt"] {
  return useLoaded(loadFlights)?.trafficAt;
}

/** What the run's pattern adds, once that is loaded. The picture doesn't wait for it. */
function usePattern(recording: Recording): Pattern | undefined {
  const wanted = hasPattern(recording);
  const gates = useLoaded(loadGates, wanted);
  return useMemo(
    () => (wanted ? gates?.patternOf(recording) : undefined),
    [wanted, gates, recording],
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

/** The totals as the counters show them: both are written anew at the same moments. */
function totalsWhenPublished(
  playground: Playground,
  recording: Recording,
  lane: number,
): () => Totals {
  let shown: Position | null = null;
  let totals: Totals = { done: 0, dropped: 0, buffered: 0 };
  return () => {
    const { position } = playground.store.getState();
    if (position !== shown) {
      shown = position;
      totals = totalsOf(recording.history.stateAtRow(rowsAt(recording, lane, position)));
    }
    return totals;
  };
}
