/** The history of a run as a table: its figures at equal distances, and the same as CSV (RFC 4180). */

import type { Recording } from "../recording.ts";
import type { Figures } from "./figures.ts";
import { figuresAt } from "./monitor-of.ts";

export const MOST_SAMPLES = 60;

/** How far apart the samples of a run are: 1, 2 or 5 times a power of ten, so that there are at most 60. */
export function sampleStepMs(durationMs: number): number {
  const least = durationMs / MOST_SAMPLES;
  const power = 10 ** Math.floor(Math.log10(least) + 1e-9);
  const factor = [1, 2, 5, 10].find((each) => each * power >= least - 1e-9) ?? 10;
  return factor * power;
}

/** The times of the samples up to `untilMs`; the end of the run is one of them. */
export function sampleTimes({ durationMs, end }: Recording, untilMs: number): number[] {
  const stepMs = sampleStepMs(durationMs);
  const lastMs = Math.min(untilMs, end?.atMs ?? durationMs);
  const count = Math.floor(lastMs / stepMs + 1e-9);
  const times = Array.from({ length: count }, (_, index) => (index + 1) * stepMs);
  const ended = end !== null && untilMs >= end.atMs && (times.at(-1) ?? 0) < end.atMs;
  return ended ? [...times, end.atMs] : times;
}

export function samplesOf(recording: Recording, times: readonly number[]): Figures[] {
  return times.map((timeMs) => figuresAt(recording, timeMs));
}

interface SampleColumn {
  readonly id: string;
  /** Name and unit, the same in every language: it is read by programs. */
  readonly name: string;
  /** How many decimals it has. */
  readonly digits: number;
  read(figures: Figures): number | null;
}

/** What a sample tells, in the order of reading; NaN or null where there is nothing to tell. */
export const sampleColumns = [
  { id: "time", name: "time (s)", digits: 3, read: ({ timeMs }) => timeMs / 1000 },
  {
    id: "sentTotal",
    name: "produced (elements)",
    digits: 0,
    read: ({ counts }) => counts.made,
  },
  {
    id: "receivedTotal",
    name: "received (elements)",
    digits: 0,
    read: ({ counts }) => counts.received,
  },
  { id: "doneTotal", name: "done (elements)", digits: 0, read: ({ counts }) => counts.done },
  { id: "lostTotal", name: "lost (elements)", digits: 0, read: ({ counts }) => counts.lost },
  {
    id: "droppedTotal",
    name: "dropped (elements)",
    digits: 0,
    read: ({ counts }) => counts.dropped,
  },
  { id: "failedTotal", name: "failed (elements)", digits: 0, read: ({ counts }) => counts.failed },
  {
    id: "rejectedTotal",
    name: "rejected (elements)",
    digits: 0,
    read: ({ counts }) => counts.rejected,
  },
  {
    id: "sentRate",
    name: "produced (elements/s)",
    digits: 2,
    read: ({ recent }) => recent.madePerSec,
  },
  { id: "doneRate", name: "done (elements/s)", digits: 2, read: ({ recent }) => recent.donePerSec },
  { id: "lostRate", name: "lost (elements/s)", digits: 2, read: ({ recent }) => recent.lostPerSec },
  { id: "lossShare", name: "loss (%)", digits: 2, read: ({ recent }) => recent.lossPercent },
  { id: "depthNow", name: "depth (elements)", digits: 0, read: ({ depth }) => depth },
  { id: "capacityNow", name: "capacity (elements)", digits: 0, read: ({ capacity }) => capacity },
  { id: "waitMedian", name: "wait p50 (ms)", digits: 0, read: ({ recent }) => recent.waits.p50 },
  { id: "waitHigh", name: "wait p95 (ms)", digits: 0, read: ({ recent }) => recent.waits.p95 },
  { id: "waitHighest", name: "wait p99 (ms)", digits: 0, read: ({ recent }) => recent.waits.p99 },
  { id: "busyShare", name: "utilisation (%)", digits: 1, read: ({ recent }) => recent.utilisation },
] as const satisfies readonly SampleColumn[];

/** The samples as CSV: a head, then a row each; lines end in CR LF, the last one too. */
export function csvOf(samples: readonly Figures[]): string {
  const head = sampleColumns.map(({ name }) => name);
  const rows = samples.map((figures) =>
    sampleColumns.map(({ digits, read }) => csvNumber(read(figures), digits)),
  );
  return [head, ...rows].map((fields) => `${fields.map(csvField).join(",")}\r\n`).join("");
}

/** A field as RFC 4180 has it: in quotes if it holds a comma, a quote or a line break. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvNumber(value: number | null, digits: number): string {
  return value === null || Number.isNaN(value) ? "" : value.toFixed(digits);
}
