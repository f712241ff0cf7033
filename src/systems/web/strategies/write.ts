import { pauseCode, producerLoop } from "../../node/code.ts";
import { awaited, defineStreamStrategy } from "../../node/index.ts";
import { heedsParam, highWaterMarkParam } from "../../node/params.ts";
import { writableBuffer } from "../../node/topology.ts";
import { at, busy, said } from "../../source-text.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import { writableCode } from "../code.ts";
import { web } from "../system.ts";
import { workingSink } from "../working-sink.ts";

/** A producer that writes to a slow WritableStream, and awaits or ignores `writer.ready`. */
export const webWrite = defineStreamStrategy({
  id: "web-write",
  system: web,
  version: "library",
  name: { ko: "웹 스트림 writer.ready", en: "Web streams, writer.ready" },
  summary: {
    ko: "write()는 언제나 받아 둡니다. 기준선에 이르면 writer.ready가 대기 중인 프로미스가 되고, 자리가 하나 나자마자 이행됩니다.",
    en: "write() accepts everything. At the mark, writer.ready becomes a pending promise, which is fulfilled as soon as there is room for one.",
  },
  advice: {
    ko: "쓰기 전에 writer.ready를 기다리면 소비자가 쉬지 않고 버퍼도 기준선을 넘지 않습니다. write()가 돌려주는 프로미스는 그 요소가 처리되었을 때 이행되므로, 그것을 기다리면 한 번에 하나씩만 진행됩니다.",
    en: "Await writer.ready before each write: the consumer never idles, and the buffer stays within its mark. The promise that write() returns is different: it is fulfilled when the element is done, so awaiting it means one at a time.",
  },
  params: [highWaterMarkParam, heedsParam],
  lines: { done: "done {0}" },
  echo: { done: "done" },
  guarantees: ({ heeds, highWaterMark }) => ({
    // One of them is being worked on, except at first, before the stream has started.
    maxBuffered: heeds === "answer" ? highWaterMark : Number.POSITIVE_INFINITY,
    lossless: true,
    producerWaits: heeds === "answer",
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ highWaterMark }) =>
    chain(SOURCE, "signal", writableBuffer("WritableStream", highWaterMark), "suspend", WORKERS),
  launch(program) {
    const { values, producer } = program;
    const sink = workingSink(program, values.highWaterMark, "source");
    const writer = sink.getWriter();
    program.run(
      (function* () {
        for (let element = 0; element < program.total; element++) {
          if (values.heeds === "answer") {
            if (sink.hasBackpressure) program.waits();
            yield* awaited(writer.ready);
          }
          producer.made(element);
          writer.write(element);
          yield* program.pause();
        }
        program.producerEnded();
        yield* awaited(writer.close());
      })(),
    );
  },
  source: (values) => [
    ...(values.producerDelayMs + values.consumerDelayMs > 0
      ? ["import { setTimeout as sleep } from 'node:timers/promises';", ""]
      : []),
    ...writableCode(values, values.highWaterMark),
    "",
    "const writer = sink.getWriter();",
    producerLoop(values),
    ...(values.heeds === "answer"
      ? [
          at("  await writer.ready;", busy("producer", 0)),
          at("  writer.write(element);", "producer.ready"),
        ]
      : [
          said(at("  writer.write(element);", "producer.ready"), {
            ko: "준비되었든 아니든",
            en: "ready or not",
          }),
        ]),
    ...pauseCode(values),
    "}",
    ...(values.count === 0 ? [] : ["await writer.close();"]),
  ],
});
