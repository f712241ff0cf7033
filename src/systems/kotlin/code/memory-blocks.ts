/** The Kotlin that the programs with blocks of memory share. */
import { elementKiBOf } from "../../params/element-size.ts";
import { at, type Source } from "../../source-text.ts";
import { consumerBlock, delayOf, producerBlock } from "./blocks.ts";

interface BlockValues {
  readonly consumerDelayMs: number;
  readonly count: number;
}

/** The class of a block, which takes as much memory as an element in the memory model. */
export function blockClass(values: BlockValues): Source {
  return [
    `const val BLOCK_KIB = ${elementKiBOf(values)}`,
    "",
    "class Block(private val i: Int) {",
    "    private val bytes = ByteArray(BLOCK_KIB * 1024) { i.toByte() }",
    "",
    "    fun sum() = bytes.sum()",
    '    override fun toString() = "$i"',
    "}",
  ];
}

/** The producer and the consumer, within `main`. */
export function blockActors({ count, consumerDelayMs }: BlockValues): Source {
  return [
    ...producerBlock(count, [at("channel.send(Block(i))", "producer.held"), 'println("sent $i")']),
    "",
    ...consumerBlock(
      ["val sum = block.sum()", 'println("processed $sum")', delayOf("worker", consumerDelayMs)],
      { element: "block" },
    ),
  ];
}
