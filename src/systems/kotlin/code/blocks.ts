/** The Kotlin lines that many programs share: loops, launched blocks, and common statements. */
import type { Text } from "../../../i18n/index.ts";
import { at, busy, indented, type Source, type SourceLine, said } from "../../source-text.ts";

/** The first line of `main`. `<Unit>` makes it return nothing whatever its last line is, as `java` requires. */
export const MAIN = "fun main() = runBlocking<Unit> {";

/** The line of a fixed `delay` of a coroutine, in ms. */
export function delayOf(
  role: "producer" | "sender" | "worker" | "monitor",
  ms: number,
): SourceLine {
  return at(`delay(${ms})`, busy(role, ms));
}

/** The line that sends the element `i`, waiting for room. */
export const sendIt = (by: "producer" | "sender"): Source => [at("channel.send(i)", `${by}.held`)];

/** The names of coroutines, for the comments at their first lines. */
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

/** The lines of a launched block, with the coroutine's name as a comment. */
export function launched(
  who: keyof typeof WHO,
  lines: Source,
  { start = "launch {" }: Launch = {},
): Source {
  return [said(start, WHO[who]), ...indented(lines), "}"];
}

/** A loop that runs `body` for each `i` of `count` elements, and then `after`; with a count of 0 it never ends. */
export function producerLoop(count: number, body: Source, after: Source): Source {
  if (count === 0) return ["var i = 0", "while (true) {", ...indented(body), "    i++", "}"];
  return [`repeat(${count}) { i ->`, ...indented(body), "}", ...after];
}

/** A loop that runs `body` for each `i` of `count` elements, from `first` on; a count of 0: to the largest Int. */
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

/** The block of `main` that launches the producer, with a `rangeLoop`. */
export function rangeProducerBlock(
  first: 0 | 1,
  count: number,
  body: Source,
  after: Source = ["channel.close()"],
): Source {
  return indented(launched("producer", [...rangeLoop(first, count, body), ...after]));
}

interface ConsumerShape extends Launch {
  /** The names of the loop variable and of the channel. */
  readonly element?: string;
  readonly channel?: string;
  /** Lines after the loop. */
  readonly after?: Source;
}

/** The block of `main` that launches the consumer, which runs `body` for each `element` of the channel. */
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

/** The last line of a `main` whose body ends before its children do. */
export function bodyEnd(bodyMs: number): SourceLine {
  return said(`    delay(${bodyMs})`, {
    ko: "여기서 끝나는 것은 main 블록이지 자식이 아님",
    en: "ends the body, not its children",
  });
}
