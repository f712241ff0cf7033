/** A producer outside the stream: it makes an element, offers it to a queue, and pauses once the offer is answered. */
import type { Program } from "./program.ts";

/** The answer to an offer: the line that the program prints for it, and whether the producer goes on. */
export interface OfferAnswer {
  readonly line: "enqueued" | "dropped" | "failed-offer";
  readonly goesOn: boolean;
}

export interface OfferedQueue {
  /** Offers `element`; `answered` is called with the answer, at once or later. */
  offer(element: number, answered: (answer: OfferAnswer) => void): void;
  /** Tells the queue that no more will be offered. */
  complete(): void;
}

export class OfferingProducer {
  private readonly program: Program;
  private readonly queue: OfferedQueue;

  constructor(program: Program, queue: OfferedQueue) {
    this.program = program;
    this.queue = queue;
  }

  /** Makes and offers `element`, and in turn all the elements after it. */
  produce(element: number): void {
    const { program, queue } = this;
    const { count } = program.values;
    if (count > 0 && element === count) {
      program.sourceEnded(false);
      queue.complete();
      return;
    }
    program.made(element);
    program.print("made", element);
    program.offered(element);
    queue.offer(element, ({ line, goesOn }) => {
      program.answered();
      program.print(line, element);
      if (goesOn) this.pause(element);
      else program.sourceEnded(true);
    });
  }

  private pause(element: number): void {
    const { program } = this;
    const forMs = program.values.producerDelayMs;
    if (forMs > 0) program.sourcePauses(forMs);
    program.loop.after(forMs, () => this.produce(element + 1));
  }
}
