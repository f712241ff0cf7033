/** The graphs of Pekko's programs without the programs, built from the same stages that replay the recordings. */
import {
  Batch,
  Buffer,
  mapAsync,
  type OverflowStrategy,
  PekkoLoop,
  Range,
  Source,
  Take,
  Throttle,
  type ThrottleOptions,
  Tick,
  WorkerSink,
  ZipWith,
} from "../../../../src/systems/pekko/index.ts";
import { runUntil } from "../streams.ts";

/** `[ms, what, element]`: what reaches the consumer; the last row is the end: "completed", or an exception's name. */
export type BareRow = readonly [ms: number, what: string, element?: number];

export interface BareLoad {
  readonly producerDelayMs: number;
  readonly consumerDelayMs: number;
  readonly count: number;
  readonly boundary: string;
}

const INPUT_BUFFERS: Readonly<Record<string, number>> = { fused: 16, async: 16, one: 1 };

/** `range.throttle(...)`, then `below`, then the boundary and `mapAsync`. */
export function bareRows(
  load: BareLoad & { readonly parallelism: number },
  below: (source: Source<number>) => Source<number>,
): BareRow[] {
  const loop = new PekkoLoop();
  const rows: BareRow[] = [];
  const { producerDelayMs, consumerDelayMs, count, boundary } = load;
  const range = Source.of(new Range(0, count - 1));
  const pace = { elements: 1, perMs: producerDelayMs, maximumBurst: 1 };
  const paced = producerDelayMs === 0 ? range : range.via(new Throttle<number>(pace));
  const work = (element: number, complete: (element: number) => void) => {
    rows.push([loop.now, "received", element]);
    if (consumerDelayMs === 0) complete(element);
    else loop.after(consumerDelayMs, () => complete(element));
  };
  const source = below(paced);
  (boundary === "fused" ? source : source.async())
    .via(mapAsync(load.parallelism, work))
    .to(sinkOf(loop, rows, "done", (element: number) => element))
    .run(loop, INPUT_BUFFERS[boundary]);
  runUntil(loop, 60_000);
  return rows;
}

export function bareBuffer(size: number, strategy: string) {
  return (source: Source<number>) =>
    source.via(new Buffer<number>(size, strategy as OverflowStrategy));
}

export function bareThrottle(options: ThrottleOptions) {
  return (source: Source<number>) => source.via(new Throttle<number>(options));
}

/** `tick.take.conflate(sum)`, the boundary, and a zip with a slow tick. */
export function bareCounts(load: BareLoad): BareRow[] {
  const loop = new PekkoLoop();
  const rows: BareRow[] = [];
  const { producerDelayMs: fastMs, consumerDelayMs: slowMs, count, boundary } = load;
  const sum = { seed: (v: number) => v, aggregate: (a: number, b: number) => a + b };
  const counts = Source.of(new Tick(fastMs, fastMs, () => 1))
    .via(new Take(count))
    .via(new Batch(Number.POSITIVE_INFINITY, sum));
  (boundary === "fused" ? counts : counts.async())
    .zipWith(Source.of(new Tick(slowMs, slowMs, () => "tick")), new ZipWith((n: number) => n))
    .to(sinkOf(loop, rows, "count", (n: number) => n))
    .run(loop, INPUT_BUFFERS[boundary]);
  runUntil(loop, 60_000);
  return rows;
}

function sinkOf<T>(
  loop: PekkoLoop,
  rows: BareRow[],
  what: string,
  numberOf: (element: T) => number,
) {
  return new WorkerSink<T>(() => 0, {
    began: (element) => rows.push([loop.now, what, numberOf(element)]),
    done: () => {},
    completed: () => rows.push([loop.now, "completed"]),
    failed: ({ name }) => rows.push([loop.now, name]),
  });
}
