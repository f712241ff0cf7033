/** The consumer that most programs have: it takes an element, works on it for a delay, and takes the next. */

import type { Channel } from "../channels/index.ts";
import type { Job } from "../coroutines/index.ts";
import type { Program } from "../program.ts";

interface ConsumerDuties {
  /** Called when an element was just taken out of the channel. */
  received(element: number): void;
  /** Called when the work on an element is over, just before the element counts as done. */
  finished?(element: number): void;
  /** Called when the channel is closed and empty. */
  atEnd?(): void;
}

/** Launches the consumer of a channel, and returns its job. */
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
