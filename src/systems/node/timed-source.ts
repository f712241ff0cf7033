import type { StationLog } from "../../trace/index.ts";
import { type Ms, msNow } from "./ms.ts";
import type { NodeLoop } from "./node-loop.ts";
import { Readable } from "./readable.ts";
import type { ReadableOptions } from "./readable-options.ts";

type Buffer = Omit<ReadableOptions<number>, "read">;

/** A source that makes elements when it is asked. */
export interface TimedSource extends Buffer {
  /** How long it takes to make an element, in ms; 0: it is pushed inside `read`. */
  readonly produceMs: Ms;
  /** How many elements there are; Infinity for no end. */
  readonly count: number;
  readonly source?: StationLog | null;
  /** Called when the source has ended the stream. */
  readonly ended?: () => void;
}

/** Returns a readable whose source makes the elements 0, 1, 2, ..., one for each call of `read`, and then ends it. */
export function timedSource(loop: NodeLoop, options: TimedSource): Readable<number> {
  const { count, source = null } = options;
  let next = 0;
  const readable = new Readable<number>(loop, {
    ...options,
    read: () => {
      if (next === count) {
        readable.push(null);
        options.ended?.();
        return;
      }
      const element = next++;
      const give = (): void => {
        source?.made(element);
        readable.push(element);
      };
      const produceMs = msNow(options.produceMs);
      if (produceMs > 0) source?.began(element, produceMs);
      if (produceMs > 0) loop.after(produceMs, give);
      else give();
    },
  });
  return readable;
}

/** A source that nothing slows down: it pushes at times of its own. */
export interface ScheduledSource extends Buffer {
  /** When element 0, 1, 2, ... is pushed, in ms, in ascending order. */
  readonly at: readonly number[];
  readonly source?: StationLog | null;
}

/** Returns a readable whose source pushes at the times `at`, whatever `push` answers, and ends after the last one. */
export function scheduledSource(loop: NodeLoop, options: ScheduledSource): Readable<number> {
  const { at, source = null } = options;
  const readable = new Readable<number>(loop, { ...options, read: () => {} });
  for (const [element, time] of at.entries()) {
    loop.at(time, () => {
      source?.made(element);
      readable.push(element);
      if (element === at.length - 1) readable.push(null);
    });
  }
  return readable;
}
