/** Helpers that run a graph and collect what reaches its sink. */
import { PekkoLoop, type Source, WorkerSink } from "../../../src/systems/pekko/index.ts";

/** What reached a sink, in order, as `[ms, element]`, and how the stream ended: "complete" or an error's name. */
export interface Outcome<T> {
  readonly received: (readonly [ms: number, element: T])[];
  end: string | null;
}

/** Runs `loop` up to and including `untilMs`. Throws an error that is thrown in it. */
export function runUntil(loop: PekkoLoop, untilMs: number): void {
  loop.runUntil(untilMs);
  if (loop.end?.reason === "failed") throw loop.end.failure;
}

/** Runs `source` into a sink that works `workMs` on each element, up to and including `untilMs`. */
export function outcomeOf<T>(
  source: Source<T>,
  options: {
    readonly workMs?: number;
    readonly untilMs?: number;
    readonly loop?: PekkoLoop;
    readonly inputBuffer?: number;
  } = {},
): Outcome<T> {
  const { workMs = 0, untilMs = 10_000, loop = new PekkoLoop(), inputBuffer } = options;
  const outcome: Outcome<T> = { received: [], end: null };
  const sink = new WorkerSink<T>(() => workMs, {
    began: (element) => outcome.received.push([loop.now, element]),
    done: () => {},
    completed: () => {
      outcome.end = "complete";
    },
    failed: ({ name }) => {
      outcome.end = name;
    },
  });
  source.to(sink).run(loop, inputBuffer);
  runUntil(loop, untilMs);
  return outcome;
}

export function elementsOf<T>({ received }: Outcome<T>): T[] {
  return received.map(([, element]) => element);
}

export function timesOf<T>({ received }: Outcome<T>): number[] {
  return received.map(([ms]) => ms);
}
