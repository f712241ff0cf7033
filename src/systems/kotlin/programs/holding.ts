/** Reports to the trace what an operator does that holds a value behind a channel, as `debounce` and `sample` do. */
import type { HoldingLog } from "../flow/index.ts";
import type { Program } from "../program.ts";

/** Stands for the operator, which is no actor: it runs in the collector's coroutine, upstream of the collector. */
const NOBODY = 0;

interface HoldingStations {
  /** The number of the channel's station, or of the station before which its senders are held. */
  readonly channel: number;
  /** The number of the station that holds the value. */
  readonly held: number;
  /**
   * Whether the operator emits into another station, which always accepts, rather than into the collector's hand. Its
   * senders then wait for their turn at most, within one instant, which does not count as being held.
   */
  readonly isAbove?: boolean;
}

/** Returns the log for an operator of `program`, or null if nothing is recorded. */
export function holdingLog<V extends object>(
  { sim }: Program<V>,
  { channel, held, isAbove = false }: HoldingStations,
): HoldingLog | null {
  const { recorder } = sim;
  if (recorder === null) return null;
  /** The value that waits in the channel. Other values are handed over directly and never wait in it. */
  let waiting: number | null = null;
  return {
    channel: {
      entered(_, who, element) {
        waiting = element;
        recorder.entered(channel, who, element);
      },
      left(_, __, element) {
        if (element !== waiting) return;
        waiting = null;
        recorder.left(channel, NOBODY, element);
      },
      passed: (_, who, element) => recorder.passed(channel, who, element),
      held(_, who, element) {
        if (!isAbove) recorder.held(channel, who, element);
      },
      released(_, who) {
        if (!isAbove) recorder.released(channel, who);
      },
      lost: (_, who, element, rule) => recorder.lost(channel, who, element, rule),
    },
    held: {
      entered: (element) => recorder.entered(held, NOBODY, element as number),
      left: (element) => recorder.left(held, isAbove ? NOBODY : sim.current.id, element as number),
      lost: (element, rule) => recorder.lost(held, NOBODY, element as number, rule),
    },
  };
}
