/** The workers: a circle for each, with the element in hand and the progress of the work, and a tray if they batch. */
import type { Station } from "../../../../systems/index.ts";
import { crewOf, type DrawnActor } from "../crew.ts";
import type { Slot } from "../layout.ts";
import { type Pen, type Point, tenths } from "../pen.ts";
import { drawSign } from "../sign.ts";
import { gaugeOf, ownNameOr, type Site, type StationDrawing, shareOf } from "../site.ts";
import { textWidth } from "../text-size.ts";
import { drawAgain } from "../workers/again.ts";
import { drawTray, trayWidth } from "../workers/tray.ts";

const words = {
  name: { ko: "소비자", en: "Consumer" },
  names: { ko: "작업자 {n}", en: "{n} workers" },
  left: { ko: "{n}ms 남음", en: "{n} ms left" },
  secondsLeft: { ko: "{n}초 남음", en: "{n} s left" },
  idle: { ko: "기다림", en: "idle" },
  busy: { ko: "{n}/{of} 일하는 중", en: "{n} of {of} busy" },
  busyShort: { ko: "{n}/{of}", en: "{n}/{of}" },
  ended: { ko: "끝남", en: "finished" },
  failed: { ko: "오류로 끝남", en: "ended by an error" },
  failedShort: { ko: "오류", en: "error" },
  collecting: { ko: "모으는 중", en: "collecting" },
  flush: { ko: "{n}초 뒤 처리", en: "flush in {n} s" },
  stopped: { ko: "GC: 모두 멈춤", en: "GC: all stop" },
} as const;

type WorkersStation = Extract<Station, { kind: "workers" }>;
type WorkersSite = Site<WorkersStation>;

/** Gauges of workers: see `GAUGES.workers`. */
const FLUSH_AT = 0;
const STOPPED_UNTIL = 2;

export const workers: StationDrawing<"workers"> = {
  kind: "workers",
  needs({ batch }, { actors }) {
    const tray = batch === undefined ? 0 : Math.min(9, 2 + batch.size * 0.6);
    const columns = actors > 4 ? 1.5 * Math.ceil(Math.sqrt(actors / 2)) : 0;
    return { least: 5 + tray * 0.5, ideal: Math.min(22, 9.2 + columns + tray), grow: 0.5 };
  },
  names: (station, { actors }) => ownNameOr(station, actors > 1 ? words.names : words.name),
  reach({ slot, pen, state, station }) {
    const count = crewOf(state).length;
    const tray = trayWidth(slot, station, pen);
    const { radius } = placeOf(slot, pen, count, 0, tray);
    let bottom = 0;
    for (let i = 0; i < count; i++)
      bottom = Math.max(bottom, placeOf(slot, pen, count, i, tray).at.y);
    const trayHalf = tray > 0 ? Math.min(slot.bodyHeight, pen.text * 7) / 2 : 0;
    return Math.max(bottom - slot.y + radius, trayHalf) + pen.text * 0.3;
  },
  draw(site) {
    const { pen, station, state } = site;
    const crew = crewOf(state);
    const stopped = gaugeOf(site, STOPPED_UNTIL, -1) > pen.moment.timeMs;
    crew.forEach((actor, index) => {
      drawWorker(site, actor, index, stopped);
    });
    if (station.batch !== undefined && crew.length === 1) drawTray(site, station.batch.size);
    drawNotes(site, stopped);
  },
  spot: ({ slot, state, station, pen }, index = 0) =>
    placeOf(slot, pen, crewOf(state).length, index, trayWidth(slot, station, pen)).at,
};

function drawWorker(
  { pen, slot, number, station, state }: WorkersSite,
  actor: DrawnActor,
  index: number,
  stopped: boolean,
): void {
  const { length } = crewOf(state);
  const tray = length === 1 ? trayWidth(slot, station, pen) : 0;
  const { at, radius } = placeOf(slot, pen, length, index, tray);
  const key = `worker-${number}-${index}`;
  const { activity, hand } = actor;
  const works = activity === "busy";
  const held = activity === "held";
  const gone = activity === "ended" || activity === "cancelled";
  if (activity === "failed") {
    pen.circle(key, "lost", "solid", at, radius);
    drawSign(pen, key, "sign", "lost", "cross", at, radius * 0.42);
    return;
  }
  const role = held ? "held" : stopped ? "lost" : works ? "working" : "quiet";
  pen.circle(key, role, works || stopped ? "body" : gone ? "dashed" : "hollow", at, radius);
  if (works)
    pen.ring(
      `${key}-ring`,
      stopped ? "lost" : "working",
      at,
      radius,
      shareOf(pen, actor.sinceMs, actor.untilMs),
    );
  if (station.attempts !== undefined && station.attempts > 1) drawAgain(pen, key, at, radius);
  if (tray > 0) return;
  const [element] = hand;
  if (element === undefined) return;
  const size = Math.min(radius * 1.05, pen.text * 2.4);
  pen.token(element, at, size, { role: held ? "held" : "working" });
  if (hand.length > 1 && radius > pen.text * 1.6) {
    pen.write({
      key: `${key}-more`,
      x: at.x + size * 0.62,
      y: at.y + size * 0.9,
      texts: [`+${hand.length - 1}`],
      room: radius,
      weight: "strong",
    });
  }
}

/** Writes the name of the error beneath its worker: on one line, or one word per line, or else just that it failed. */
function drawError({ pen, slot, number, feet }: WorkersSite, name: string): void {
  const fits = (text: string) => textWidth(text, pen.text, true) <= slot.width;
  const shorter = [pen.say(words.failed), pen.say(words.failedShort)];
  const parts = name.match(/[A-Z][^A-Z]*/g) ?? [name];
  const isSplit = parts.length <= feet.length && parts.every(fits);
  const lines = fits(name) ? [[name]] : isSplit ? parts.map((part) => [part]) : [shorter];
  lines.forEach((texts, line) => {
    pen.write({
      key: `workers-${number}-error-${line}`,
      x: slot.x + slot.width / 2,
      y: feet[line],
      texts,
      room: slot.width,
      role: "lost",
      weight: "strong",
    });
  });
}

function drawNotes(site: WorkersSite, stopped: boolean): void {
  const { pen, slot, number, state, feet, told } = site;
  const crew = crewOf(told);
  const [only] = crew;
  const [error] = pen.moment.run.failures;
  if (only?.activity === "failed" && error !== undefined) {
    drawError(site, error.name);
    return;
  }
  const texts = stopped
    ? [pen.say(words.stopped), "GC"]
    : crew.length === 1 && only !== undefined
      ? [noteOf(site, only)]
      : busyNote(pen, crew);
  pen.write({
    key: `workers-${number}-note`,
    x: slot.x + slot.width / 2,
    y: feet[0],
    texts,
    room: slot.width,
    role: stopped
      ? "lost"
      : state.actors.some(({ activity }) => activity === "busy")
        ? "working"
        : "quiet",
  });
  const flushAt = gaugeOf(site, FLUSH_AT, -1) - pen.moment.timeMs;
  if (site.station.batch === undefined || flushAt < 0 || only?.activity === "busy") return;
  pen.write({
    key: `workers-${number}-flush`,
    x: slot.x + slot.width / 2,
    y: feet[1],
    texts: [pen.say(words.flush, { n: pen.rate(flushAt / 1000) })],
    room: slot.width,
  });
}

function noteOf({ pen, station }: WorkersSite, { activity, untilMs }: DrawnActor): string {
  const leftMs = Math.round(untilMs - pen.moment.timeMs);
  switch (activity) {
    case "busy":
      if (!Number.isFinite(leftMs) || leftMs < 0) return "";
      return leftMs > 9999
        ? pen.say(words.secondsLeft, { n: pen.rate(leftMs / 1000) })
        : pen.say(words.left, { n: pen.count(leftMs) });
    case "ready":
      return pen.say(station.batch === undefined ? words.idle : words.collecting);
    case "held":
      return "";
    default:
      return pen.say(words.ended);
  }
}

function busyNote(pen: Pen, actors: readonly DrawnActor[]): string[] {
  const values = {
    n: actors.filter(({ activity }) => activity === "busy").length,
    of: actors.length,
  };
  return [pen.say(words.busy, values), pen.say(words.busyShort, values)];
}

/** The place of a worker's circle, in as many columns as leave the circles largest. `tray` is a width in px. */
function placeOf(
  slot: Slot,
  pen: Pen,
  count: number,
  index: number,
  tray: number,
): { at: Point; radius: number } {
  const width = Math.max(0, slot.width - tray);
  const all = Math.max(1, count);
  let best = { columns: 1, rows: all, pitch: 0 };
  for (let columns = 1; columns <= all; columns++) {
    const rows = Math.ceil(all / columns);
    const pitch = Math.min(width / columns, slot.bodyHeight / rows);
    if (pitch > best.pitch) best = { columns, rows, pitch };
  }
  const { columns, rows, pitch } = best;
  const radius = Math.max(0, Math.min(pitch * 0.46, pen.text * 4.2));
  const step = Math.min(pitch, radius * 2.3);
  const column = Math.floor(index / rows);
  return {
    at: {
      x: tenths(slot.x + tray + width / 2 + (column - (columns - 1) / 2) * step),
      y: tenths(slot.y + ((index % rows) - (rows - 1) / 2) * step),
    },
    radius,
  };
}
