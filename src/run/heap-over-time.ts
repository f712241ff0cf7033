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
  /** In a series, the most since the previous point. */
  readonly heapBytes: number;
}

/** The span of time in which a collection stopped the program. */
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

/** The most elements inside at the end of any instant, by bucket; grows with the recording. */
class Peaks {
  private readonly most: number[] = [];
  readonly history: History;
  /** The number of instants of `made` read so far: the number of elements inside rises only at those. */
  private read = 0;
  /** The place of the last row with which an element ended, by the instant being read. */
  private gonePlace = -1;

  constructor(history: History) {
    this.history = history;
  }

  /** The most in a bucket; 0 if nothing was made in it. */
  at(bucket: number): number {
    return this.most[bucket] ?? 0;
  }

  /** The most in the part of a bucket up to `timeMs`. */
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
    // More may still happen at the last instant, so it is read again.
    this.read = Math.max(0, made.length - 1);
  }
}

/** The place of the last row at or before `timeMs`; `from` is a place that is not after it. */
function lastFrom(from: number, rows: RowLog, timeMs: number): number {
  let place = from;
  while (place + 1 < rows.length && rows.timeAt(place + 1) <= timeMs) place++;
  return place;
}

const peaks = new WeakMap<History, Peaks>();

/** Points at equal distances from 0, plus one at the play head. */
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

/** The collections that began before `untilMs`; one that is still in progress then is cut off there. */
export function collectionsOf(recording: Recording, untilMs: number): Collection[] {
  const collections: Collection[] = [];
  for (const [number, { kind }] of recording.topology.stations.entries()) {
    if (kind !== "workers") continue;
    for (const { timeMs, value } of gaugeSteps(recording, number, "stoppedUntilMs", untilMs)) {
      // A collection that is due while another is in progress follows right after it.
      const fromMs = Math.max(timeMs, collections.at(-1)?.toMs ?? 0);
      if (fromMs < untilMs) collections.push({ fromMs, toMs: Math.min(value, untilMs) });
    }
  }
  return collections;
}
