/** The buffer: numbered cells while they can be read, above that a tank, and without a bound a tank that outgrows its frame. */
import { type Brush, capacityOf, label } from "./brush.ts";
import { cellGrid, cellsOf, MAX_CELLS, placeOf } from "./cells.ts";
import type { Traffic } from "./flights.ts";
import { tankRoom } from "./layout.ts";
import { DEFAULT_BUFFER, pileIn } from "./pile.ts";
import type { Shape } from "./shape.ts";
import { words } from "./words.ts";

/** The note on the heap fits into a pile of this width. */
const HEAP_NOTE_PX = 270;

export function bufferShapes(brush: Brush, traffic: Traffic): Shape[] {
  const capacity = capacityOf(brush);
  const depth = brush.state.buffer.length;
  const cells = cellsOf(brush);
  if (capacity === 0) return rendezvousShapes(brush);
  if (Number.isFinite(capacity))
    return cells <= MAX_CELLS
      ? cellShapes(brush, traffic, cells, false)
      : tankShapes(brush, capacity);
  return depth <= MAX_CELLS ? cellShapes(brush, traffic, MAX_CELLS, true) : pileShapes(brush);
}

function rendezvousShapes(brush: Brush): Shape[] {
  const { buffer, horizontal } = brush.input.layout;
  const centre = { x: buffer.x + buffer.width / 2, y: buffer.y + buffer.height / 2 };
  return [
    {
      key: "meeting",
      type: "circle",
      style: "dashed",
      role: "buffered",
      ...centre,
      radius: horizontal ? 30 : 24,
    },
    label(
      "buffer-name",
      centre.x,
      buffer.y - (horizontal ? 2 : -14),
      brush.say(brush.input.buffer.name ?? words.buffer),
      "name",
    ),
    ...waitingShapes(brush),
  ];
}

function cellShapes(brush: Brush, traffic: Traffic, cells: number, open: boolean): Shape[] {
  const { layout, buffer: stage } = brush.input;
  const { buffer } = brush.state;
  const capacity = capacityOf(brush);
  const grid = cellGrid(layout, cells);
  const arriving = new Set(
    traffic.flights.filter(({ leg }) => leg === "in").map(({ element }) => element),
  );
  const shapes: Shape[] = [
    {
      key: "frame",
      type: "rect",
      style: open ? "open-frame" : "frame",
      role: "buffered",
      ...grid.frame,
      corner: 8,
    },
  ];
  for (let index = 0; index < cells; index++) {
    const { x, y } = grid.at(index);
    shapes.push({
      key: `cell-${index}`,
      type: "rect",
      style: "cell",
      role: "quiet",
      x: x - grid.size / 2,
      y: y - grid.size / 2,
      width: grid.size,
      height: grid.size,
      corner: 5,
      opacity: index < capacity ? 1 : 0.4,
    });
  }
  for (let index = 0; index < buffer.length; index++) {
    const element = buffer.at(index) as number;
    if (arriving.has(element)) continue;
    shapes.push({
      key: `element-${element}`,
      type: "token",
      role: "buffered",
      mark: "none",
      label: String(element),
      ...placeOf(brush, grid, element, index),
      size: grid.size - 4,
    });
  }
  const n = brush.count(brush.totals.buffered);
  const name = open
    ? brush.say(words.unlimited, { n: brush.say(words.elements, { n }) })
    : brush.say(stage.name ?? words.bufferOf, { n, capacity: brush.count(capacity) });
  const { frame } = grid;
  shapes.push(
    label("buffer-name", frame.x + frame.width / 2, frame.y - 9, name, "name"),
    ...waitingShapes(brush),
  );
  return shapes;
}

/** A bounded buffer with more places than can be read: its level is its share. */
function tankShapes(brush: Brush, capacity: number): Shape[] {
  const { buffer } = brush.input.layout;
  const depth = brush.state.buffer.length;
  const tank = tankRoom(buffer);
  const height = tank.height * Math.min(1, depth / capacity);
  const name = brush.say(words.bufferOf, {
    n: brush.count(brush.totals.buffered),
    capacity: brush.count(capacity),
  });
  return [
    {
      key: "liquid",
      type: "rect",
      style: "liquid",
      role: "buffered",
      x: tank.x,
      y: tank.y + tank.height - height,
      width: tank.width,
      height,
      corner: 0,
    },
    { key: "frame", type: "rect", style: "frame", role: "buffered", ...tank, corner: 8 },
    label("buffer-name", tank.x + tank.width / 2, tank.y - 9, name, "name"),
    label(
      "tank-count",
      tank.x + tank.width / 2,
      tank.y + tank.height / 2 + 8,
      brush.count(brush.totals.buffered),
      "big",
    ),
    ...waitingShapes(brush),
  ];
}

/** An unlimited buffer past what a default buffer would hold: the pile grows over its frame. */
function pileShapes(brush: Brush): Shape[] {
  const { layout, recording } = brush.input;
  const depth = brush.state.buffer.length;
  const room = tankRoom(layout.buffer);
  const { over, frame } = pileIn(room, depth);
  const { buffered } = brush.totals;
  const used = brush.bytes(buffered * recording.elementBytes);
  const each = brush.bytes(recording.elementBytes);
  const middle = room.x + room.width / 2;
  const bottom = room.y + room.height;
  // In the higher of the two parts: no edge runs through it.
  const part = over.height > frame.height ? over : frame;
  const countY = part.y + part.height / 2 + 4;
  return [
    { key: "pile", type: "rect", style: "liquid", role: "buffered", ...over, corner: 10 },
    { key: "liquid", type: "rect", style: "liquid", role: "buffered", ...frame, corner: 0 },
    { key: "frame", type: "rect", style: "frame", role: "buffered", ...frame, corner: 2 },
    label(
      "buffer-name",
      middle,
      room.y - 9,
      brush.say(words.unlimited, { n: brush.say(words.elements, { n: brush.count(buffered) }) }),
      "name",
    ),
    label("tank-count", middle, countY, brush.count(buffered), "big-on"),
    // Where the pile is narrow the counter says it.
    ...(over.width < HEAP_NOTE_PX
      ? []
      : [label("heap", middle, countY + 20, brush.say(words.heap, { used, each }), "note-on")]),
    label(
      "frame-note",
      middle,
      bottom + 16,
      brush.say(words.frames, { n: brush.count(Math.floor(buffered / DEFAULT_BUFFER)) }),
      "note",
    ),
    ...waitingShapes(brush),
  ];
}

/** Suspended sends: the elements stand in front of the gate, in the hands of who waits. */
function waitingShapes(brush: Brush): Shape[] {
  const { layout } = brush.input;
  const { waiting } = brush.state;
  const { gate, horizontal } = layout;
  const shapes: Shape[] = [
    {
      key: "gate",
      type: "line",
      role: waiting.length > 0 ? "suspended" : "quiet",
      style: waiting.length > 0 ? "gate-shut" : "gate-open",
      d: horizontal
        ? `M${gate.x + 18} ${gate.y - 24}V${gate.y + 24}`
        : `M${gate.x - 24} ${gate.y + 16}H${gate.x + 24}`,
    },
  ];
  waiting.slice(0, 3).forEach((element, index) => {
    const x = horizontal ? gate.x - index * 30 : gate.x - index * 34;
    shapes.push(
      {
        key: `waiting-halo-${index}`,
        type: "circle",
        style: "dashed",
        role: "suspended",
        x,
        y: gate.y,
        radius: 19,
      },
      {
        key: `element-${element}`,
        type: "token",
        role: "suspended",
        mark: "none",
        label: String(element),
        x,
        y: gate.y,
        size: 28,
      },
    );
  });
  if (waiting.length > 0) {
    const many = waiting.length > 1 ? ` ${brush.count(waiting.length)}` : "";
    const text = brush.say(words.suspended) + many;
    shapes.push(
      horizontal
        ? {
            // Clear of the buffer beside it.
            ...label("waiting-note", gate.x + 24, gate.y - 30, text, "note"),
            role: "suspended",
            anchor: "end",
          }
        : {
            ...label("waiting-note", gate.x + 30, gate.y + 5, text, "note"),
            role: "suspended",
            anchor: "start",
          },
    );
  }
  return shapes;
}
