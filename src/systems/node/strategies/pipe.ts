import { type Source, said } from "../../source-text.ts";
import { readableCode, transformNames, writableCode } from "../code.ts";
import { defineStreamStrategy } from "../define-strategy.ts";
import { pipe, pipeline, Transform, timedSource, timedWork, Writable } from "../index.ts";
import {
  highWaterMarkParam,
  joinedParam,
  readableMarkParam,
  transformMarkParam,
  transformsParam,
} from "../params.ts";
import type { Program } from "../program.ts";
import { node } from "../system.ts";
import { pipedTopology, transformIds } from "../topology.ts";

interface Marks {
  readonly readableMark: number;
  readonly transformMark: number;
  readonly highWaterMark: number;
  readonly transforms: number;
}

/** A Readable that makes elements when it is asked, through transforms into a slow Writable. */
export const nodePipe = defineStreamStrategy({
  id: "node-pipe",
  system: node,
  version: "library",
  name: { ko: "Node.js pipe, pipeline", en: "Node.js pipe, pipeline" },
  summary: {
    ko: "write()가 false를 돌려주면 pipe가 위쪽을 멈추고, 'drain'이 오면 다시 흐르게 합니다. 소스에는 버퍼마다 기준선까지만 요청이 갑니다.",
    en: "pipe pauses the upstream when write() returns false and resumes it on 'drain'. The source is asked until each buffer is at its mark.",
  },
  advice: {
    ko: "Node.js에서 배압을 얻는 가장 쉬운 방법입니다. 오류와 끝까지 맡기려면 pipe가 아니라 pipeline을 쓰세요. Transform을 이어 붙일 때마다 파이프라인 안의 요소가 늘어납니다.",
    en: "The simplest way to get backpressure in Node.js. Prefer pipeline to pipe: it also handles errors and the end. Each transform adds elements in flight.",
  },
  params: [readableMarkParam, transformMarkParam, highWaterMarkParam, transformsParam, joinedParam],
  lines: { done: "done {0}" },
  echo: { done: "done" },
  guarantees: (values) => ({
    maxBuffered: underWay(values),
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: (values) =>
    pipedTopology({
      ...values,
      names: ["Readable", "Transform", "Writable"],
      countsWithheld: true,
    }),
  launch(program) {
    const { clock, values } = program;
    const { transforms: count, readableMark, transformMark, highWaterMark } = values;
    const ids = Array.from({ length: count }, (_, index) => transformIds(index));
    const into = (index: number) => ids[index]?.input ?? "writable";
    const source = timedSource(clock, {
      highWaterMark: readableMark,
      produceMs: program.produceMs,
      count: program.total,
      source: { ...program.buffer("readable"), ...program.producer },
      ended: program.producerEnded,
      station: program.buffer("readable"),
      upstream: program.connection("source", "readable"),
      downstream: untilEnd(program, "readable", into(0), () => source.readableEnded),
    });
    const transforms = ids.map(({ input, output }, index) => {
      const transform: Transform<number, number> = new Transform<number, number>(clock, {
        writableHighWaterMark: transformMark,
        readableHighWaterMark: transformMark,
        transform: (element, callback) => callback(element),
        writableStation: program.buffer(input),
        readableStation: program.buffer(output),
        upstream: program.connection(index === 0 ? "readable" : outOf(index - 1), input),
        inside: program.connection(input, output),
        downstream: untilEnd(
          program,
          output,
          into(index + 1),
          () => transform.readable.readableEnded,
        ),
      });
      return transform;
    });
    const sink = new Writable<number>(clock, {
      highWaterMark,
      write: timedWork(clock, program.workMs, program.worker()),
      givesWay: true,
      station: program.lastBuffer("writable"),
      upstream: program.connection(count === 0 ? "readable" : outOf(count - 1), "writable"),
    });
    sink.on("finish", program.workerEnded);
    if (values.joined === "pipeline") {
      pipeline(clock, source, transforms, sink, () => undefined);
      return;
    }
    let from = source;
    for (const { writable, readable } of transforms) {
      pipe(from, writable);
      from = readable;
    }
    pipe(from, sink);
  },
  source(values) {
    const names = transformNames(values.transforms);
    const classes = ["Readable", ...(names.length > 0 ? ["Transform"] : []), "Writable"];
    return [
      `import { ${classes.join(", ")} } from 'node:stream';`,
      ...(values.joined === "pipeline" ? ["import { pipeline } from 'node:stream/promises';"] : []),
      "",
      ...readableCode(values, values.readableMark),
      "",
      ...names.flatMap((name) => [...transformCode(name, values.transformMark), ""]),
      ...writableCode(values, values.highWaterMark),
      "",
      values.joined === "pipeline"
        ? `await pipeline(${["source", ...names, "sink"].join(", ")});`
        : `source${[...names, "sink"].map((name) => `.pipe(${name})`).join("")};`,
    ];
  },
});

/** Returns how many elements are under way while the sink is busy, including the one it works on. */
function underWay({ readableMark, transformMark, highWaterMark, transforms }: Marks): number {
  return readableMark + transforms * (2 * transformMark - 1) + highWaterMark;
}

function outOf(index: number): string {
  return transformIds(index).output;
}

/** The log of a connection that is paused and resumed, without the pause that comes with the end. */
function untilEnd(program: Program, from: string, to: string, isOver: () => boolean) {
  const log = program.connection(from, to);
  return {
    ...log,
    signalled: (signal: Parameters<typeof log.signalled>[0]) => {
      if (!isOver()) log.signalled(signal);
    },
  };
}

function transformCode(name: string, highWaterMark: number): Source {
  return [
    `const ${name} = new Transform({`,
    "  objectMode: true,",
    said(`  highWaterMark: ${highWaterMark},`, { ko: "양쪽 각각", en: "for each side" }),
    "  transform(element, encoding, callback) {",
    "    callback(null, element);",
    "  },",
    "});",
  ];
}
