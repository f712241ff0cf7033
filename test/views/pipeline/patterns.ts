/** Pictures of runs with what their pattern adds, as the page asks for them. */
import { type RunSpec, valuesAt } from "../../../src/run/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import type { SceneInput } from "../../../src/views/pipeline/brush.ts";
import { patternOf } from "../../../src/views/pipeline/gates/compose.ts";
import { pictureSize } from "../../../src/views/pipeline/layout.ts";
import { sceneAt } from "../../../src/views/pipeline/scene.ts";
import type { Label, Shape } from "../../../src/views/pipeline/shape.ts";
import { specOf } from "../../support/runs.ts";
import { DESK, inputAt, type Look, recordingOf } from "./moments.ts";

/** A picture, and what is true at its moment. */
export interface Pictured {
  readonly input: SceneInput;
  readonly scene: readonly Shape[];
}

/** Pictures of one run at any time, by one pattern, as on the page. */
export function picturesOf(spec: Partial<RunSpec>) {
  const recording = recordingOf(specOf(spec));
  const pattern = patternOf(recording);
  return {
    recording,
    at(timeMs: number, look: Partial<Look> = {}): Pictured {
      const rows = recording.trace.rowsUntil(timeMs);
      const seen = { ...DESK, ...look };
      const base = inputAt(recording, { timeMs, rows }, seen);
      const { height } = pictureSize(seen.width);
      const input: SceneInput = {
        ...base,
        workers: Number.isNaN(base.workers) ? 1 : base.workers,
        producerDelayMs: Number.isNaN(base.producerDelayMs) ? 100 : base.producerDelayMs,
        buffer: strategyOf(recording.spec.strategy).stages(valuesAt(recording.spec, timeMs))[0],
        landedRows: rows,
        pattern,
        layout: pattern.layout(seen.width, height, base.layout.workers.length || 1),
      };
      return { input, scene: sceneAt(input) };
    },
  };
}

export function shapeOf<T extends Shape>(scene: readonly Shape[], key: string): T {
  const found = scene.find((shape) => shape.key === key);
  if (found === undefined) throw new Error(`no ${key} in the picture`);
  return found as T;
}

export const textOf = (scene: readonly Shape[], key: string) => shapeOf<Label>(scene, key).text;

export const keysLike = (scene: readonly Shape[], pattern: RegExp) =>
  scene.filter(({ key }) => pattern.test(key));

/** The elements that a picture shows, by number. */
export function elementsIn(scene: readonly Shape[]): number[] {
  return scene
    .flatMap((shape) =>
      (shape.type === "token" || shape.type === "figure") && shape.label !== ""
        ? [Number(shape.label)]
        : [],
    )
    .sort((a, b) => a - b);
}
