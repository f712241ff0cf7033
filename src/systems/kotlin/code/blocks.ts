/** The Kotlin lines that many programs share: loops, launched blocks, what stands in them. */
import type { Text } from "../../../i18n/index.ts";
import { at, busy, indented, type Source, type SourceLine, said } from "../../source-text.ts";

/** The first line of `main`. `java` starts one that returns nothing, whatever the last line of its block is. */
export const MAIN = "fun main() = runBlocking<Unit> {";

/** A fixed `delay` of a coroutine, in ms. */
export function delayOf(
  role: "producer" | "sender" | "worker" | "monitor",
  ms: number,
): SourceLine {
  return at(`delay(${ms})`, busy(role, ms));
}

/** The line that sends the element `i`, and waits for room. */
export const sendIt = (by: "producer" | "sender"): Source => [at("channel.send(i)", `${by}.held`)];

/** The name of a coroutine, as the comment at its first line says it. */
export const WHO = {
  producer: { ko: "생산자", en: "producer" },
  sender: { ko: "보내는 코루틴", en: "sender" },
  consumer: { ko: "소비자", en: "consumer" },
  monitor: { ko: "모니터", en: "monitor" },
} as const satisfies Record<string, Text>;

interface Launch {
  /** The first line of the block. */
  readonly start?: string;
}

/** A block that is launched; a comment says who it is. */
export function launched(
  who: keyof typeof WHO,
  lines: Source,
  { start = "launch {" }: Launch = {},
): Source {
  return [said(start, WHO[who]), ...indented(lines), "}"];
}

/** `body` for each `i` of `count` elements and `after` behind it; with a count of 0 for ever, and without `after`. */
export function producerLoop(count: number, body: Source, after: Source): Source {
  if (count === 0) return ["var i = 0", "while (true) {", ...indented(body), "    i++", "}"];
  return [`repeat(${count}) { i ->`, ...indented(body), "}", ...after];
}

/** `body` for each `i` of `count` elements, numbered from `first`; a count of 0 stands for all numbers that there are. */
export function rangeLoop(first: 0 | 1, count: number, body: Source): Source {
  const last = count === 0 ? "Int.MAX_VALUE" : count;
  const range = first === 0 ? `0 until ${last}` : `1..${last}`;
  return [`for (i in ${range}) {`, ...indented(body), "}"];
}

/** The block of `main` that launches the producer, with a `producerLoop`. */
export function producerBlock(
  count: number,
  body: Source,
  after: Source = ["channel.close()"],
): Source {
  return indented(launched("producer", producerLoop(count, body, after)));
}

/** The same with a `rangeLoop`. */
export function rangeProducerBlock(
  first: 0 | 1,
  count: number,
  body: Source,
  after: Source = ["channel.close()"],
): Source {
  return indented(launched("producer", [...rangeLoop(first, count, body), ...after]));
}

interface ConsumerShape extends Launch {
  /** What an element is called, and where it comes from. */
  readonly element?: string;
  readonly channel?: string;
  /** Lines behind the loop. */
  readonly after?: Source;
}

/** The block of `main` that launches the consumer: for each `element` of the channel, `body`. */
export function consumerBlock(
  body: Source,
  { element = "element", channel = "channel", after = [], ...launch }: ConsumerShape = {},
): Source {
  const loop = [
    at(`for (${element} in ${channel}) {`, "worker.ready"),
    ...indented(body),
    "}",
    ...after,
  ];
  return indented(launched("consumer", loop, launch));
}

/** The last line of a body that ends before its children do. */
export function bodyEnd(bodyMs: number): SourceLine {
  return said(`    delay(${bodyMs})`, {
    ko: "여기서 끝나는 것은 main 블록이지 자식이 아님",
    en: "ends the body, not its children",
  });
}
