/** Long runs as queueing theory looks at them: losses, waiting times, mean numbers. */

import { initialValues, seeded, startSimulation } from "../../src/run/index.ts";
import { type StrategyId, strategyOf } from "../../src/systems/index.ts";
import { RowKind, Trace } from "../../src/trace/index.ts";
import { catalogue } from "./everything.ts";
import { specOf } from "./runs.ts";

/** A mean, and its standard error estimated from the means of batches. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

export interface QueueStatistics {
  /** The share of the elements that were lost. */
  readonly loss: Estimate;
  /** The time from being made to being taken, and to being done, for elements that got in. */
  readonly waitMs: Estimate;
  readonly sojournMs: Estimate;
  /** Means over time: of the elements waiting, and of those waiting or worked on. */
  readonly meanWaiting: number;
  readonly meanInside: number;
  /** Elements that got in, per ms. */
  readonly acceptedPerMs: number;
}

interface Load {
  readonly arrivalMs: number;
  readonly serviceMs: number;
  readonly arrivals: "poisson" | "steady";
  readonly service: "exponential" | "constant";
  readonly workers?: number;
  readonly capacity?: number;
  readonly elements: number;
  readonly seed?: number;
}

/**
 * Runs until `elements` were made and all that got in are done. That is longer than a run of the page may
 * be, so the program runs on a `Sim` of its own, with the page's values except for the length.
 */
export function measureQueue(strategy: StrategyId, load: Load): QueueStatistics {
  const trace = new Trace();
  const { arrivalMs, serviceMs, elements, seed = 1, ...others } = load;
  const values = { ...others, producerDelayMs: arrivalMs, consumerDelayMs: serviceMs };
  const allowed = initialValues(catalogue, specOf({ strategy, values }));
  const { machine: sim } = startSimulation({
    strategy: strategyOf(catalogue, strategy),
    values: { ...allowed, count: elements },
    random: seeded(seed),
    trace,
  });
  sim.runUntil(Number.POSITIVE_INFINITY);
  if (sim.end?.reason !== "completed") throw new Error(`the run ended: ${sim.end?.reason}`);

  const made = new Float64Array(elements);
  const waits: number[] = [];
  const sojourns: number[] = [];
  const losses = new Array<number>(elements).fill(0);
  for (let row = 0; row < trace.length; row++) {
    const element = trace.elementAt(row);
    const timeMs = trace.timeAt(row);
    const kind = trace.kindAt(row);
    if (kind === RowKind.MADE) made[element] = timeMs;
    else if (kind === RowKind.LOST) losses[element] = 1;
    else if (kind === RowKind.LEFT) waits.push(timeMs - (made[element] as number));
    else if (kind === RowKind.DONE) sojourns.push(timeMs - (made[element] as number));
  }
  const means = timeMeans(trace);
  return {
    loss: estimate(losses),
    waitMs: estimate(waits),
    sojournMs: estimate(sojourns),
    ...means,
    acceptedPerMs: sojourns.length / trace.timeAt(trace.length - 1),
  };
}

const BATCHES = 40;

/** The mean, and its standard error from the means of 40 batches, which are nearly independent. */
export function estimate(samples: readonly number[]): Estimate {
  const size = Math.floor(samples.length / BATCHES);
  const means = Array.from({ length: BATCHES }, (_, batch) =>
    meanOf(samples.slice(batch * size, (batch + 1) * size)),
  );
  const mean = meanOf(means);
  const variance = meanOf(means.map((other) => (other - mean) ** 2)) / (BATCHES - 1);
  return { mean, standardError: Math.sqrt(variance) };
}

function meanOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum / numbers.length;
}

/** Integrates over time what each row adds or takes away, without following single elements. */
function timeMeans(trace: Trace): { meanWaiting: number; meanInside: number } {
  let [waiting, inside, lastMs, waitingMs, insideMs] = [0, 0, 0, 0, 0];
  for (let row = 0; row < trace.length; row++) {
    const timeMs = trace.timeAt(row);
    waitingMs += waiting * (timeMs - lastMs);
    insideMs += inside * (timeMs - lastMs);
    lastMs = timeMs;
    const kind = trace.kindAt(row);
    if (kind === RowKind.MADE) waiting++;
    else if (kind === RowKind.LOST || kind === RowKind.LEFT) waiting--;
    if (kind === RowKind.MADE) inside++;
    else if (kind === RowKind.LOST || kind === RowKind.DONE) inside--;
  }
  return { meanWaiting: waitingMs / lastMs, meanInside: insideMs / lastMs };
}
