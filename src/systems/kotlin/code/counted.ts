/** The Kotlin that the programs with a monitor share: the beginning of `main`, including the counting producer. */
import { at, type Source } from "../../source-text.ts";
import { delayOf, producerBlock } from "./blocks.ts";
import { NOW } from "./clock.ts";

type CountedValues = Readonly<Record<"capacity" | "count" | "producerDelayMs", number>>;

export function countedProducer({ capacity, count, producerDelayMs }: CountedValues): Source {
  return [
    `    val channel = Channel<Int>(capacity = ${capacity})`,
    `    val start = ${NOW}`,
    "    var sent = 0",
    "    var received = 0",
    "    var dropped = 0",
    "",
    ...producerBlock(count, [
      at("if (channel.trySend(i).isSuccess) {", "producer.ready"),
      "    sent++",
      '    println("sent $i")',
      "} else {",
      "    dropped++",
      '    println("dropped $i")',
      "}",
      delayOf("producer", producerDelayMs),
    ]),
  ];
}
