/** A layout with room for a pattern: the stations move together, the picture stays as large as it is. */
import { type Box, type Layout, layoutFor, type Point } from "../layout.ts";
import { NOTABLE } from "./heap.ts";
import type { Plan } from "./plan.ts";
import type { Cable, GateRoom, Legend, Rooms } from "./rooms.ts";
import { slotsIn } from "./slots.ts";

const GATE_PX = 116;
const CABLE_PX = 196;
const TRAY_PX = 40;
const STARVES_PX = 116;
const LEGEND_X = 118;
const BIN_PX = 120;
const LEAST_BAR_PX = 100;
const ROW_PX = 14;
/** The smallest phones. */
export const TINY = 300;
/** Longer names of kinds leave no room for two columns on a phone. */
const LONG_NAME = 12;

export function patternLayout(
  plan: Plan,
  width: number,
  height: number,
  workerCount: number,
): Layout {
  const base = layoutFor(width, height, workerCount);
  const layout = base.horizontal ? sideBySide(base, plan) : oneBelowTheOther(base, plan);
  return plan.slots > 0 ? { ...layout, slots: slotsIn(layout, plan) } : layout;
}

function sideBySide(base: Layout, plan: Plan): Layout {
  const { gate, producer, width, height } = base;
  const count = plan.entry.length;
  const cablePx = plan.latencyMs > 0 ? CABLE_PX : 0;
  const lead = count * GATE_PX + cablePx;
  const one = base.workers.length === 1;
  const tail = plan.batch !== undefined && one ? TRAY_PX : 0;
  const buffer = {
    ...base.buffer,
    x: base.buffer.x + lead,
    width: base.buffer.width - lead - tail,
  };
  const workers = plan.threads > 0 || plan.batch || plan.retries ? lowered(base) : base.workers;
  const top = Math.min(...workers.map(({ y, radius }) => y - radius));
  const middle = workers.reduce((sum, { x }) => sum + x, 0) / workers.length;
  const gateX = gate.x + lead;
  const legend = plan.kinds === null ? null : deskLegend(width, plan.kinds.names.length);
  const half = plan.threads * 8;
  const binX =
    legend !== null
      ? legend.x +
        legend.columns * legend.columnWidth +
        (legend.columns > 1 || width < 800 ? 24 : STARVES_PX)
      : mayFill(plan)
        ? gateX
        : buffer.x + buffer.width / 2;
  // Beside the bin, beneath the buffer.
  const heapX = Math.min(gateX + BIN_PX, buffer.x + buffer.width - LEAST_BAR_PX);
  const gates = plan.entry.map((_, index): GateRoom => {
    const x = producer.x + producer.radius + 8 + cablePx + index * GATE_PX;
    const mid = x + GATE_PX / 2;
    return {
      symbol: { x, y: 24, width: GATE_PX, height: gate.y - 20 - 24 },
      title: { x: mid, y: 16, anchor: "middle" },
      lines: [
        { x: mid, y: gate.y + 31, anchor: "middle" },
        { x: mid, y: gate.y + 46, anchor: "middle" },
      ],
      onPath: { x: mid, y: gate.y },
    };
  });
  const poolY = Math.max(12, top - 14);
  return {
    ...base,
    gate: { x: gateX, y: gate.y },
    buffer,
    exit: { x: buffer.x + buffer.width, y: base.exit.y },
    workers,
    bin: { x: Math.min(binX, width - 140), y: base.bin.y },
    ...refusalOf(gates),
    rooms: {
      gates,
      cable: cablePx > 0 ? deskCable(producer, gate.y, cablePx) : null,
      tray: {
        box: { x: middle - 112, y: 22, width: 224, height: 32 },
        lines: 1,
        text: { x: middle, y: 14, anchor: "middle" },
      },
      pool: {
        first: { x: middle - half + 8, y: poolY },
        name: { x: middle - half - 6, y: poolY + 4, anchor: "end" },
        text: { x: middle + half + 6, y: poolY + 4, anchor: "start" },
      },
      calls: { x: middle, y: top - 12, anchor: "middle" },
      legend,
      heap: {
        bar: { x: heapX, y: height - 32, width: buffer.x + buffer.width - heapX, height: 8 },
        text: { x: heapX, y: height - 8, anchor: "start" },
      },
      names:
        workers.length > 1 && workers.length <= 4
          ? workers.map(({ x, y, radius }) => ({ x: x + radius + 4, y: y - 8, anchor: "start" }))
          : [],
    },
  };
}

/** The workers stand a little closer and lower, so that something can stand above them. */
function lowered({ workers, gate, height }: Layout): Layout["workers"] {
  const top = Math.min(...workers.map(({ y, radius }) => y - radius));
  if (top > 30) return workers;
  const room = height * 0.8;
  const share = 1 - 24 / room;
  return workers.map(({ x, y, radius }) => ({
    x,
    y: gate.y + 12 + (y - gate.y) * share,
    radius: radius * share,
  }));
}

function deskCable(producer: Layout["producer"], y: number, cablePx: number): Cable {
  const x = producer.x + producer.radius;
  const from = { x: x + 20, y };
  const to = { x: x + cablePx - 26, y };
  const mid = (from.x + to.x) / 2;
  return {
    from,
    to,
    title: { x: mid, y: y - 28, anchor: "middle" },
    line: { x: mid, y: y + 38, anchor: "middle" },
  };
}

/** Whether the heap is shown, now or when it fills. */
function mayFill({ large, heapBytes, recording }: Plan): boolean {
  return large || recording.elementBytes * recording.capacity > heapBytes * NOTABLE;
}

function deskLegend(width: number, kinds: number): Legend {
  // No more than three rows fit above the edge.
  const columns = Math.ceil(kinds / 3);
  return {
    x: LEGEND_X,
    y: 170,
    columns,
    columnWidth:
      columns > 2 ? (width < 800 ? 116 : 164) : columns > 1 ? (width < 800 ? 150 : 180) : 216,
    rowHeight: ROW_PX,
  };
}

function refusalOf([first]: readonly GateRoom[]): { refusal?: Point } {
  return first === undefined ? {} : { refusal: first.onPath };
}

/** On a phone the legend stands on top, and the stations move down into the room of the buffer. */
function oneBelowTheOther(base: Layout, plan: Plan): Layout {
  const { width, workers } = base;
  const { x } = base.gate;
  const kinds = plan.kinds?.names.length ?? 0;
  const columns =
    kinds > 4 ? 3 : kinds < 4 && (width < TINY || longestName(plan) > LONG_NAME) ? 1 : 2;
  // The heading takes a place of its own, but for one column.
  const rows = columns === 1 ? kinds : Math.ceil((kinds + 1) / columns);
  const top = kinds === 0 ? 0 : rows * 15 + 4;
  const busy = plan.entry.length > 0 || plan.latencyMs > 0;
  const lead = busy ? 26 : 0;
  const producer = busy ? { x, y: 30 + top, radius: 23 } : { ...base.producer, y: 34 + top };
  const gate = { x, y: base.gate.y + lead + top };
  const bottom = base.buffer.y + base.buffer.height + (busy ? 8 : 0) + (top > 0 ? 8 : 0);
  const bufferY = base.buffer.y + lead + top;
  const buffer: Box = { ...base.buffer, y: bufferY, height: bottom - bufferY };
  const start = producer.y + producer.radius;
  const mid = (start + gate.y - 19) / 2;
  const gates = plan.entry.map((_, index): GateRoom => {
    const left = index === 0 ? 8 : x + 26;
    const y = start - 5;
    const text = left + 42;
    return {
      symbol: { x: left, y: y + 3, width: 38, height: 42 },
      title: { x: text, y: y + 13, anchor: "start" },
      lines: [
        { x: text, y: y + 28, anchor: "start" },
        { x: text, y: y + 43, anchor: "start" },
      ],
      onPath: { x, y: mid },
    };
  });
  const lastX = (workers.at(-1)?.x ?? x) + (workers[0]?.radius ?? 0);
  const trayX = Math.min(lastX + 12, width - 112);
  const room: Rooms = {
    gates,
    cable:
      plan.latencyMs > 0
        ? {
            from: { x, y: start + 5 },
            to: { x, y: gate.y - 22 },
            title: { x: x - 20, y: mid + 4, anchor: "end" },
            line: { x: x + 20, y: mid + 4, anchor: "start" },
          }
        : null,
    tray: {
      box: { x: trayX, y: 264, width: width - 8 - trayX, height: 44 },
      lines: 2,
      text: { x: width - 8, y: 258, anchor: "end" },
    },
    pool: {
      first: { x: 64, y: 250 },
      name: { x: 8, y: 254, anchor: "start" },
      text: { x: 58 + plan.threads * 16 + 4, y: 254, anchor: "start" },
    },
    calls: { x: width - 8, y: 249, anchor: "end" },
    legend:
      kinds === 0
        ? null
        : { x: 10, y: 12, columns, columnWidth: (width - 16) / columns, rowHeight: 15 },
    heap: {
      bar: { x: 8, y: bottom + 22, width: 120, height: 7 },
      text: { x: 8, y: bottom + 17, anchor: "start" },
    },
    names: [],
  };
  return {
    ...base,
    producer,
    gate,
    buffer,
    exit: { x, y: bottom },
    bin: { x: base.bin.x, y: gate.y },
    ...refusalOf(gates),
    rooms: room,
  };
}

function longestName({ kinds }: Plan): number {
  return Math.max(0, ...(kinds?.names ?? []).flatMap(({ ko, en }) => [ko.length, en.length]));
}
