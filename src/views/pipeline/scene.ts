/** The picture of a lane at one moment: a pure function of the recording, the position and the room. */

import { fillIn, formatBytes, formatCount, formatRate } from "../../i18n/index.ts";
import { paramOf } from "../../run/index.ts";
import { type Brush, capacityOf, label, type SceneInput, totalsOf } from "./brush.ts";
import { bufferShapes } from "./buffer-shapes.ts";
import type { Layout } from "./layout.ts";
import { flightShapes, legShapes } from "./leg-shapes.ts";
import type { ActorState } from "./one-buffer.ts";
import { stateAtRow } from "./one-buffer.ts";
import type { Label, Shape } from "./shape.ts";
import { words } from "./words.ts";

export function sceneAt(input: SceneInput): Shape[] {
  const { recording, timeMs, rows, speed, language } = input;
  const flying = input.still ? undefined : input.trafficAt;
  const traffic = flying?.(
    recording,
    timeMs + (input.settlingMs ?? 0),
    rows,
    speed,
    input.producerDelayMs,
    input.landedRows,
  ) ?? { flights: [], streams: new Set<never>() };
  const state = stateAtRow(recording, rows);
  const brush: Brush = {
    input,
    state,
    totals: input.totals ?? totalsOf(state),
    say: (text, values = {}) => fillIn(text[language], values),
    count: (value) => formatCount(value, language),
    bytes: (value) => formatBytes(value, language),
  };
  const parts = {
    legs: legShapes(brush, traffic),
    buffer: bufferShapes(brush, traffic),
    producer: producerShapes(brush),
    workers: workerShapes(brush),
    ends: endShapes(brush),
    flights: flightShapes(brush, traffic),
  };
  return input.pattern?.compose(brush, traffic, parts) ?? Object.values(parts).flat();
}

function producerShapes(brush: Brush): Shape[] {
  const { layout, producerDelayMs, timeMs, language } = brush.input;
  const { x, y, radius } = layout.producer;
  const producer = brush.state.producers[0];
  const suspended = producer?.activity === "suspended";
  const ended = producer?.activity === "ended";
  const role = suspended ? "suspended" : "produced";
  const shapes: Shape[] = [
    { key: "producer", type: "circle", style: "station", role, x, y, radius },
    { key: "producer-ring", type: "ring", role, x, y, radius, share: shareOf(producer, timeMs) },
    // The number of the element in the making; a finished one stands at the gate or has gone.
    label(
      "producer-number",
      x,
      y + 5,
      suspended || ended ? "" : String(brush.state.produced),
      "number",
    ),
  ];
  const wants =
    producerDelayMs === 0
      ? brush.say(words.noPause)
      : brush.say(words.wants, { n: formatRate(1000 / producerDelayMs, language) });
  shapes.push(
    ...nameAndNote(layout, "producer", { x, y, radius }, brush.say(words.producer), [
      producerWord(brush, producer),
      ...(ended || !hasOwnRate(brush) ? [] : [wants]),
    ]),
  );
  return shapes;
}

/** Whether one pause sets the producer's rate; a producer of rounds or batches has another rhythm. */
function hasOwnRate({ input }: Brush): boolean {
  return paramOf(input.recording.spec.strategy, "producerDelayMs") !== undefined;
}

function producerWord(brush: Brush, producer: ActorState | undefined): string {
  switch (producer?.activity) {
    case "suspended":
      return brush.say(capacityOf(brush) === 0 ? words.waitsForConsumer : words.waits);
    case "ended":
      return brush.say(words.finished);
    case "cancelled":
      return brush.say(words.cancelled);
    case "failed":
      return brush.say(words.failed);
    default:
      return brush.say(words.making);
  }
}

function workerShapes(brush: Brush): Shape[] {
  const { layout, timeMs, workers: wanted } = brush.input;
  const shapes: Shape[] = [];
  layout.workers.forEach(({ x, y, radius }, index) => {
    const worker = brush.state.workers[index];
    const busy = worker !== undefined && worker.element >= 0;
    const retired = index >= wanted;
    const role = busy ? "working" : "quiet";
    const key = `worker-${index}`;
    shapes.push(
      {
        key,
        type: "circle",
        style: busy ? "station" : "dashed",
        role,
        x,
        y,
        radius,
        opacity: retired && !busy ? 0.35 : 1,
      },
      {
        key: `${key}-ring`,
        type: "ring",
        role,
        x,
        y,
        radius,
        share: busy ? shareOf(worker, timeMs) : 0,
      },
      label(`${key}-number`, x, y + 5, busy ? String(worker.element) : "", "number"),
    );
  });
  const first = layout.workers[0];
  if (first !== undefined) {
    const busyCount = brush.state.workers.filter(({ element }) => element >= 0).length;
    const note = consumerWord(brush, busyCount);
    const last = layout.workers.at(-1) ?? first;
    const text = wanted === 1 || busyCount === 0 ? note : `${busyCount}/${wanted} ${note}`;
    const middle = layout.horizontal
      ? { x: (first.x + last.x) / 2, y: last.y, radius: last.radius }
      : { x: (first.x + last.x) / 2, y: first.y, radius: first.radius };
    shapes.push(...nameAndNote(layout, "consumer", middle, brush.say(words.consumer), [text]));
  }
  return shapes;
}

function consumerWord({ say, state }: Brush, busyCount: number): string {
  if (busyCount > 0) return say(words.working);
  const ended = state.workers.length > 0 && state.workers.every(hasEnded);
  return say(ended ? words.finished : words.idle);
}

function hasEnded({ activity }: ActorState): boolean {
  return activity === "ended" || activity === "cancelled" || activity === "failed";
}

function endShapes(brush: Brush): Shape[] {
  const { done, bin, horizontal, width } = brush.input.layout;
  const { totals } = brush;
  const shapes: Shape[] = [
    {
      key: "done-mark",
      type: "token",
      role: "done",
      mark: "tick",
      label: "",
      x: done.x,
      y: done.y,
      size: 26,
    },
    label("done-count", done.x, done.y + 32, brush.count(totals.done), "number"),
    label("done-name", done.x, done.y + 48, brush.say(words.done), "note"),
  ];
  if (!horizontal) {
    shapes.splice(
      1,
      2,
      {
        ...label("done-count", done.x + 22, done.y + 5, brush.count(totals.done), "number"),
        anchor: "start",
      },
      {
        ...label("done-name", done.x - 22, done.y + 5, brush.say(words.done), "note"),
        anchor: "end",
      },
    );
  }
  if (totals.dropped > 0) {
    const text = `${brush.say(words.dropped)} ${brush.count(totals.dropped)}`;
    shapes.push(
      {
        key: "bin-mark",
        type: "token",
        role: "dropped",
        mark: "cross",
        label: "",
        x: bin.x - 14,
        y: bin.y,
        size: 20,
      },
      horizontal
        ? {
            ...label("bin-count", bin.x + 2, bin.y + 5, text, "number"),
            anchor: "start",
            role: "dropped",
          }
        : {
            ...label("bin-count", width - 4, bin.y + 28, text, "number"),
            anchor: "end",
            role: "dropped",
          },
    );
  }
  return shapes;
}

/** A station's name with what it does: beneath it, or beside it where stations stand one below another. */
function nameAndNote(
  layout: Layout,
  key: string,
  { x, y, radius }: { x: number; y: number; radius: number },
  name: string,
  notes: readonly string[],
): Label[] {
  if (layout.horizontal) {
    const below = y + radius + 18;
    return [
      label(`${key}-name`, x, below, name, "name"),
      ...notes.map((note, i) => label(`${key}-note-${i}`, x, below + 16 * (i + 1), note, "note")),
    ];
  }
  if (key === "consumer") {
    return [label(`${key}-name`, x, y + radius + 17, `${name} · ${notes.join(" · ")}`, "note")];
  }
  const left = x - radius - 10;
  const right = x + radius + 10;
  return [
    { ...label(`${key}-name`, left, y + 5, name, "name"), anchor: "end" },
    { ...label(`${key}-note`, right, y + 5, notes[0] ?? "", "note"), anchor: "start" },
  ];
}

/** How far an actor has got with what it does. */
function shareOf(actor: ActorState | undefined, timeMs: number): number {
  if (actor === undefined) return 0;
  const length = actor.untilMs - actor.sinceMs;
  if (actor.activity !== "delay" || length <= 0) return 0;
  return Math.min(1, Math.max(0, (timeMs - actor.sinceMs) / length));
}
