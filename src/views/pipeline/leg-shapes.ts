/** The ways between the stations, and the elements on them. */
import { type Brush, capacityOf } from "./brush.ts";
import { cellGrid, cellsOf, MAX_CELLS, placeOf } from "./cells.ts";
import type { Flight, Leg, Traffic } from "./flights.ts";
import { type Layout, type Point, tankRoom } from "./layout.ts";
import { pileIn } from "./pile.ts";
import type { Role, Shape, Token } from "./shape.ts";

const TOKEN_SIZE = 26;
const FALL_PX = 64;
/** How far a stream's dashes move in a ms of the wall clock, in px. */
const STREAM_PX_PER_MS = 0.16;

const ROLES: Readonly<Record<Leg, Role>> = {
  in: "produced",
  pass: "produced",
  out: "buffered",
  done: "done",
  "drop-incoming": "dropped",
  "drop-oldest": "dropped",
  "drop-inside": "dropped",
  "drop-refused": "dropped",
  "drop-work": "dropped",
};
const LOSSES = ["drop-incoming", "drop-oldest", "drop-inside", "drop-refused"] as const;

export function legShapes(brush: Brush, { streams }: Traffic): Shape[] {
  const { layout, timeMs, speed } = brush.input;
  const { producer, exit, workers, done } = layout;
  const entry = entryOf(brush);
  const ways: [string, Leg, Point, Point][] = [
    ["leg-in", "in", edge(producer, layout), entry],
    ...workers.map((worker, i): [string, Leg, Point, Point] => [
      `leg-out-${i}`,
      "out",
      bufferExit(brush, exit),
      beforeWorker(worker, layout),
    ]),
    ...workers.map((worker, i): [string, Leg, Point, Point] => [
      `leg-done-${i}`,
      "done",
      afterWorker(worker, layout),
      beforeDone(done, layout),
    ]),
  ];
  const shift = -((timeMs / speed) * STREAM_PX_PER_MS);
  const shapes: Shape[] = [];
  for (const [key, leg, from, to] of ways) {
    const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
    shapes.push({ key, type: "line", style: "leg", role: "quiet", d });
    // Who goes from hand to hand passes the ways on both sides of the buffer.
    const flowing = streams.has(leg) || (leg !== "done" && streams.has("pass"));
    if (flowing)
      shapes.push({
        key: `${key}-stream`,
        type: "line",
        style: "stream",
        role: ROLES[leg],
        d,
        shift,
      });
  }
  for (const leg of LOSSES) {
    if (!streams.has(leg)) continue;
    const from = startOf(brush, leg);
    const to = dropEnd(brush, from);
    shapes.push({
      key: leg,
      type: "line",
      style: "stream",
      role: "dropped",
      d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
      shift,
    });
  }
  return shapes;
}

export function flightShapes(brush: Brush, { flights }: Traffic): Shape[] {
  return flights.map((flight) => flightToken(brush, flight));
}

function flightToken(brush: Brush, flight: Flight): Token {
  const { leg, element, progress } = flight;
  const from =
    flight.fromGate && (leg === "in" || leg === "pass")
      ? brush.input.layout.gate
      : startOf(brush, leg, flight);
  const to = leg.startsWith("drop") ? dropEnd(brush, from) : endOf(brush, flight);
  const eased = leg.startsWith("drop") ? progress * progress : easeOut(progress);
  const ends = leg === "done" || leg.startsWith("drop");
  return {
    key: `flight-${leg}-${element}`,
    type: "token",
    role: ROLES[leg],
    mark: leg === "done" ? "tick" : leg.startsWith("drop") ? "cross" : "none",
    label: String(element),
    x: from.x + (to.x - from.x) * (leg.startsWith("drop") ? progress : eased),
    y: from.y + (to.y - from.y) * eased,
    size: TOKEN_SIZE,
    opacity: ends ? 1 - progress * 0.7 : 1,
  };
}

function startOf(brush: Brush, leg: Leg, flight?: Flight): Point {
  const { layout } = brush.input;
  switch (leg) {
    case "out":
      return bufferExit(brush, layout.exit);
    case "drop-oldest":
      return headOf(brush);
    case "done": {
      const worker = layout.workers[flight?.worker ?? 0];
      return worker === undefined ? layout.exit : moved(afterWorker(worker, layout), layout, 1);
    }
    case "drop-incoming":
      return layout.gate;
    case "drop-inside":
      return middleOf(brush);
    case "drop-refused":
      return layout.refusal ?? layout.gate;
    case "drop-work":
      return layout.workers[flight?.worker ?? 0] ?? layout.exit;
    default:
      return layout.producer;
  }
}

function endOf(brush: Brush, { leg, element, worker }: Flight): Point {
  const { layout } = brush.input;
  switch (leg) {
    case "in":
      return slotOf(brush, element);
    case "pass":
    case "out": {
      const station = layout.workers[worker];
      return station === undefined ? layout.exit : moved(beforeWorker(station, layout), layout, -1);
    }
    default:
      return moved(beforeDone(layout.done, layout), layout, -1);
  }
}

/** What is dropped falls straight down; on a phone the way down from the gate is taken, so it goes aside. */
function dropEnd(brush: Brush, from: Point): Point {
  const { bin, buffer, horizontal, height } = brush.input.layout;
  if (horizontal) return { x: from.x, y: bin.y };
  return from.y < buffer.y ? bin : { x: from.x, y: Math.min(from.y + FALL_PX, height - 14) };
}

/** Where a buffer lets go of an element that is not its oldest. */
function middleOf(brush: Brush): Point {
  const { x, y, width, height } = frameOf(brush);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the oldest element of the buffer stands. */
function headOf(brush: Brush): Point {
  const { layout } = brush.input;
  const cells = cellsOf(brush);
  if (cells > 0 && cells <= MAX_CELLS) return cellGrid(layout, cells).at(0);
  const exit = bufferExit(brush, layout.exit);
  return { x: exit.x - TOKEN_SIZE, y: exit.y };
}

/** Where an element that has just come in stands in the buffer. */
function slotOf(brush: Brush, element: number): Point {
  const { layout } = brush.input;
  const { buffer } = brush.state;
  const cells = cellsOf(brush);
  if (cells === 0 || cells > MAX_CELLS || buffer.length > MAX_CELLS) {
    return { x: layout.buffer.x + layout.buffer.width / 2, y: layout.buffer.y + 20 };
  }
  let index = buffer.length - 1;
  while (index > 0 && buffer.at(index) !== element) index--;
  return placeOf(brush, cellGrid(layout, cells), element, Math.max(0, index));
}

function entryOf(brush: Brush): Point {
  const { buffer, horizontal, gate } = brush.input.layout;
  const frame = frameOf(brush);
  return horizontal ? { x: frame.x, y: gate.y } : { x: buffer.x + buffer.width / 2, y: frame.y };
}

function bufferExit(brush: Brush, exit: Point): Point {
  const frame = frameOf(brush);
  return brush.input.layout.horizontal
    ? { x: frame.x + frame.width, y: exit.y }
    : { x: exit.x, y: frame.y + frame.height };
}

function frameOf(brush: Brush) {
  const { layout } = brush.input;
  const cells = cellsOf(brush);
  const depth = brush.state.buffer.length;
  if (capacityOf(brush) === Number.POSITIVE_INFINITY && depth > MAX_CELLS) {
    return pileIn(tankRoom(layout.buffer), depth).over;
  }
  if (cells > 0 && cells <= MAX_CELLS) return cellGrid(layout, cells).frame;
  const { buffer } = layout;
  if (cells > 0) return tankRoom(buffer);
  const radius = 30;
  return {
    x: buffer.x + buffer.width / 2 - radius,
    y: buffer.y + buffer.height / 2 - radius,
    width: 2 * radius,
    height: 2 * radius,
  };
}

function edge({ x, y, radius }: Layout["producer"], { horizontal }: Layout): Point {
  return horizontal ? { x: x + radius + 4, y } : { x, y: y + radius + 4 };
}

function beforeWorker({ x, y, radius }: Layout["workers"][number], { horizontal }: Layout): Point {
  return horizontal ? { x: x - radius - 4, y } : { x, y: y - radius - 4 };
}

function afterWorker({ x, y, radius }: Layout["workers"][number], { horizontal }: Layout): Point {
  return horizontal ? { x: x + radius + 4, y } : { x, y: y + radius + 24 };
}

function beforeDone({ x, y }: Point, { horizontal }: Layout): Point {
  return horizontal ? { x: x - 20, y } : { x, y: y - 20 };
}

/** Half a token along the way, so that tokens stop in front of a station and not in it. */
function moved({ x, y }: Point, { horizontal }: Layout, by: 1 | -1): Point {
  const half = (by * TOKEN_SIZE) / 2;
  return horizontal ? { x: x + half, y } : { x, y: y + half };
}

function easeOut(progress: number): number {
  return 1 - (1 - progress) ** 3;
}
