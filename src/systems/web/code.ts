/** Lines of JavaScript that several programs on Web streams share. */
import type { Load } from "../node/index.ts";
import { at, busy, type Source, said } from "../source-text.ts";

/** `new WritableStream` with a consumer that works on one element at a time. */
export function writableCode(
  { consumerDelayMs }: Pick<Load, "consumerDelayMs">,
  highWaterMark: number,
): Source {
  return [
    "const sink = new WritableStream({",
    said(at("  async write(element) {", "worker.ready"), { ko: "소비자", en: "consumer" }),
    ...(consumerDelayMs === 0
      ? []
      : [at(`    await sleep(${consumerDelayMs});`, busy("worker", consumerDelayMs))]),
    "    console.log('done', element);",
    "  },",
    `}, { highWaterMark: ${highWaterMark} });`,
  ];
}
