/** The producer that most programs have: a loop that makes an element, offers it, and pauses. */

import type { Job, Steps, Suspending } from "../coroutines/index.ts";
import type { Program } from "../program.ts";

interface ProducerValues {
  /** How many elements are made; 0 or undefined: elements are made without end. */
  readonly count?: number;
  /** The pause after each element, in ms; a program without this setting never pauses. */
  readonly producerDelayMs?: number;
}

interface ProducerDuties {
  /** The number of the first element; 0 by default. */
  readonly first?: number;
  /** Offers an element that was just made, in the program's way. A returned operation is run with `yield*`. */
  offer(element: number): Steps<void> | Suspending<void> | undefined;
  /** Called after the last element; most programs close the channel. */
  atEnd?(): void;
}

/** Launches the producer, and returns its job. */
export function launchProducer(program: Program<ProducerValues>, duties: ProducerDuties): Job {
  const { values } = program;
  const { first = 0 } = duties;
  return program.launch("producer", 0, function* () {
    const { count = 0 } = values;
    for (let i = first; count === 0 || i < first + count; i++) {
      program.made(i);
      const offered = duties.offer(i);
      if (offered !== undefined) yield* offered;
      if (values.producerDelayMs !== undefined) yield* program.delay(values.producerDelayMs);
    }
    duties.atEnd?.();
  });
}
