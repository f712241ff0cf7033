/** Lines of JavaScript that several programs on Web streams share. */
import type { Load } from "../node/index.ts";
import { at, busy, type Source } from "../source-text.ts";

/** `new WritableStream` with a consumer that works on one element at a time. */
export function writableCode(
  { consumerDelayMs }: Pick<Load, "consumerDelayMs">,
  highWaterMark: number,
): Source {
  return [
    "const sink = new WritableStream({",
    at("  async write(element) {                 // consumer", "worker.ready"),
    ...(consumerDelayMs === 0
      ? []
      : [at(`    await sleep(${consumerDelayMs});`, busy("worker", consumerDelayMs))]),
    "    console.log('done', element);",
    "  },",
    `}, { highWaterMark: ${highWaterMark} });`,
  ];
}
