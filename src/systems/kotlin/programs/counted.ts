/** The producer of the programs with a monitor: it counts the elements that `trySend` accepts and those it refuses. */

import { REFUSED } from "../../losses.ts";
import type { Channel } from "../channels/index.ts";
import type { Program } from "../program.ts";
import { launchProducer } from "./producer.ts";

/** The lines that say what became of an element. Each loss prints `dropped`. */
export const countedLines = {
  sent: "sent {0}",
  dropped: "dropped {0}",
  received: "received {0}",
} as const;
export const countedEcho = { lost: { rule: REFUSED, line: "dropped" } } as const;

/** Launches the producer, which adds to `counts` and closes the channel after its last element. */
export function launchCountingProducer(
  program: Program<{ readonly count: number; readonly producerDelayMs: number }>,
  channel: Channel<number>,
  counts: { sent: number; dropped: number },
): void {
  launchProducer(program, {
    offer(i) {
      if (channel.trySend(i) === "success") {
        counts.sent++;
        program.print("sent", i);
      } else {
        counts.dropped++;
        program.lost(i, REFUSED);
      }
    },
    atEnd: () => channel.close(),
  });
}
