/** A scene with everything that a run's pattern adds to it. Loaded when a run has a pattern. */

import type { Recording } from "../../../run/index.ts";
import type { Brush, Parts, Pattern } from "../brush.ts";
import type { Layout } from "../layout.ts";
import type { GateStage } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import { batchShapes } from "./batch.ts";
import { binShapes } from "./bin.ts";
import { breakerShapes } from "./breaker.ts";
import { CapacityChanges } from "./capacity-changes.ts";
import { heapShapes } from "./heap.ts";
import { KindDresser } from "./kinds.ts";
import { patternLayout } from "./layout.ts";
import { legendShapes } from "./legend.ts";
import { levelShapes } from "./levels.ts";
import { networkShapes } from "./network.ts";
import { permitShapes } from "./permits.ts";
import { entryAt, type Plan, planOf } from "./plan.ts";
import { resizedShapes, withUtilisation } from "./resized.ts";
import { retryShapes } from "./retries.ts";
import type { GateRoom, Rooms } from "./rooms.ts";
import { nameOfSlot } from "./slots.ts";
import { gatePile, producerAtGate, waitingAtGate, workerStations } from "./stations.ts";
import { fitting, textAt } from "./text-at.ts";
import { threadShapes } from "./threads.ts";
import { tokenShapes } from "./tokens.ts";

/** What the pattern of a run adds to its pictures. */
export function patternOf(recording: Recording): Pattern {
  const plan = planOf(recording);
  const changes = new CapacityChanges(recording);
  const dresser = plan.kinds === null ? null : new KindDresser(plan.kinds);
  return {
    layout: (width: number, height: number, workerCount: number): Layout =>
      patternLayout(plan, width, height, workerCount),
    compose(brush, _traffic, parts) {
      const { rooms } = brush.input.layout;
      // A layout from before the pattern was there: drawn without it.
      if (rooms === undefined) return Object.values(parts).flat();
      const scene = withPattern(brush, plan, rooms, changes, parts);
      if (dresser === null || plan.kinds === null) return scene;
      if (rooms.legend !== null) {
        scene.push(...legendShapes(brush, plan.kinds, dresser, rooms.legend));
      }
      return dresser.dressed(scene);
    },
  };
}

function withPattern(
  brush: Brush,
  plan: Plan,
  rooms: Rooms,
  changes: CapacityChanges,
  parts: Parts,
): Shape[] {
  const { batch, retries, threads } = plan;
  const oneWorker = brush.input.layout.workers.length === 1;
  return [
    ...parts.legs,
    ...(rooms.cable === null ? [] : networkShapes(brush, plan, rooms.cable)),
    ...bufferParts(brush, plan, parts.buffer),
    ...slotNames(brush, plan),
    ...resizedShapes(brush, changes),
    ...gateShapes(brush, plan, rooms),
    ...producerAtGate(brush, plan, parts.producer),
    ...gatePile(brush),
    ...(threads > 0 ? threadShapes(brush, threads, rooms.pool) : []),
    ...(retries === undefined ? [] : retryShapes(brush, retries, rooms.calls)),
    ...workerStations(brush, plan, parts.workers),
    ...(batch !== undefined && oneWorker ? batchShapes(brush, batch, rooms.tray) : []),
    ...parts.ends.filter(({ key }) => !key.startsWith("bin-")),
    ...binShapes(brush),
    ...heapShapes(brush, plan, rooms.heap),
    ...parts.flights,
  ];
}

function gateShapes(brush: Brush, plan: Plan, { gates }: Rooms): Shape[] {
  const stages = entryAt(plan, brush.input.timeMs);
  return gates.flatMap((room, index) => {
    const stage = stages[index];
    return stage === undefined ? [] : gateShape(brush, stage, room);
  });
}

function gateShape(brush: Brush, stage: GateStage, room: GateRoom): Shape[] {
  switch (stage.kind) {
    case "permits":
      return permitShapes(brush, stage, room);
    case "tokens":
      return tokenShapes(brush, stage, room);
    case "breaker":
      return breakerShapes(brush, stage, room);
    case "levels":
      return levelShapes(brush, stage, room);
    default:
      return [];
  }
}

function bufferParts(brush: Brush, { entry }: Plan, shapes: readonly Shape[]): Shape[] {
  const shut = entry.length === 0 && waitingAtGate(brush).length > 0;
  return shapes.map((shape): Shape => {
    if (shape.key === "gate" && shape.type === "line" && shut) {
      return { ...shape, style: "gate-shut", role: "suspended" };
    }
    return shape.key === "buffer-name" && shape.type === "label"
      ? { ...shape, text: withUtilisation(brush, shape.text) }
      : shape;
  });
}

function slotNames(brush: Brush, { kinds, slots }: Plan): Shape[] {
  const { layout } = brush.input;
  if (layout.slots === undefined || kinds === null) return [];
  const { grid } = layout.slots;
  return kinds.names
    .slice(0, slots)
    .map((name, index) =>
      textAt(
        `slot-name-${index}`,
        nameOfSlot(layout, grid, index),
        fitting(brush.say(name), layout.slots?.namePx ?? 0),
      ),
    );
}
