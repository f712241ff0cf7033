/** Producer and workers where a pattern gives them something else to do: waiting at a gate, collecting, waiting for a thread. */

import { fillIn } from "../../../i18n/index.ts";
import type { Brush } from "../brush.ts";
import type { ActorState } from "../one-buffer.ts";
import type { Circle, Label, Shape } from "../shape.ts";
import { words } from "../words.ts";
import { isCollecting } from "./batch.ts";
import type { Plan } from "./plan.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** Elements whose coroutines wait at a gate in front of the buffer: the producer's first. */
export function waitingAtGate({ state }: Brush): number[] {
  const holders = [...state.producers, ...state.carriers];
  return holders
    .filter(({ activity, element }) => activity === "gate" && element >= 0)
    .map(({ element }) => element);
}

export function producerAtGate(brush: Brush, plan: Plan, shapes: readonly Shape[]): Shape[] {
  const held = brush.state.producers.some(({ activity }) => activity === "gate");
  if (!held) return [...shapes];
  const holds = waitingAtGate(brush).length > 0;
  const [gate] = plan.entry;
  const word =
    gate?.kind === "permits"
      ? gateWords.waitsForPermit
      : gate?.kind === "tokens"
        ? gateWords.waitsForToken
        : words.waits;
  return shapes.map((shape) => {
    if (shape.key === "producer" || shape.key === "producer-ring") {
      return { ...shape, role: "suspended" };
    }
    // Its element stands at the gate.
    if (shape.key === "producer-number" && shape.type === "label" && holds) {
      return { ...shape, text: "" };
    }
    const isWord = shape.key === "producer-note-0" || shape.key === "producer-note";
    return shape.type === "label" && isWord
      ? { ...shape, text: brush.say(word), role: "suspended" }
      : shape;
  });
}

/** Elements in front of a gate, each in the hands of who waits there. */
export function gatePile(brush: Brush): Shape[] {
  const { layout } = brush.input;
  // A program may have a gate of its own where others have a full buffer.
  const place = layout.rooms?.gates[0]?.onPath ?? layout.gate;
  return waitingAtGate(brush)
    .slice(0, 2)
    .flatMap((element, index): Shape[] => {
      const at = { x: place.x - 30 * index, y: place.y };
      return [
        {
          key: `gate-halo-${index}`,
          type: "circle",
          style: "dashed",
          role: "suspended",
          ...at,
          radius: 16,
        },
        {
          key: `gated-${element}`,
          type: "token",
          role: "suspended",
          mark: "none",
          label: String(element),
          ...at,
          size: 24,
        },
      ];
    });
}

export function workerStations(brush: Brush, plan: Plan, shapes: readonly Shape[]): Shape[] {
  const { workers } = brush.state;
  const waiting = workers.filter(({ activity }) => activity === "gate").length;
  const collecting = plan.batch === undefined ? 0 : workers.filter(isCollecting).length;
  const edited = shapes.map((shape) => edit(brush, plan, shape, waiting, collecting));
  return [...edited, ...names(brush)];
}

function edit(brush: Brush, plan: Plan, shape: Shape, waiting: number, collecting: number): Shape {
  if (shape.type === "label" && shape.key.startsWith("consumer-")) {
    return waiting + collecting > 0 ? consumerText(brush, shape, waiting, collecting) : shape;
  }
  const index = Number(/^worker-(\d+)/.exec(shape.key)?.[1] ?? -1);
  const worker = brush.state.workers[index];
  if (worker === undefined || worker.element < 0) return shape;
  if (worker.activity === "gate") return standing(shape, "suspended", null);
  if (plan.batch === undefined) return shape;
  const { size } = plan.batch;
  const text =
    worker.tray.length >= size ? `×${worker.tray.length}` : `${worker.tray.length}/${size}`;
  return standing(shape, isCollecting(worker) ? "buffered" : "working", text);
}

/** A worker with an element in hand who doesn't work on it. */
function standing(shape: Shape, role: Circle["role"], text: string | null): Shape {
  if (shape.type === "circle") {
    return { ...shape, role, style: role === "working" ? "station" : "dashed" };
  }
  if (shape.type === "ring") return { ...shape, role };
  return shape.type === "label" && text !== null ? { ...shape, text } : shape;
}

function consumerText(brush: Brush, shape: Label, waiting: number, collecting: number): Label {
  if (shape.key === "consumer-name" && brush.input.layout.horizontal) return shape;
  const { say, count, state, input } = brush;
  const working = state.workers.filter(isWorking).length;
  const some = input.workers === 1 ? "" : `${count(working)}/${count(input.workers)} `;
  const parts = [
    ...(working > 0 ? [`${some}${say(words.working)}`] : []),
    ...(waiting > 0 ? [say(gateWords.waitThreads, { n: count(waiting) })] : []),
    ...(collecting > 0 && working === 0 ? [say(gateWords.collecting)] : []),
  ];
  // On a phone there is room for two things, one of them the name.
  const named = input.layout.horizontal || parts.length > 1;
  return { ...shape, text: (named ? parts : [say(words.consumer), ...parts]).join(" · ") };
}

function isWorking({ element, activity }: ActorState): boolean {
  return element >= 0 && activity === "delay";
}

function names({ input, say }: Brush): Shape[] {
  const spots = input.layout.rooms?.names ?? [];
  return spots.map((spot, index) =>
    textAt(`worker-${index}-name`, spot, fillIn(say(words.worker), { n: index + 1 })),
  );
}
