/** For writes to a stream: when each was made, its answer, how long the stream asks to wait, and what gets done. */
import {
  type AskedToWait,
  readWrites,
  WRITES_IN_A_ROW,
  type Write,
  type WriteLog,
  writesOf,
  writtenConnection,
} from "../../../../run/index.ts";
import type { Box } from "../layout.ts";
import { type Pen, tenths } from "../pen.ts";
import { textWidth } from "../text-size.ts";
import { words as pictureWords } from "../words.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: { ko: "{name}에 쓴 요소와 그 답", en: "{name}: writes and their answers" },
  short: { ko: "쓰기와 그 답", en: "Writes and answers" },
  written: { ko: "쓰기", en: "written" },
  done: { ko: "완료", en: "done" },
  wait: { ko: "기다려 달라고 함", en: "asks to wait" },
  signal: { ko: "{signal} {t}초", en: "{signal} {t} s" },
  underWay: { ko: "파이프라인 안 {n}개", en: "{n} in flight" },
} as const;

const WINDOWS_MS = [
  ...[20, 50, 100, 200],
  ...[1, 2, 3, 4, 6, 8, 12, 20, 40, 60, 120, 300, 600].map((seconds) => seconds * 1000),
];
const LEAST_MS = 700;
/** Writes are fast if `WRITES_IN_A_ROW` of them take less than this. */
const FAST_MS = 100;
/** The window moves in steps of this share of its length, so that what is written stands still in between. */
const STEP = 1 / 8;
/** The least share of the window that lies ahead of now. */
const AHEAD = 0.12;
/** The most writes, waits and finished elements that are drawn. */
const MOST = 400;

interface Figure extends Box {
  readonly xOf: (ms: number) => number;
  readonly fromMs: number;
  readonly nowX: number;
}

export const writes: Answer = {
  id: "writes",
  applies: ({ topology }) => writtenConnection(topology) >= 0,
  open(run) {
    const to = run.topology.connections[writtenConnection(run.topology)]?.to ?? -1;
    const name = run.topology.stations[to]?.name;
    return {
      share: 0.36,
      prepare: (mostRows) => readWrites(run, mostRows),
      draw(pen, box) {
        const written = writesOf(run);
        const { figure, titleX, titleY } = partsOf(pen, box);
        const title = name === undefined ? "" : pen.say(words.title, { name: pen.say(name) });
        const width = pen.write({
          key: "writes-title",
          x: titleX,
          y: titleY,
          texts: [title, pen.say(words.short)],
          room: figure.width,
          anchor: "start",
          weight: "strong",
        });
        const { made, done, lost } = pen.moment.told;
        pen.write({
          key: "writes-under-way",
          x: figure.x + figure.width,
          y: titleY,
          texts: [pen.say(words.underWay, { n: pen.count(made - done - lost) })],
          room: figure.width - width - pen.text,
          anchor: "end",
          weight: "strong",
        });
        drawFigure(pen, written, figureIn(pen, written, figure));
      },
    };
  },
};

/** Places the figure and its window of time, and writes the names of its two lines to the left of it. */
function figureIn(pen: Pen, written: WriteLog, box: Box): Figure {
  const { x, y, width } = box;
  const height = Math.min(box.height, pen.text * MOST_HEIGHT);
  const names = [words.written, words.done].map((word) => pen.say(word));
  const widest = Math.max(...names.map((name) => textWidth(name, pen.text, true)));
  const indent = width > widest * 6 ? widest + pen.text * 1.6 : 0;
  const left = x + indent;
  const room = width - indent;
  if (indent > 0) {
    names.forEach((name, i) => {
      pen.write({
        key: `writes-name-${i}`,
        x,
        y: y + height * LINES[i as 0 | 1] + pen.text * 0.36,
        texts: [name],
        room: widest,
        anchor: "start",
        role: i === 0 ? "waiting" : "done",
        weight: "strong",
      });
    });
  }
  const { timeMs, rows: end } = pen.moment;
  const needed = Math.max(
    leastMs(written, timeMs, end),
    written.longestAmong(end),
    written.sinceAt(timeMs, end),
  );
  const lengthMs = WINDOWS_MS.find((ms) => needed <= ms * (1 - STEP - AHEAD)) ?? needed * 1.5;
  const step = lengthMs * STEP;
  const fromMs = Math.max(0, Math.ceil((timeMs - lengthMs * (1 - AHEAD)) / step) * step);
  const xOf = (ms: number) => left + ((ms - fromMs) / lengthMs) * room;
  return { x: left, y, width: room, height, xOf, fromMs, nowX: Math.min(left + room, xOf(timeMs)) };
}

/** The least time that is shown, in ms: the whole first second, unless writes follow too quickly for the eye. */
function leastMs(written: WriteLog, timeMs: number, end: number): number {
  const isFast = written.countBefore(end) >= WRITES_IN_A_ROW && written.longestAmong(end) < FAST_MS;
  return isFast ? 0 : Math.max(LEAST_MS, Math.min(timeMs, 1000));
}

/** Where the lines of writes and of finished elements run, as shares of the figure's height. */
const LINES = [0.27, 0.86] as const;
/** The height of the band that says how long the stream asks to wait, as a share of the figure's height. */
const BAND = 0.5;
/** The side of the square for a finished element, as a share of the figure's height. */
const DONE = 0.2;
/** The greatest height of the figure, in multiples of the text's size, so that its two lines stay close. */
const MOST_HEIGHT = 9;

function drawFigure(pen: Pen, written: WriteLog, figure: Figure): void {
  const { x, y, width, height, nowX, fromMs } = figure;
  const { rows: end } = pen.moment;
  const seenDone = written.doneIn(fromMs, end, MOST);
  drawAsked(pen, figure, written.askedIn(fromMs, end, MOST));
  LINES.forEach((share, i) => {
    const line = tenths(y + height * share);
    pen.path(`writes-line-${i}`, "quiet", "thin", `M${tenths(x)} ${line}h${tenths(width)}`, 1.2);
  });
  const now = `M${tenths(nowX)} ${tenths(y)}V${tenths(y + height)}`;
  pen.movingPath("writes-now", "quiet", "thin", now, 1.6);
  drawWrites(pen, figure, written.writesIn(fromMs, end, MOST));
  const size = Math.max(2, Math.min(height * DONE, pen.text * 0.8, pitchOf(seenDone, figure)));
  const middle = y + height * LINES[1];
  let d = "";
  for (const ms of seenDone) {
    const at = figure.xOf(ms);
    d += `M${tenths(at - size / 2)} ${tenths(middle - size / 2)}h${tenths(size)}v${tenths(size)}h${tenths(-size)}z`;
  }
  if (d !== "") pen.movingPath("writes-done", "done", "solid", d, 0);
}

/** The size at which marks at these times don't overlap, in px: set by the closest two that differ. */
function pitchOf(times: readonly number[], { xOf }: Figure): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < times.length; i++) {
    const gap = xOf(times[i] ?? 0) - xOf(times[i - 1] ?? 0);
    if (gap > 0) least = Math.min(least, gap);
  }
  return least * 0.86;
}

/** Draws a cell for each write; those of one instant overlap. */
function drawWrites(pen: Pen, figure: Figure, list: readonly Write[]): void {
  const { rows: end } = pen.moment;
  const { y, height, xOf } = figure;
  const middle = y + height * LINES[0];
  const pitch = pitchOf(
    list.map(({ ms }) => ms),
    figure,
  );
  const size = Math.max(3, Math.min(height * 0.4, pen.text * 2, pitch));
  let before = Number.NaN;
  let stacked = 0;
  const squares = { waiting: "", held: "" };
  for (const { ms, element, waitRow } of list) {
    stacked = ms === before ? stacked + 1 : 0;
    before = ms;
    const role = waitRow >= 0 && waitRow < end ? "held" : "waiting";
    const at = { x: xOf(ms) + stacked * size * 0.5, y: middle };
    if (size >= pen.text * 1.5) {
      pen.token(element, at, size, { role, fixed: true, copy: true });
    } else {
      squares[role] +=
        `M${tenths(at.x - size / 2)} ${tenths(at.y - size / 2)}h${tenths(size)}v${tenths(size)}h${tenths(-size)}z`;
    }
  }
  for (const role of ["waiting", "held"] as const) {
    if (squares[role] !== "") {
      pen.movingPath(`writes-${role}`, role, "solid", squares[role], 0);
    }
  }
}

/** Draws a band from each write that was asked to wait until the stream no longer asks, with the signal at its end. */
function drawAsked(pen: Pen, figure: Figure, list: readonly AskedToWait[]): void {
  const { x, y, width, height, xOf, nowX } = figure;
  const { rows: end } = pen.moment;
  const tall = height * BAND;
  const top = y + height * LINES[0] - tall / 2;
  const radius = Math.min(pen.text * 0.5, height * 0.09);
  const line = tenths(y + height * LINES[0]);
  const foot = tenths(top + tall + radius);
  const ends: { readonly to: number; readonly asked: AskedToWait }[] = [];
  const d = { bands: "", lines: "", posts: "", dots: "" };
  for (const asked of list) {
    const isOver = asked.endRow < end;
    const from = tenths(Math.max(x, xOf(asked.ms)));
    const to = tenths(Math.max(from, isOver ? Math.min(x + width, xOf(asked.endMs)) : nowX));
    d.bands += `M${from} ${tenths(top)}H${to}v${tenths(tall)}H${from}z`;
    d.lines += `M${from} ${line}H${to}`;
    if (!isOver) continue;
    ends.push({ to, asked });
    d.posts += `M${to} ${tenths(top)}v${tenths(tall)}`;
    const r = tenths(radius);
    d.dots += `M${tenths(to - radius)} ${foot}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  if (d.bands === "") return;
  pen.movingPath("writes-asked", "lost", "pale", d.bands, 0);
  pen.movingPath("writes-wait", "lost", "line", d.lines, 3);
  if (d.posts === "") return;
  pen.movingPath("writes-posts", "done", "line", d.posts, 2.6);
  pen.movingPath("writes-ends", "done", "solid", d.dots, 0);
  // The names of the signals stand beneath the band and above the finished elements.
  if (height * (LINES[1] - LINES[0] - BAND / 2 - DONE / 2) < pen.text * 1.15) return;
  nameEnds(pen, ends, { left: x, gap: radius * 1.5, y: top + tall + pen.text * 0.95 });
}

/** Writes which signals came, and when, as far as there is room. */
function nameEnds(
  pen: Pen,
  ends: readonly { readonly to: number; readonly asked: AskedToWait }[],
  { left, gap, y }: { readonly left: number; readonly gap: number; readonly y: number },
): void {
  let free = left;
  for (const { to, asked } of ends) {
    const { row, endMs, endSignal } = asked;
    const name = endSignal === "drain" || endSignal === "ready" ? endSignal : "resume";
    const signal = pen.say(pictureWords[name]);
    const said = pen.say(words.signal, { signal, t: pen.rate(endMs / 1000) });
    const hasRoom = to - textWidth(said, pen.text, true) - gap >= free;
    free = to + gap;
    if (!hasRoom) continue;
    pen.write({
      key: `writes-signal-${row}`,
      x: to - gap,
      y,
      texts: [said],
      room: pen.layout.width,
      anchor: "end",
      role: "done",
      weight: "strong",
      yields: true,
    });
  }
}
