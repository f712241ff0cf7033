import { describe, expect, it } from "vitest";
import type { Values } from "../../../../src/params/index.ts";
import { paramsOf, Recording } from "../../../../src/run/index.ts";
import { type StrategyId, strategyIds, strategyOf } from "../../../../src/systems/index.ts";
import { extentOf } from "../../../../src/views/stage/picture/extent.ts";
import { factsOf } from "../../../../src/views/stage/picture/facts-of.ts";
import type { Box } from "../../../../src/views/stage/picture/layout.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../src/views/stage/picture/scene.ts";
import type { Label, Shape } from "../../../../src/views/stage/picture/shape.ts";
import { labelBox } from "../../../../src/views/stage/picture/text-size.ts";
import { catalogue } from "../../../support/everything.ts";
import { LONG_ROUNDS } from "../../../support/rounds.ts";
import { specOf } from "../../../support/runs.ts";
import { boundsOf, meet, numbersOf, sizesOf } from "./geometry.ts";

const ROOMS = [
  [300, 60],
  [390, 340],
  [690, 216],
  [1280, 420],
] as const;
/** The times at which a run is looked at; later ones show no new sizes. */
const TIMES_MS = [0, 350, 1500];
const MOST_ROWS = 60_000;

/** Settings of a strategy: its defaults, and each setting alone at its ends. */
function* extremesOf(strategy: StrategyId): Generator<Values> {
  yield {};
  for (const param of paramsOf(strategyOf(catalogue, strategy))) {
    if (param.kind === "choice") {
      for (const { value } of param.choices) yield { [param.key]: value };
    } else if (param.kind === "int") {
      yield { [param.key]: param.min };
      yield { [param.key]: param.max };
    }
  }
}

function faultsAt(recording: Recording, timeMs: number): string[] {
  const run = factsOf(recording);
  const rows = recording.trace.rowsUntil(timeMs);
  const state = recording.history.stateAtRow(rows);
  const faults: string[] = [];
  for (const [width, height] of ROOMS) {
    const layout = pictureLayout(
      run.topology,
      crewsOf(state),
      { width, height },
      run.answer?.share,
    );
    const { under, strip, still, moving } = sceneOf(
      {
        ...{ run, state, told: state, timeMs, rows, speed: 1, language: "ko", discrete: false },
        ...{ producerDelayMs: run.pauseMs, picked: -1, landedRows: 0, settlingMs: 0 },
      },
      layout,
    );
    const shapes = [...under, ...strip, ...still, ...moving];
    const keys = new Set(shapes.map(({ key }) => key));
    if (keys.size !== shapes.length) faults.push(`${width}: keys twice`);
    const labels = still.filter((shape): shape is Label => shape.type === "label");
    labels.forEach((label, i) => {
      const other = labels.slice(i + 1).find((each) => meet(labelBox(label), labelBox(each)));
      if (other !== undefined) faults.push(`${width}: ${label.text} meets ${other.text}`);
    });
    const cut = [
      ...outside([...under, ...moving], extentOf([...under, ...moving])),
      ...outside(strip, extentOf(strip, layout.answer ?? undefined)),
    ];
    faults.push(...cut.map((shape) => `${width} x ${height}: cut off: ${JSON.stringify(shape)}`));
    for (const shape of shapes) {
      const isBad =
        numbersOf(shape).some((n) => !Number.isFinite(n)) || sizesOf(shape).some((n) => n < 0);
      if (isBad) faults.push(`${width} x ${height}, ${timeMs} ms: ${JSON.stringify(shape)}`);
    }
  }
  return faults;
}

/** The shapes that a canvas would cut off if it covered only their extent. */
function outside(shapes: readonly Shape[], extent: Box | null): Shape[] {
  return shapes.filter((shape) => {
    const bounds = boundsOf(shape);
    if (bounds === null) return false;
    if (extent === null) return true;
    const { left, top, right, bottom } = bounds;
    const { x, y, width, height } = extent;
    return left < x - 1 || top < y - 1 || right > x + width + 1 || bottom > y + height + 1;
  });
}

describe("every strategy with every setting at its ends", () => {
  it.each(strategyIds)(
    "%s has a picture of finite sizes, whose labels do not overlap and which no canvas cuts off",
    (strategy) => {
      const faults: string[] = [];
      for (const values of extremesOf(strategy)) {
        const recording = new Recording(catalogue, specOf({ strategy, values }));
        recording.advance(LONG_ROUNDS ? 10 * MOST_ROWS : MOST_ROWS / 12, Math.max(...TIMES_MS));
        for (const timeMs of TIMES_MS) faults.push(...faultsAt(recording, timeMs));
      }
      expect(faults.slice(0, 3)).toEqual([]);
    },
  );
});
