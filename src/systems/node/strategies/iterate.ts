import type { Load } from "../../load.ts";
import { at, busy, indented, type Source, said } from "../../source-text.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import { pauseCode, producerLoop, readableCode } from "../code.ts";
import { defineStreamStrategy } from "../define-strategy.ts";
import { type AsyncSteps, forAwait, Readable, timedSource } from "../index.ts";
import { heedsParam, readableMarkParam } from "../params.ts";
import type { Program } from "../program.ts";
import { node } from "../system.ts";
import { readableBuffer } from "../topology.ts";

/** A slow `for await` over a Readable whose source makes elements when asked, or pushes them at its own pace. */
export const nodeIterate = defineStreamStrategy({
  id: "node-iterate",
  system: node,
  version: "library",
  name: { ko: "Node.js for await", en: "Node.js for await" },
  summary: {
    ko: "for await는 읽는 쪽만 늦춥니다. 요청받아 만드는 소스는 따라서 기다리지만, 스스로 push하는 소스는 버퍼를 끝없이 채웁니다.",
    en: "for await slows down only the reader. A source that makes what is requested waits too; one that pushes by itself fills the buffer without end.",
  },
  advice: {
    ko: "가장 읽기 쉬운 방법입니다. 소스가 파일이나 소켓처럼 요청을 따를 때 쓰세요. 이벤트를 그대로 push한다면 push()의 답을 따르거나, 무엇을 버릴지 정해야 합니다.",
    en: "The most readable way, for sources that respect requests, such as files and sockets. If you push events as they come, respect the answer of push() or decide what to drop.",
  },
  // A Readable makes its source wait by not asking it; the answer of `push` is ignored by the source that pushes.
  words: { pressure: null },
  params: [readableMarkParam, heedsParam],
  lines: { done: "done {0}" },
  echo: { done: "done" },
  guarantees: ({ heeds, readableMark }) => ({
    // A source that takes no time is asked for the next element right before one is taken.
    maxBuffered: heeds === "answer" ? readableMark + 1 : Number.POSITIVE_INFINITY,
    lossless: true,
    producerWaits: heeds === "answer",
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ heeds, readableMark }) =>
    chain(
      SOURCE,
      heeds === "answer" ? "request" : "none",
      readableBuffer("Readable", readableMark),
      "suspend",
      WORKERS,
    ),
  launch(program) {
    const { clock, values } = program;
    const options = { highWaterMark: values.readableMark, station: program.lastBuffer("readable") };
    const source =
      values.heeds === "answer"
        ? timedSource(clock, {
            ...options,
            produceMs: program.produceMs,
            count: program.total,
            source: { ...program.buffer("readable"), ...program.producer },
            ended: program.producerEnded,
            upstream: program.connection("source", "readable"),
          })
        : new Readable<number>(clock, { ...options, read: () => {} });
    const work = () => {
      const loop = { workMs: program.workMs, take: 0, station: program.worker() };
      forAwait(source, loop).react(program.workerEnded);
    };
    if (values.heeds === "nothing") program.run(pushing(program, source), work);
    else work();
  },
  source: (values) => [
    "import { Readable } from 'node:stream';",
    ...(values.producerDelayMs * (values.heeds === "nothing" ? 1 : 0) + values.consumerDelayMs > 0
      ? ["import { setTimeout as sleep } from 'node:timers/promises';"]
      : []),
    "",
    ...(values.heeds === "answer"
      ? readableCode(values, values.readableMark)
      : pushingCode(values, values.readableMark)),
    "",
    said(at("for await (const element of source) {", "worker.ready"), {
      ko: "소비자",
      en: "consumer",
    }),
    ...(values.consumerDelayMs === 0
      ? []
      : [at(`  await sleep(${values.consumerDelayMs});`, busy("worker", values.consumerDelayMs))]),
    "  console.log('done', element);",
    "}",
  ],
});

/** The source that pushes at its own pace. */
function* pushing(program: Program, source: Readable<number>): AsyncSteps<void> {
  for (let element = 0; element < program.total; element++) {
    program.producer.made(element);
    source.push(element);
    yield* program.pause();
  }
  source.push(null);
  program.producerEnded();
}

function pushingCode(values: Load, highWaterMark: number): Source {
  return [
    "const source = new Readable({",
    "  objectMode: true,",
    `  highWaterMark: ${highWaterMark},`,
    "  read() {},",
    "});",
    "",
    "async function produce() {",
    ...indented([producerLoop(values)], 2),
    said(at("    source.push(element);", "producer.ready"), {
      ko: "무엇이라 답하든",
      en: "whatever it answers",
    }),
    ...indented(pauseCode(values), 2),
    "  }",
    ...(values.count === 0 ? [] : ["  source.push(null);"]),
    "}",
    "produce();",
  ];
}
