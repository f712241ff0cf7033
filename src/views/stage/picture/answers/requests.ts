/** For demand: a ticket for each request(n) at the time when it was made, and beside it the elements that spend it. */
import type { Text } from "../../../../i18n/index.ts";
import { type Request, type Requests, readRequests, requestsOver } from "../../../../run/index.ts";
import type { Station } from "../../../../systems/index.ts";
import type { Box } from "../layout.ts";
import { type Pen, tenths } from "../pen.ts";
import type { RunFacts } from "../run-facts.ts";
import type { Role } from "../shape.ts";
import { textWidth } from "../text-size.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  asks: { ko: "{name}: 위로 보낸 요청", en: "{name} requests" },
  consumer: { ko: "소비자", en: "Consumer" },
  buffer: { ko: "버퍼", en: "Buffer" },
  at: { ko: "{t}초", en: "{t} s" },
  atWithLeft: { ko: "{t}초 · {n}개 남음", en: "{t} s · {n} left" },
  waits: { ko: "대기", en: "waits there" },
  wentOn: { ko: "내려감", en: "passed on" },
} as const;

/** The possible lengths of the window of time: the shortest that holds the last `HOLDS` requests is used. */
const WINDOWS_MS = [2, 4, 8, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * 1000);
const HOLDS = 5;
/** The window moves in steps of this share of its length, so that what is written stands still in between. */
const STEP = 1 / 8;
/** The least share of the window that lies ahead of now, where the last ticket has its elements. */
const AHEAD = 0.16;
/** The most tickets that are drawn for a connection. */
const MOST_TICKETS = 120;
/** The most requests that are looked at to find them, where most are too close together to be drawn. */
const MOST_LOOKED_AT = 40 * MOST_TICKETS;
/** The least distance between two tickets, in px; those in between are left out. */
const LEAST_PITCH = 7;
/** Cells smaller than this, in px, can't be told apart. */
const LEAST_CELL = 3.4;
const GAP = 0.14;

interface Way {
  readonly number: number;
  /** Whether its cells show the numbers of their elements: each element is numbered only once in a strip. */
  readonly isMain: boolean;
  readonly to: Station;
  /** The most elements that one of its requests can ask for, judged by the station that makes them. */
  readonly weight: number;
}

interface Row extends Way {
  readonly demand: Requests;
}

interface Window {
  readonly fromMs: number;
  readonly lengthMs: number;
}

export const requests: Answer = {
  id: "requests",
  applies: ({ topology }) => topology.connections.some(({ pressure }) => pressure === "request"),
  open(run) {
    const ways = waysOf(run);
    return {
      share: 0.44,
      prepare: (mostRows) => readRequests(run, mostRows),
      draw(pen, box) {
        const rows = rowsOf(run, ways);
        const [main] = rows;
        if (main === undefined) return;
        const window = windowOf(pen, main.demand);
        const parts = partsOf(pen, box);
        const { figure } = parts;
        // High enough to keep a name clear of the line of the row above.
        const lineHeight = pen.text * 1.7;
        // Further connections get a line for their name and low tickets; a low strip has room only for the first.
        const low = lineHeight + pen.text * 1.6;
        const shown = figure.height - (rows.length - 1) * low > 4 * pen.text ? rows : [main];
        const height = figure.height - (shown.length - 1) * low;
        const width = drawTitle(pen, main, parts.titleX, parts.titleY, figure.width);
        drawLegend(pen, main, parts.titleX + width + pen.text, parts.titleY, width, figure.width);
        drawRow(pen, main, { ...figure, height }, window, height > 4.4 * pen.text);
        shown.slice(1).forEach((row, i) => {
          const top = figure.y + height + i * low;
          drawTitle(pen, row, parts.titleX, top + pen.text * 1.3, figure.width);
          drawRow(
            pen,
            row,
            { ...figure, y: top + lineHeight, height: low - lineHeight },
            window,
            false,
          );
        });
      },
    };
  },
};

/** The connections that carry requests, the one with the largest requests first. */
function waysOf({ topology }: RunFacts): Way[] {
  const { stations, connections } = topology;
  const ways = connections.flatMap(({ pressure, to }, number): Way[] => {
    const station = stations[to];
    if (pressure !== "request" || station === undefined) return [];
    const weight = station.kind === "buffer" ? station.capacity : 1;
    return [{ number, isMain: false, to: station, weight }];
  });
  ways.sort((one, other) => other.weight - one.weight);
  return ways.map((way, i) => ({ ...way, isMain: i === 0 }));
}

/** The connections that something has been requested over, with their requests. */
function rowsOf(run: RunFacts, ways: readonly Way[]): Row[] {
  return ways.flatMap((way) => {
    const demand = requestsOver(run, way.number);
    return demand === null ? [] : [{ ...way, demand }];
  });
}

function windowOf(pen: Pen, demand: Requests): Window {
  const { timeMs, rows: end } = pen.moment;
  const made = demand.countBefore(end);
  const needed = made < HOLDS ? timeMs : timeMs - demand.msAt(made - HOLDS);
  const lengthMs =
    WINDOWS_MS.find((ms) => needed <= ms * (1 - STEP - AHEAD)) ?? Math.max(needed, 1) * 1.5;
  const step = lengthMs * STEP;
  const fromMs = Math.max(0, Math.ceil((timeMs - lengthMs * (1 - AHEAD)) / step) * step);
  return { fromMs, lengthMs };
}

function drawTitle(pen: Pen, { number, to }: Row, x: number, y: number, room: number): number {
  const name: Text = to.name ?? (to.kind === "workers" ? words.consumer : words.buffer);
  return pen.write({
    key: `requests-${number}-title`,
    x,
    y,
    texts: [pen.say(words.asks, { name: pen.say(name) }), pen.say(name)],
    room,
    anchor: "start",
    weight: "strong",
  });
}

function drawLegend(
  pen: Pen,
  { to }: Row,
  x: number,
  y: number,
  taken: number,
  width: number,
): void {
  if (to.kind !== "buffer" || taken === 0) return;
  const signs = [
    ["waits", "waiting"],
    ["wentOn", "working"],
  ] as const;
  const widths = signs.map(([word]) => textWidth(pen.say(words[word]), pen.text, true));
  // Half a legend would be worse than none.
  const needed = widths.reduce((sum, each) => sum + each + pen.text * 2.4, pen.text);
  if (needed > width - taken) return;
  let left = x + pen.text;
  signs.forEach(([word, role], i) => {
    pen.write({
      key: `requests-${word}`,
      x: left + pen.text,
      y,
      texts: [pen.say(words[word])],
      room: width,
      anchor: "start",
      role,
      weight: "strong",
    });
    const side = pen.text * 0.72;
    const box = { x: left, y: y - side, width: side, height: side };
    pen.rect(`requests-${word}-sign`, role, "solid", box, side * 0.2);
    left += (widths[i] ?? 0) + pen.text * 2.4;
  });
}

function drawRow(pen: Pen, row: Row, box: Box, window: Window, withNotes: boolean): void {
  const { demand, number } = row;
  const { rows: end, timeMs } = pen.moment;
  const noteHeight = withNotes ? pen.text * 1.5 : 0;
  const height = box.height - noteHeight;
  const xOf = (ms: number) => box.x + ((ms - window.fromMs) / window.lengthMs) * box.width;
  const floor = box.y + height;
  pen.path(
    `requests-${number}-floor`,
    "quiet",
    "thin",
    `M${tenths(box.x)} ${tenths(floor)}h${tenths(box.width)}`,
    1.2,
  );
  const nowX = Math.min(box.x + box.width, xOf(timeMs));
  pen.movingPath(
    `requests-${number}-now`,
    "quiet",
    "line",
    `M${tenths(box.x)} ${tenths(floor)}H${tenths(nowX)}`,
    2.4,
  );
  const shown = spaced(demand, end, window.fromMs, xOf);
  const gaps = shown.slice(1).map(({ ms }, i) => xOf(ms) - xOf(shown[i]?.ms ?? 0));
  // All tickets of a row have the same size, for which the closest two have room.
  const least = Math.min(box.width * AHEAD, ...gaps);
  const most = demand.largest;
  // A ticket for one element takes more of the room, as only that element stands beside it, if there is room at all.
  const share = most > 1 ? 0.42 : least > 2.4 * pen.text ? 0.5 : 0.9;
  const badge = Math.min(height * 0.94, least * share, pen.text * 4);
  const cells = cellsOf(most, least * 0.96 - badge, height * 0.94);
  let empty = "";
  shown.forEach((asked) => {
    const x = xOf(asked.ms);
    if (x + badge > box.x + box.width + 0.5) return;
    const y = floor - height * 0.03;
    const label = Number.isFinite(asked.n) ? String(asked.n) : "∞";
    pen.badge(
      `request-${number}-${asked.row}`,
      "demand",
      { x: x + badge / 2, y: y - badge / 2 },
      badge,
      label,
    );
    empty += drawCells(pen, row, asked, {
      ...cells,
      x: x + badge * 1.08,
      bottom: y,
      right: box.x + box.width,
    });
  });
  if (withNotes) drawNotes(pen, row, shown, xOf, floor + pen.text * 1.15, least);
  if (empty !== "") pen.movingPath(`requests-${number}-open`, "demand", "missed", empty, 1.2);
}

/** The newest requests of a window that are far enough apart to be drawn, oldest first. */
function spaced(
  demand: Requests,
  end: number,
  fromMs: number,
  xOf: (ms: number) => number,
): Request[] {
  const shown: Request[] = [];
  let last = Number.POSITIVE_INFINITY;
  const count = demand.countBefore(end);
  const least = Math.max(0, count - MOST_LOOKED_AT);
  for (let place = count - 1; place >= least && shown.length < MOST_TICKETS; place--) {
    const ms = demand.msAt(place);
    if (ms < fromMs) break;
    const x = xOf(ms);
    if (last - x < LEAST_PITCH) continue;
    last = x;
    shown.push(demand.at(place));
  }
  return shown.reverse();
}

interface Cells {
  readonly lines: number;
  readonly pitch: number;
}

/** Arranges the cells of the largest request in as many lines as leave them largest. */
function cellsOf(count: number, width: number, height: number): Cells {
  let best: Cells = { lines: 1, pitch: 0 };
  for (let lines = 1; lines <= count; lines++) {
    const pitch = Math.min(height / lines, width / Math.ceil(count / lines));
    if (pitch > best.pitch * 1.02) best = { lines, pitch };
  }
  return best;
}

/** Draws one cell per element of a request. Returns the outlines of the elements that have not come yet, as a path. */
function drawCells(
  pen: Pen,
  { demand, to, number, isMain }: Row,
  { n, first }: Request,
  {
    lines,
    pitch,
    x,
    bottom,
    right,
  }: Cells & { readonly x: number; readonly bottom: number; readonly right: number },
): string {
  if (pitch < LEAST_CELL || !Number.isFinite(n)) return "";
  const { rows: end } = pen.moment;
  const size = pitch * (1 - GAP);
  const [came, went]: [Role, Role] =
    to.kind === "workers" ? ["working", "done"] : ["waiting", "working"];
  let empty = "";
  const squares: Partial<Record<Role, string>> = {};
  for (let i = 0; i < n; i++) {
    const at = {
      x: x + (Math.floor(i / lines) + 0.5) * pitch,
      y: bottom - (lines - (i % lines) - 0.5) * pitch,
    };
    if (at.x + pitch / 2 > right) break;
    const square = `M${tenths(at.x - size / 2)} ${tenths(at.y - size / 2)}h${tenths(size)}v${tenths(size)}h${tenths(-size)}z`;
    const element = demand.cameAs(first + i, end);
    if (element < 0) {
      empty += square;
      continue;
    }
    const role = demand.hasGone(first + i, end) ? went : came;
    if (size < pen.text || !isMain) squares[role] = (squares[role] ?? "") + square;
    else pen.token(element, at, size, { role, fixed: true, copy: true });
  }
  for (const role of [came, went]) {
    const d = squares[role];
    if (d !== undefined) pen.movingPath(`requests-${number}-${first}-${role}`, role, "solid", d, 0);
  }
  return empty;
}

/** Writes when each request was made, and how many elements were left then: in the same form for all, or not at all. */
function drawNotes(
  pen: Pen,
  { demand, number }: Row,
  shown: readonly Request[],
  xOf: (ms: number) => number,
  y: number,
  room: number,
): void {
  const notes = shown.map(({ row, ms }) => {
    const seconds = ms / 1000;
    const t = Number.isInteger(seconds) ? pen.count(seconds) : pen.rate(seconds);
    const n = demand.insideAt(row);
    const short = pen.say(words.at, { t });
    return [n > 0 ? pen.say(words.atWithLeft, { t, n: pen.count(n) }) : short, short] as const;
  });
  const fits = (form: 0 | 1) =>
    notes.every((note) => textWidth(note[form], pen.text) <= room * 0.96);
  const form = fits(0) ? 0 : fits(1) ? 1 : null;
  if (form === null) return;
  shown.forEach(({ row, ms }, i) => {
    pen.write({
      key: `request-${number}-${row}-note`,
      x: xOf(ms),
      y,
      texts: [notes[i]?.[form] ?? ""],
      room,
      anchor: "start",
    });
  });
}
