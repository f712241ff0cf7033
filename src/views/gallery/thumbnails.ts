/** The thumbnail of each scenario: the moment that its question is about, in a few shapes. */

export interface Thumbnail {
  /** The number of producers at the left. */
  readonly sources?: number;
  /** Whether an element is held before the buffer. */
  readonly held?: boolean;
  /** The number of elements in the buffer, and of its places; left out if it has no bound. */
  readonly filled: number;
  readonly places?: number;
  /** The number of lost elements. */
  readonly lost?: number;
  readonly workers?: number;
  /** A distinctive feature, drawn besides the flow. */
  readonly also?:
    | "tokens"
    | "batch"
    | "breaker"
    | "kinds"
    | "heap"
    | "retries"
    | "requests"
    | "light"
    | "teeth"
    | "levels"
    | "pulse"
    | "grows";
}

const PLAIN: Thumbnail = { filled: 3, places: 5 };

const THUMBNAILS: Readonly<Record<string, Thumbnail>> = {
  "fast-producer": { held: true, filled: 5, places: 5 },
  causes: { sources: 4, held: true, filled: 4, places: 4, workers: 2 },
  "memory-leak": { filled: 34 },
  "system-overload": { filled: 12, also: "heap" },
  "bounded-buffer": { held: true, filled: 4, places: 4 },
  conflated: { filled: 1, places: 1, lost: 5 },
  "priority-drop": { filled: 5, places: 5, lost: 3, also: "kinds" },
  "rate-limiting": { filled: 2, places: 5, also: "tokens" },
  batching: { filled: 2, places: 5, also: "batch" },
  "circuit-breaker": { filled: 1, places: 5, lost: 4, also: "breaker" },
  "log-processing": { filled: 5, places: 5, lost: 2, also: "kinds" },
  "sensor-data": { sources: 3, filled: 3, places: 3, lost: 3, also: "kinds" },
  monitoring: { filled: 4, places: 5, also: "pulse" },
  "adaptive-buffer": { filled: 5, places: 8, also: "grows" },
  retry: { filled: 1, places: 4, also: "retries" },
  degradation: { filled: 3, places: 5, also: "levels" },
  akka: { held: true, filled: 5, places: 5, also: "requests" },
  "pool-size": { filled: 4, places: 5, workers: 3 },
  replenishing: { filled: 2, places: 5, also: "teeth" },
  "one-flood": { sources: 3, filled: 5, places: 5, lost: 2, workers: 3 },
  rxjava: { filled: 3, places: 5, lost: 5, also: "requests" },
  reactor: { filled: 6, places: 6, lost: 1, also: "requests" },
  "node-streams": { filled: 3, places: 5, also: "light" },
  "kotlin-flow": { held: true, filled: 3, places: 3, workers: 3 },
};

/** The thumbnail of a scenario; a plain one if it has none of its own. */
export function thumbnailOf(scenario: string): Thumbnail {
  return THUMBNAILS[scenario] ?? PLAIN;
}
