import type { StationLog } from "../../trace/index.ts";
import type { NodeLoop } from "./node-loop.ts";
import type { Writable } from "./writable.ts";

export interface WriteProducer {
  /** How many elements it writes. */
  readonly count: number;
  /** The time in ms from one write, or the 'drain' it waited for, to the next write; 0: an immediate. */
  readonly everyMs: number;
  /** Whether it waits for 'drain' after a false answer, or ignores the answer. */
  readonly heeds: "drain" | "nothing";
  readonly source?: StationLog | null;
}

/** Writes 0, 1, 2, ... into `writable`, the first at once, then ends it. */
export function writeAll(
  loop: NodeLoop,
  writable: Writable<number>,
  { count, everyMs, heeds, source = null }: WriteProducer,
): void {
  let next = 0;
  const later = (): void => {
    if (everyMs > 0) loop.after(everyMs, step);
    else loop.immediate(step);
  };
  const step = (): void => {
    if (next === count) {
      writable.end();
      return;
    }
    const element = next++;
    source?.made(element);
    const mayGoOn = writable.write(element);
    if (mayGoOn || heeds === "nothing") later();
    else writable.once("drain", later);
  };
  step();
}
