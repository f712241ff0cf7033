/** A producer of blocks of memory that never pauses, a bounded channel, and a slow consumer. */

import { elementKiBOf } from "../../params/element-size.ts";
import type { Program } from "../program.ts";
import { launchConsumer } from "./consumer.ts";
import { launchProducer } from "./producer.ts";

interface BlockValues {
  readonly consumerDelayMs: number;
  readonly count: number;
}

/** The lines that the program prints. */
export const blockLines = { sent: "sent {0}", processed: "processed {0}" } as const;

/** Launches the producer and the consumer on a channel of that capacity. */
export function launchBlocks(program: Program<BlockValues>, capacity: number): void {
  const { values } = program;
  const bytes = elementKiBOf(values) * 1024;
  const channel = program.channel(capacity);
  launchProducer(program, {
    *offer(i) {
      yield* channel.send(i);
      program.print("sent", i);
    },
    atEnd: () => channel.close(),
  });
  launchConsumer(program, channel, {
    received: (i) => program.print("processed", bytes * byteOf(i)),
  });
}

/** Returns what Kotlin's `i.toByte()` does: the low eight bits, signed. */
function byteOf(i: number): number {
  return (i << 24) >> 24;
}
