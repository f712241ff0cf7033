/** What a monitor shows, computed row by row from the start with plain lists: slow, but easy to verify. */

import type { Recording, WaitPercentiles } from "../../src/run/index.ts";
import { GAUGES } from "../../src/systems/index.ts";
import { RowKind } from "../../src/trace/index.ts";

const STEPS = 1200;

/** The step that a whole ms falls into. */
export function naiveStep(timeMs: number, durationMs: number): number {
  let step = 0;
  while ((step + 1) * durationMs <= timeMs * STEPS) step++;
  return step;
}

interface Moment {
  readonly timeMs: number;
  readonly rows: number;
  readonly depth: number;
  readonly capacity: number;
  readonly made: number;
  readonly lost: number;
}

export interface NaiveRun {
  /** The state before any row, and after each. */
  readonly moments: readonly Moment[];
  readonly waits: readonly { readonly timeMs: number; readonly waitMs: number }[];
  /** When each element waited: from and to, which is infinite while it still waits. */
  readonly waiting: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** When each worker existed, and when workers worked. */
  readonly present: readonly (readonly [number, number])[];
  readonly worked: readonly (readonly [number, number])[];
}

const LOST: ReadonlySet<RowKind> = new Set([RowKind.LOST]);

export function naiveRun(recording: Recording): NaiveRun {
  const { trace, topology } = recording;
  let [depth, made, lost] = [0, 0, 0];
  let { capacity } = recording;
  const moments: Moment[] = [{ timeMs: 0, rows: 0, depth, capacity, made, lost }];
  const waits: { timeMs: number; waitMs: number }[] = [];
  const waiting: { fromMs: number; toMs: number }[] = [];
  const openWaits = new Map<number, { fromMs: number; toMs: number }>();
  const inBuffer: number[] = [];
  for (let row = 0; row < trace.length; row++) {
    const kind = trace.kindAt(row);
    const timeMs = trace.timeAt(row);
    const element = trace.elementAt(row);
    const isBuffer = topology.stations[trace.stationAt(row)]?.kind === "buffer";
    const begins =
      kind === RowKind.PASSED || (isBuffer && (kind === RowKind.ENTERED || kind === RowKind.HELD));
    const isReceived = isBuffer && kind === RowKind.LEFT;
    if (begins && !openWaits.has(element)) {
      const wait = { fromMs: timeMs, toMs: Number.POSITIVE_INFINITY };
      waiting.push(wait);
      openWaits.set(element, wait);
    }
    if (kind === RowKind.MADE) made++;
    if (isBuffer && kind === RowKind.ENTERED) inBuffer.push(element);
    const gauge = isBuffer && kind === RowKind.GAUGE ? GAUGES.buffer[trace.detailAt(row)] : null;
    if (gauge === "capacity") capacity = element;
    if (LOST.has(kind)) lost++;
    if (isReceived || LOST.has(kind)) {
      const wait = openWaits.get(element);
      if (isReceived) {
        waits.push({ timeMs, waitMs: timeMs - (wait?.fromMs ?? timeMs) });
      }
      if (wait !== undefined) wait.toMs = timeMs;
      openWaits.delete(element);
      if (inBuffer.includes(element)) inBuffer.splice(inBuffer.indexOf(element), 1);
    }
    depth = inBuffer.length;
    moments.push({ timeMs, rows: row + 1, depth, capacity, made, lost });
  }
  return { moments, waits, waiting, ...naiveLabour(recording) };
}

/** A worker exists from its launch to its end, and works from BEGAN with an element in hand until that is finished. */
function naiveLabour(recording: Recording): Pick<NaiveRun, "present" | "worked"> {
  const { trace } = recording;
  const ends: number[] = [];
  const worked: [number, number][] = [];
  const workers = new Map<number, { inHand: number; sinceMs: number | null }>();
  for (let row = 0; row < trace.length; row++) {
    const who = trace.whoAt(row);
    if (recording.actorOf(who)?.role !== "worker") continue;
    const kind = trace.kindAt(row);
    const timeMs = trace.timeAt(row);
    const worker = workers.get(who) ?? { inHand: 0, sinceMs: null };
    workers.set(who, worker);
    if (kind === RowKind.LEFT) worker.inHand++;
    if (kind === RowKind.BEGAN && worker.inHand > 0) worker.sinceMs ??= timeMs;
    const finished = kind === RowKind.DONE || kind === RowKind.LOST;
    if (finished) worker.inHand--;
    if (!finished && kind !== RowKind.ENDED) continue;
    if (worker.sinceMs !== null) worked.push([worker.sinceMs, timeMs]);
    worker.sinceMs = null;
    if (kind === RowKind.ENDED) ends.push(timeMs);
  }
  for (const { sinceMs } of workers.values()) {
    if (sinceMs !== null) worked.push([sinceMs, Number.POSITIVE_INFINITY]);
  }
  // Which worker ended when makes no difference to the sum.
  const present = recording.workerStartsMs.map(
    (startMs, index) => [startMs, ends[index] ?? Number.POSITIVE_INFINITY] as const,
  );
  return { present, worked };
}

/** How many ms of the intervals lie between two times; an interval that ends before it starts counts negatively. */
export function naiveMs(
  intervals: readonly (readonly [number, number])[],
  fromMs: number,
  toMs: number,
): number {
  const within = (timeMs: number) => Math.min(toMs, Math.max(fromMs, timeMs));
  return intervals.reduce((sum, [start, end]) => sum + within(end) - within(start), 0);
}

export function naivePercentiles(waits: readonly number[]): WaitPercentiles {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (percent: number) => {
    // The shortest wait that is not exceeded by at least this percentage of all waits.
    const found = sorted.find(
      (wait) => sorted.filter((other) => other <= wait).length * 100 >= percent * sorted.length,
    );
    return found ?? Number.NaN;
  };
  return { p50: at(50), p95: at(95), p99: at(99) };
}

/** How full a bounded buffer is, in percent, or how many elements an unbounded one holds; 0 in the other unit. */
export function naiveDepth({ depth, capacity }: Moment, unit: "percent" | "elements"): number {
  if (unit === "elements") return capacity === Number.POSITIVE_INFINITY ? depth : 0;
  return capacity === Number.POSITIVE_INFINITY || capacity <= 1 ? 0 : (100 * depth) / capacity;
}
