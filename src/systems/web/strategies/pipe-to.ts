import { transformNames } from "../../node/code.ts";
import {
  type AsyncSteps,
  awaited,
  defineStreamStrategy,
  type Load,
  runAsync,
  sleep,
} from "../../node/index.ts";
import {
  highWaterMarkParam,
  readableMarkParam,
  transformMarkParam,
  transformsParam,
} from "../../node/params.ts";
import { pipedTopology, transformIds } from "../../node/topology.ts";
import { at, busy, type Source, said } from "../../source-text.ts";
import { writableCode } from "../code.ts";
import {
  pipeTo,
  promiseCallback,
  type ReadableController,
  ReadableStream,
  TransformStream,
} from "../index.ts";
import { web } from "../system.ts";
import { workingSink } from "../working-sink.ts";

/** A ReadableStream that makes elements when it is asked, through transforms into a slow WritableStream. */
export const webPipe = defineStreamStrategy({
  id: "web-pipe",
  system: web,
  version: "library",
  name: { ko: "웹 스트림 pipeTo", en: "Web streams, pipeTo" },
  summary: {
    ko: "pipeTo는 writer.ready를 기다렸다가 하나를 읽어 씁니다. 끝에서 하나가 처리될 때마다 소스까지 하나씩 움직입니다.",
    en: "pipeTo awaits writer.ready, then reads one and writes it. Each element done at the end lets the others move up by one, all the way from the source.",
  },
  advice: {
    ko: "브라우저와 Node.js에서 같은 코드로 배압을 얻습니다. 기준선이 낮아도(따로 정하지 않으면 1) 소비자는 쉬지 않으므로, 메모리를 아끼기 쉽습니다.",
    en: "The same code gives backpressure in browsers and Node.js. The consumer does not idle even with low marks (1 by default), so little memory is enough.",
  },
  params: [readableMarkParam, transformMarkParam, highWaterMarkParam, transformsParam],
  lines: { done: "done {0}" },
  echo: { done: "done" },
  guarantees: ({ readableMark, transformMark, highWaterMark, transforms }) => ({
    maxBuffered: readableMark + transforms * 2 * transformMark + highWaterMark,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: (values) =>
    pipedTopology({
      ...values,
      names: ["Readable", "Transform", "Writable"],
      countsWithheld: false,
    }),
  launch(program) {
    const { clock, values, producer } = program;
    const { transforms: count, transformMark } = values;
    const ids = Array.from({ length: count }, (_, index) => transformIds(index));
    let next = 0;
    function* pull(controller: ReadableController<number>): AsyncSteps<void> {
      if (next === program.total) {
        controller.close();
        program.producerEnded();
        return;
      }
      const element = next++;
      const produceMs = program.produceMs();
      if (produceMs > 0) {
        producer.began(element, produceMs);
        yield* awaited(sleep(clock, produceMs));
      }
      producer.made(element);
      controller.enqueue(element);
    }
    const source = new ReadableStream<number>(clock, {
      highWaterMark: values.readableMark,
      pull: promiseCallback(clock, (controller) => runAsync(clock, pull(controller))),
      station: program.buffer("readable"),
      upstream: program.connection("source", "readable"),
    });
    const transforms = ids.map(({ input, output }, index) => {
      const waiting = program.buffer(input);
      return new TransformStream<number, number>(clock, {
        writableHighWaterMark: transformMark,
        readableHighWaterMark: transformMark,
        transform: promiseCallback(
          clock,
          (element: number, controller: { enqueue(element: number): void }) => {
            waiting.left(element);
            controller.enqueue(element);
            return null;
          },
        ),
        // An element waits until its transform is called, which may take long.
        writableStation: { ...waiting, passed: waiting.entered, left: () => undefined },
        readableStation: program.buffer(output),
        upstream: program.connection(index === 0 ? "readable" : outOf(index - 1), input),
        inside: program.connection(input, output),
      });
    });
    const sink = workingSink(
      program,
      values.highWaterMark,
      count === 0 ? "readable" : outOf(count - 1),
    );
    let from = source;
    for (const { writable, readable } of transforms) {
      pipeTo(from, writable);
      from = readable;
    }
    pipeTo(from, sink);
  },
  source(values) {
    const names = transformNames(values.transforms);
    const through = names.map((name) => `.pipeThrough(${name})`).join("");
    return [
      ...(values.producerDelayMs + values.consumerDelayMs > 0
        ? ["import { setTimeout as sleep } from 'node:timers/promises';", ""]
        : []),
      ...readableCode(values, values.readableMark),
      "",
      ...names.flatMap((name) => [...transformCode(name, values.transformMark), ""]),
      ...writableCode(values, values.highWaterMark),
      "",
      `await source${through}.pipeTo(sink);`,
    ];
  },
});

function outOf(index: number): string {
  return transformIds(index).output;
}

/** `new ReadableStream` with a producer that makes one element for each call of `pull`. */
function readableCode({ count, producerDelayMs }: Load, highWaterMark: number): Source {
  return [
    "let next = 0;",
    "const source = new ReadableStream({",
    said(at("  async pull(controller) {", "producer.ready"), { ko: "생산자", en: "producer" }),
    ...(count === 0
      ? []
      : [`    if (next === ${count}) {`, "      controller.close();", "      return;", "    }"]),
    "    const element = next++;",
    ...(producerDelayMs === 0
      ? []
      : [at(`    await sleep(${producerDelayMs});`, busy("producer", producerDelayMs))]),
    "    controller.enqueue(element);",
    "  },",
    `}, { highWaterMark: ${highWaterMark} });`,
  ];
}

function transformCode(name: string, highWaterMark: number): Source {
  return [
    `const ${name} = new TransformStream({`,
    "  transform(element, controller) {",
    "    controller.enqueue(element);",
    "  },",
    `}, { highWaterMark: ${highWaterMark} }, { highWaterMark: ${highWaterMark} });`,
  ];
}
