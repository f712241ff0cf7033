/** Lines of JavaScript that several programs on streams share. */

import type { Load } from "../load.ts";
import { at, busy, type Source, type SourceLine, said } from "../source-text.ts";

/** The head of the loop of a producer that writes. */
export function producerLoop({ count }: Pick<Load, "count">): SourceLine {
  const goesOn = count === 0 ? "" : `element < ${count}`;
  return said(`for (let element = 0; ${goesOn}; element++) {`, { ko: "생산자", en: "producer" });
}

/** The producer's pause, or nothing if it has none. */
export function pauseCode({ producerDelayMs }: Pick<Load, "producerDelayMs">): Source {
  if (producerDelayMs === 0) return [];
  return [at(`  await sleep(${producerDelayMs});`, busy("producer", producerDelayMs))];
}

/** `new Writable` with a consumer that works on one element at a time. */
export function writableCode(
  { consumerDelayMs }: Pick<Load, "consumerDelayMs">,
  highWaterMark: number,
): Source {
  const done = ["console.log('done', element);", "callback();"];
  const work: Source =
    consumerDelayMs === 0
      ? done.map((line) => `    ${line}`)
      : [
          "    setTimeout(() => {",
          ...done.map((line) => `      ${line}`),
          at(`    }, ${consumerDelayMs});`, busy("worker", consumerDelayMs)),
        ];
  return [
    "const sink = new Writable({",
    "  objectMode: true,",
    `  highWaterMark: ${highWaterMark},`,
    said(at("  write(element, encoding, callback) {", "worker.ready"), {
      ko: "소비자",
      en: "consumer",
    }),
    ...work,
    "  },",
    "});",
  ];
}

/** `new Readable` with a producer that makes one element for each call of `read`. */
export function readableCode({ count, producerDelayMs }: Load, highWaterMark: number): Source {
  const push =
    producerDelayMs === 0
      ? ["    this.push(element);"]
      : [
          "    setTimeout(() => {",
          "      this.push(element);",
          at(`    }, ${producerDelayMs});`, busy("producer", producerDelayMs)),
        ];
  return [
    "let next = 0;",
    "const source = new Readable({",
    "  objectMode: true,",
    `  highWaterMark: ${highWaterMark},`,
    said(at("  read() {", "producer.ready"), { ko: "생산자", en: "producer" }),
    ...(count === 0
      ? []
      : [`    if (next === ${count}) {`, "      this.push(null);", "      return;", "    }"]),
    "    const element = next++;",
    ...push,
    "  },",
    "});",
  ];
}

/** The names of the transforms of a program. */
export function transformNames(transforms: number): readonly string[] {
  if (transforms === 1) return ["transform"];
  return Array.from({ length: transforms }, (_, index) => `transform${index + 1}`);
}
