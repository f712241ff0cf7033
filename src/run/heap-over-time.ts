/** The heap of a run over time, by the model of `memory.ts`, and the collections that stopped its program. */
import { gaugeSteps } from "./gauge-steps.ts";
import type { History } from "./history.ts";
import { bytesOf } from "./memory.ts";
import type { Recording } from "./recording.ts";
import { rowIndexOf } from "./row-index.ts";
import type { RowLog } from "./row-log.ts";
import { type SeriesRange, stretchesOf } from "./series.ts";

export interface HeapPoint {
  readonly timeMs: number;
  /** Of a series, the most since the point before. */
  readonly heapBytes: number;
}

/** From when to when a collection stopped the program. */
export interface Collection {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The heap at the end of an instant. */
export function heapAt(recording: Recording, timeMs: number): HeapPoint {
  const { history, elementBytes } = recording;
  const gone = rowIndexOf(recording).ended.countUntil(timeMs);
  const inside = history.made.totalUntil(timeMs) - gone;
  return { timeMs, heapBytes: bytesOf(inside, elementBytes) };
}

/** The most elements that were inside at the end of an instant, bucket by bucket; it grows with the recording. */
class Peaks {
  private readonly most: number[] = [];
  readonly history: History;
  /** Instants at which elements were made that are counted in; what is inside rises at those only. */
  private read = 0;
  /** Place of the last row with which an element went, by the instant that is read. */
  private gonePlace = -1;

  constructor(history: History) {
    this.history = history;
  }

  /** 0 where nothing was made in a bucket. */
  at(bucket: number): number {
    return this.most[bucket] ?? 0;
  }

  /** The most in the part of a bucket that has come by `timeMs`. */
  partly(bucket: number, timeMs: number): number {
    const { made, bucketMs } = this.history;
    const { ended } = rowIndexOf(this);
    let most = 0;
    for (let place = made.lastUntil(timeMs); place >= 0; place--) {
      const atMs = made.timeAt(place);
      if (atMs < bucket * bucketMs - 1e-9) break;
      most = Math.max(most, made.totalAt(place) - ended.countUntil(atMs));
    }
    return most;
  }

  extend(): void {
    const { history, most } = this;
    const { made, bucketMs } = history;
    const { ended } = rowIndexOf(this);
    for (let place = this.read; place < made.length; place++) {
      const timeMs = made.timeAt(place);
      const bucket = Math.floor(timeMs / bucketMs + 1e-9);
      this.gonePlace = lastFrom(this.gonePlace, ended, timeMs);
      const inside = made.totalAt(place) - (this.gonePlace + 1);
      most[bucket] = Math.max(this.at(bucket), inside);
    }
    // The last instant may go on: it is read again.
    this.read = Math.max(0, made.length - 1);
  }
}

/** The place of the last row at or before a time, from a place that is not after it on. */
function lastFrom(from: number, rows: RowLog, timeMs: number): number {
  let place = from;
  while (place + 1 < rows.length && rows.timeAt(place + 1) <= timeMs) place++;
  return place;
}

const peaks = new WeakMap<History, Peaks>();

/** Points at equal distances from 0, and one at the play head. */
export function heapOverTime(recording: Recording, range: SeriesRange): HeapPoint[] {
  const { history, elementBytes } = recording;
  const known = peaks.get(history) ?? new Peaks(history);
  peaks.set(history, known);
  known.extend();
  let before = 0;
  return stretchesOf(history.bucketMs, range).map(({ timeMs, fromBucket, untilBucket, isCut }) => {
    const now = heapAt(recording, timeMs).heapBytes;
    const rest = isCut ? bytesOf(known.partly(untilBucket, timeMs), elementBytes) : 0;
    let most = Math.max(before, now, rest);
    for (let bucket = fromBucket; bucket < untilBucket; bucket++) {
      most = Math.max(most, bytesOf(known.at(bucket), elementBytes));
    }
    before = now;
    return { timeMs, heapBytes: most };
  });
}

/** The collections that began by `untilMs`; one that goes on then ends there. */
export function collectionsOf(recording: Recording, untilMs: number): Collection[] {
  const collections: Collection[] = [];
  for (const [number, { kind }] of recording.topology.stations.entries()) {
    if (kind !== "workers") continue;
    for (const { timeMs, value } of gaugeSteps(recording, number, "stoppedUntilMs", untilMs)) {
      // One that comes while another goes on stops the program right after it.
      const fromMs = Math.max(timeMs, collections.at(-1)?.toMs ?? 0);
      if (fromMs < untilMs) collections.push({ fromMs, toMs: Math.min(value, untilMs) });
    }
  }
  return collections;
}
