import { capacityParam } from "../../params/capacity.ts";
import { at, said } from "../../source-text.ts";
import { type BufferStation, chain, SOURCE, WORKERS } from "../../topology.ts";
import { pauseCode, producerLoop, writableCode } from "../code.ts";
import { defineStreamStrategy } from "../define-strategy.ts";
import { timedWork, Writable } from "../index.ts";
import { LIST_FULL } from "../losses.ts";
import { highWaterMarkParam } from "../params.ts";
import { node } from "../system.ts";
import { writableBuffer } from "../topology.ts";

const LIST = "list";

function listOf(capacity: number): BufferStation {
  return { kind: "buffer", id: LIST, name: { ko: "waiting 목록", en: "waiting" }, capacity };
}

/** The program's own list before a slow Writable: it drops its oldest, which no stream does, and writes on 'drain'. */
export const nodeList = defineStreamStrategy({
  id: "node-list",
  system: node,
  version: "library",
  name: { ko: "Node.js 목록과 write()", en: "Node.js list, write()" },
  summary: {
    ko: "스트림은 버리지 않으므로 직접 둔 목록이 버립니다. 스트림이 'drain'을 기다리는 동안 온 것을 n개까지 두고, 넘치면 가장 오래된 것을 버립니다.",
    en: "Streams drop nothing, so a list of your own does: it keeps up to n elements while the stream needs a drain, and drops the oldest of them when it is full.",
  },
  advice: {
    ko: "생산자가 기다릴 수 없고 최근 것이 더 중요할 때 씁니다. 기준선을 1로 두세요. 그보다 크면 스트림 안에 오래된 것이 쌓입니다. n이 1이면 가장 새로운 것 하나만 남습니다.",
    en: "For a producer that can’t wait, where recent elements matter more. Set the mark to 1: above that, old elements pile up inside the stream. With n = 1, only the newest is kept.",
  },
  params: [capacityParam, highWaterMarkParam],
  lines: { dropped: "dropped {0}", done: "done {0}" },
  echo: { done: "done" },
  guarantees: ({ capacity, highWaterMark }) => ({
    // The stream holds as many as its mark, and one of them is being worked on.
    maxBuffered: capacity + highWaterMark - 1,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "newest",
  }),
  topology: ({ capacity, highWaterMark }) =>
    chain(
      SOURCE,
      "none",
      listOf(capacity),
      "signal",
      writableBuffer("Writable", highWaterMark),
      "suspend",
      WORKERS,
    ),
  launch(program) {
    const { clock, values, producer } = program;
    const log = program.buffer(LIST);
    const waiting: number[] = [];
    let isOver = false;
    const sink = new Writable<number>(clock, {
      highWaterMark: values.highWaterMark,
      write: timedWork(clock, program.workMs, program.worker()),
      givesWay: true,
      station: program.lastBuffer("writable"),
      upstream: program.connection(LIST, "writable"),
    });
    const shift = (): number => waiting.shift() as number;
    const writeNext = (): void => {
      while (waiting.length > 0 && !sink.writableNeedDrain) {
        const element = shift();
        log.left(element);
        sink.write(element);
      }
      if (isOver && waiting.length === 0) sink.end();
    };
    sink.on("drain", writeNext);
    sink.on("finish", program.workerEnded);
    program.run(
      (function* () {
        for (let element = 0; element < program.total; element++) {
          producer.made(element);
          if (waiting.length === values.capacity) {
            const oldest = shift();
            log.lost(oldest, LIST_FULL);
            program.print("dropped", oldest);
          }
          waiting.push(element);
          log.entered(element);
          writeNext();
          yield* program.pause();
        }
        isOver = true;
        writeNext();
        program.producerEnded();
      })(),
    );
  },
  source: (values) => [
    "import { Writable } from 'node:stream';",
    ...(values.producerDelayMs > 0
      ? ["import { setTimeout as sleep } from 'node:timers/promises';"]
      : []),
    "",
    ...writableCode(values, values.highWaterMark),
    "",
    "const waiting = [];",
    "let isOver = false;",
    said("function writeNext() {", {
      ko: "쓸 수 있는 만큼 쓰고, 나머지는 'drain'에",
      en: "what may be written now, the rest on 'drain'",
    }),
    "  while (waiting.length > 0 && !sink.writableNeedDrain) {",
    "    sink.write(waiting.shift());",
    "  }",
    "  if (isOver && waiting.length === 0) sink.end();",
    "}",
    "sink.on('drain', writeNext);",
    "",
    producerLoop(values),
    at("  waiting.push(element);", "producer.ready"),
    `  if (waiting.length > ${values.capacity}) console.log('dropped', waiting.shift());`,
    "  writeNext();",
    ...pauseCode(values),
    "}",
    ...(values.count === 0 ? [] : ["isOver = true;", "writeNext();"]),
  ],
});
