import { at, busy, type Source, said } from "../../source-text.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import { pauseCode, producerLoop, writableCode } from "../code.ts";
import { defineStreamStrategy } from "../define-strategy.ts";
import { awaited, once, timedWork, Writable } from "../index.ts";
import { highWaterMarkParam, writeHeedsParam } from "../params.ts";
import { node } from "../system.ts";
import { writableBuffer } from "../topology.ts";

/** A producer that calls `write` on a slow Writable, and heeds or ignores its answer. */
export const nodeWrite = defineStreamStrategy({
  id: "node-write",
  system: node,
  version: "library",
  name: { ko: "Node.js write()", en: "Node.js write()" },
  summary: {
    ko: "write()는 언제나 받아 둡니다. 기준선에 이르면 false를 돌려주고, 생산자가 그 답을 따를 때만 'drain'까지 기다리거나 거절합니다.",
    en: "write() accepts everything. From the mark on, it returns false, and only a producer that respects this waits, or refuses, until 'drain'.",
  },
  advice: {
    ko: "false를 받으면 'drain'을 기다려야 합니다. 직접 기다리는 것보다 pipeline에 맡기는 편이 안전합니다. 답을 무시하면 오류 없이 메모리가 찹니다.",
    en: "After false, wait for 'drain'; safer still, leave it to pipeline. A producer that ignores the answer fills the memory without any error.",
  },
  params: [highWaterMarkParam, writeHeedsParam],
  lines: { full: "full at {0}", drain: "drain", refused: "refused {0}", done: "done {0}" },
  echo: { done: "done" },
  guarantees: ({ heeds, highWaterMark }) => ({
    // The stream also counts the element that is being worked on.
    maxBuffered: heeds === "nothing" ? Number.POSITIVE_INFINITY : highWaterMark - 1,
    lossless: heeds !== "refuses",
    producerWaits: heeds === "answer",
    inOrder: true,
    keeps: heeds === "refuses" ? "oldest" : "all",
  }),
  topology: ({ highWaterMark }) =>
    chain(SOURCE, "signal", writableBuffer("Writable", highWaterMark), "suspend", WORKERS),
  launch(program) {
    const { clock, values, producer } = program;
    const sink = new Writable<number>(clock, {
      highWaterMark: values.highWaterMark,
      write: timedWork(clock, program.workMs, program.worker()),
      givesWay: true,
      station: program.lastBuffer("writable"),
      upstream: program.connection("source", "writable"),
    });
    sink.on("finish", program.workerEnded);
    program.run(
      (function* () {
        for (let element = 0; element < program.total; element++) {
          producer.made(element);
          if (values.heeds === "refuses" && sink.writableNeedDrain) {
            program.print("refused", element);
            program.refuse(element);
            yield* program.pause();
            continue;
          }
          const mayGoOn = sink.write(element);
          if (values.heeds === "answer" && !mayGoOn) {
            program.print("full", sink.writableLength);
            program.waits();
            yield* awaited(once(clock, sink, "drain"));
            program.print("drain");
          }
          yield* program.pause();
        }
        sink.end();
        program.producerEnded();
      })(),
    );
  },
  source: (values) => [
    ...(values.heeds === "answer" ? ["import { once } from 'node:events';"] : []),
    "import { Writable } from 'node:stream';",
    ...(values.producerDelayMs > 0
      ? ["import { setTimeout as sleep } from 'node:timers/promises';"]
      : []),
    "",
    ...writableCode(values, values.highWaterMark),
    "",
    producerLoop(values),
    ...WRITING[values.heeds],
    ...pauseCode(values),
    "}",
    ...(values.count === 0 ? [] : ["sink.end();"]),
  ],
});

const WRITING: Readonly<Record<"answer" | "nothing" | "refuses", Source>> = {
  answer: [
    at("  if (!sink.write(element)) {", "producer.ready"),
    "    console.log('full at', sink.writableLength);",
    at("    await once(sink, 'drain');", busy("producer", 0)),
    "    console.log('drain');",
    "  }",
  ],
  nothing: [
    said(at("  sink.write(element);", "producer.ready"), {
      ko: "무엇이라 답하든",
      en: "whatever it answers",
    }),
  ],
  refuses: [
    "  if (sink.writableNeedDrain) console.log('refused', element);",
    at("  else sink.write(element);", "producer.ready"),
  ],
};
