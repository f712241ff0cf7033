/** The consumer that most programs have: it takes an element, works on it for a delay, and takes the next. */

import type { Channel } from "../channels/index.ts";
import type { Job } from "../coroutines/index.ts";
import type { Program } from "../program.ts";

interface ConsumerDuties {
  /** An element was just taken out. */
  received(element: number): void;
  /** The work on it is over, just before it counts as done. */
  finished?(element: number): void;
  /** The channel is closed and empty. */
  atEnd?(): void;
}

/** Launches the consumer of a channel. */
export function launchConsumer(
  program: Program<{ readonly consumerDelayMs: number }>,
  channel: Channel<number>,
  duties: ConsumerDuties,
): Job {
  return program.launch("worker", 0, function* () {
    const elements = channel.iterator();
    while (yield* elements.hasNext()) {
      const element = elements.take();
      duties.received(element);
      yield* program.delay(program.values.consumerDelayMs);
      duties.finished?.(element);
      program.done(element);
    }
    duties.atEnd?.();
  });
}
