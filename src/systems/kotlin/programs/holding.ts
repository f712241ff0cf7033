/** What the trace is told of an operator that holds a value behind a channel, as `debounce` and `sample` do. */
import type { HoldingLog } from "../flow/index.ts";
import type { Program } from "../program.ts";

/** Nobody in particular: the operator, which runs in the collector's coroutine before that collects. */
const NOBODY = 0;

interface HoldingStations {
  /** The station that the channel is, or the one before which its senders are held. */
  readonly channel: number;
  /** The station that the held value stands in. */
  readonly held: number;
  /**
   * Whether what the operator emits goes to another station, which always takes it, and not into the collector's hand.
   * Its senders then wait for their turn within an instant at most: nothing holds them.
   */
  readonly isAbove?: boolean;
}

/** The log for an operator of `program`; null if nothing is recorded. */
export function holdingLog<V extends object>(
  { sim }: Program<V>,
  { channel, held, isAbove = false }: HoldingStations,
): HoldingLog | null {
  const { recorder } = sim;
  if (recorder === null) return null;
  /** What waits in the channel: the other values are handed over, and never were in it. */
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
