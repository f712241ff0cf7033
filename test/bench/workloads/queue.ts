import { Random } from "../../../src/kernel/index.ts";
import type { Workload } from "./workload.ts";

const ARRIVALS_PER_MS = 0.9;
const SERVICES_PER_MS = 1;
const SEED = 1;

/** How many fit into the system: one in service and the rest in the channel. */
const SYSTEM_CAPACITY = 50;
export const CHANNEL_CAPACITY = SYSTEM_CAPACITY - 1;

/**
 * W3: an M/M/1/50 queue with `size` arrivals, sent with `trySend` into Channel(49) and served by one
 * consumer. The check value is how many were refused.
 */
export const QUEUE: Workload = {
  id: "W3",
  title: "M/M/1/50 queue, trySend",
  event: "timer",
  size: 1_000_000,
  events: (size) => 2 * size - refusals(size),
  expected: refusals,
  goalToAsync: 10,
  goalToFastest: 2,
};

/** The share of arrivals that M/M/1/K refuses: (1-r) r^K / (1-r^(K+1)) with r = 0.9. */
export const THEORETICAL_LOSS = (() => {
  const r = ARRIVALS_PER_MS / SERVICES_PER_MS;
  return ((1 - r) * r ** SYSTEM_CAPACITY) / (1 - r ** (SYSTEM_CAPACITY + 1));
})();

/** The random times of a run, in order of use. */
export interface Draws {
  /** From one arrival to the next, in ms. */
  readonly arrivals: Float64Array;
  readonly services: Float64Array;
}

const drawn = new Map<number, Draws>();

/**
 * The same draws for every implementation. They are made once per process, in the warm-up runs, because
 * random numbers are not what is measured.
 */
export function draws(size: number): Draws {
  let made = drawn.get(size);
  if (made === undefined) {
    const arrivals = new Random(SEED, "arrivals");
    const services = new Random(SEED, "services");
    made = {
      arrivals: Float64Array.from({ length: size }, () =>
        arrivals.nextExponential(1 / ARRIVALS_PER_MS),
      ),
      services: Float64Array.from({ length: size }, () =>
        services.nextExponential(1 / SERVICES_PER_MS),
      ),
    };
    drawn.set(size, made);
  }
  return made;
}

const refused = new Map<number, number>();

/** Refusals by the queue's recursion, with neither events nor coroutines. */
function refusals(size: number): number {
  let known = refused.get(size);
  if (known === undefined) {
    known = countRefusals(draws(size), size);
    refused.set(size, known);
  }
  return known;
}

function countRefusals({ arrivals, services }: Draws, size: number): number {
  const departures = new Float64Array(size);
  let now = 0;
  let accepted = 0;
  let departed = 0;
  for (let i = 0; i < size; i++) {
    now += arrivals[i] as number;
    while (departed < accepted && (departures[departed] as number) <= now) departed++;
    if (accepted - departed === SYSTEM_CAPACITY) continue;
    const free = accepted === 0 ? 0 : (departures[accepted - 1] as number);
    departures[accepted] = Math.max(now, free) + (services[accepted] as number);
    accepted++;
  }
  return size - accepted;
}
