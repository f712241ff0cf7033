/** The heap of a run over time, by the model of `memory.ts`, and the collections that stopped its program. */
import { gaugeSteps } from "./gauge-steps.ts";
import type { History } from "./history.ts";
import type { Instants } from "./instants.ts";
import { heapBytes } from "./memory.ts";
import type { Recording } from "./recording.ts";
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
export function heapAt({ history, elementBytes }: Recording, timeMs: number): HeapPoint {
  const { made, done, lost } = history;
  const counts = {
    made: made.totalUntil(timeMs),
    done: done.totalUntil(timeMs),
    lost: lost.totalUntil(timeMs),
  };
  return { timeMs, heapBytes: heapBytes(counts, elementBytes) };
}

/** The most elements that were inside at the end of an instant, bucket by bucket; it grows with the recording. */
class Peaks {
  private readonly most: number[] = [];
  private readonly history: History;
  /** Instants at which elements were made that are counted in; what is inside rises at those only. */
  private read = 0;
  /** Places of the last instants of elements that were done, and lost, by the one that is read. */
  private donePlace = -1;
  private lostPlace = -1;

  constructor(history: History) {
    this.history = history;
  }

  /** 0 where nothing was made in a bucket. */
  at(bucket: number): number {
    return this.most[bucket] ?? 0;
  }

  extend(): void {
    const { history, most } = this;
    const { made, done, lost, bucketMs } = history;
    for (let place = this.read; place < made.length; place++) {
      const timeMs = made.timeAt(place);
      const bucket = Math.floor(timeMs / bucketMs + 1e-9);
      this.donePlace = lastFrom(this.donePlace, done, timeMs);
      this.lostPlace = lastFrom(this.lostPlace, lost, timeMs);
      const gone = done.totalAt(this.donePlace) + lost.totalAt(this.lostPlace);
      const inside = made.totalAt(place) - gone;
      most[bucket] = Math.max(this.at(bucket), inside);
    }
    // The last instant may go on: it is read again.
    this.read = Math.max(0, made.length - 1);
  }
}

/** The place of the last instant at or before a time, from a place that is not after it on. */
function lastFrom(from: number, instants: Instants, timeMs: number): number {
  let place = from;
  while (place + 1 < instants.length && instants.timeAt(place + 1) <= timeMs) place++;
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
  return stretchesOf(history.bucketMs, range).map(({ timeMs, fromBucket, untilBucket }) => {
    const now = heapAt(recording, timeMs).heapBytes;
    let most = Math.max(before, now);
    for (let bucket = fromBucket; bucket < untilBucket; bucket++) {
      const made = known.at(bucket);
      most = Math.max(most, heapBytes({ made, done: 0, lost: 0 }, elementBytes));
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
