/** A producer of blocks of memory that never pauses, a bounded channel, and a slow consumer. */
import { Channel } from "../engine/index.ts";
import { elementKiBOf } from "./element-size.ts";
import type { Program } from "./program.ts";

interface BlockValues {
  readonly consumerDelayMs: number;
  readonly count: number;
}

/** The lines that the program prints. */
export const blockLines = { sent: "sent {0}", processed: "processed {0}" } as const;

/** Launches producer and consumer on a channel of that capacity. */
export function launchBlocks(program: Program<BlockValues>, capacity: number): void {
  const { sim, values } = program;
  const bytes = elementKiBOf(values) * 1024;
  const channel = new Channel<number>(sim, capacity);
  program.launch("producer", 0, function* () {
    for (let i = 0; values.count === 0 || i < values.count; i++) {
      program.produced(i);
      yield* channel.send(i);
      program.print("sent", i);
    }
    channel.close();
  });
  program.launch("worker", 0, function* () {
    const blocks = channel.iterator();
    while (yield* blocks.hasNext()) {
      const i = blocks.take();
      program.print("processed", bytes * byteOf(i));
      yield* program.delay(values.consumerDelayMs);
      program.done(i);
    }
  });
}

/** Kotlin's `i.toByte()`: the low eight bits, signed. */
function byteOf(i: number): number {
  return (i << 24) >> 24;
}

/** The Kotlin of it, within `main`. */
export function kotlinBlocks(values: BlockValues, channel: readonly string[]): string[] {
  const { count, consumerDelayMs } = values;
  const block = `ByteArray(${elementKiBOf(values)} * 1024) { i.toByte() }`;
  return [
    ...channel,
    "",
    "    launch {                                  // producer",
    ...kotlinLoop(count, [`channel.send(${block})`, 'println("sent $i")']),
    "    }",
    "",
    "    launch {                                  // consumer",
    "        for (block in channel) {",
    '            println("processed ${block.sum()}")',
    `            delay(${consumerDelayMs})`,
    "        }",
    "    }",
  ];
}

/** A loop over all elements with the channel closed behind it; one without an end for a count of 0. */
function kotlinLoop(count: number, body: readonly string[]): string[] {
  const indented = body.map((line) => `            ${line}`);
  if (count > 0) {
    return [`        repeat(${count}) { i ->`, ...indented, "        }", "        channel.close()"];
  }
  return [
    "        var i = 0",
    "        while (true) {",
    ...indented,
    "            i++",
    "        }",
  ];
}
