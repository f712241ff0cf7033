import type { StationLog } from "../../trace/index.ts";
import { type Ms, msNow } from "./ms.ts";
import type { NodeLoop } from "./node-loop.ts";
import { Readable } from "./readable.ts";
import type { ReadableOptions } from "./readable-options.ts";

type Buffer = Omit<ReadableOptions<number>, "read">;

/** A source that makes elements when it is asked. */
export interface TimedSource extends Buffer {
  /** How long an element takes, in ms; 0: it is pushed inside `read`. */
  readonly produceMs: Ms;
  /** How many there are; Infinity: without end. */
  readonly count: number;
  readonly source?: StationLog | null;
  /** Called when it has said that there are no more. */
  readonly ended?: () => void;
}

/** A readable whose source makes the elements 0, 1, 2, ... one for each call of `read`, then ends. */
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

/** A source that nothing slows: it pushes at its own times. */
export interface ScheduledSource extends Buffer {
  /** When element 0, 1, 2, ... is pushed, in ms, in ascending order. */
  readonly at: readonly number[];
  readonly source?: StationLog | null;
}

/** A readable whose source pushes at given times, whatever `push` answers, and ends with the last element. */
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
