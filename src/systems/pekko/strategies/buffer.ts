import { capacityParam } from "../../params/capacity.ts";
import { at } from "../../source-text.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import {
  boundaryParam,
  inputBufferOf,
  inputStations,
  lastStationId,
  withBoundary,
} from "../boundary.ts";
import {
  boundaryCode,
  javaProgram,
  MADE,
  pacedSourceCode,
  pacedSourceImports,
  WORK_IMPORTS,
  workCode,
  workMethod,
} from "../code/java-program.ts";
import { defineStrategy } from "../define-strategy.ts";
import { KEEPS, overflowParam } from "../overflow-param.ts";
import { parallelismParam } from "../parallelism.ts";
import { Buffer } from "../stages/buffer.ts";

/** `buffer` with its six strategies between a paced source and a slow consumer, with or without an async boundary. */
export const pekkoBuffer = defineStrategy({
  id: "pekko-buffer",
  version: "library",
  name: { ko: "Pekko buffer", en: "Pekko buffer" },
  summary: {
    ko: "backpressure면 더 요청하지 않아 소스가 쉽니다. drop…은 계속 요청하며 버리고, fail은 스트림을 끝냅니다.",
    en: "With backpressure, it stops requesting and the source makes nothing. The drop… strategies keep requesting and drop elements; fail ends the stream.",
  },
  advice: {
    ko: "소스가 요청을 따른다면 backpressure 하나로 충분하고, 따로 쓸 코드가 없습니다. 소스를 멈출 수 없을 때만 무엇을 버릴지 고르세요. .async()를 두면 그 아래에 16칸이 더 있다는 것을 잊지 마세요.",
    en: "If the source respects demand, backpressure is all you need, and it takes no code. Choose what to drop only if the source can’t be slowed down. And remember that .async() adds 16 places below.",
  },
  params: [capacityParam, overflowParam, boundaryParam, parallelismParam],
  lines: {
    made: "made {0}",
    received: "received {0}",
    done: "done {0}",
    completed: "completed",
    failed: "Buffer overflow (max capacity was: {0})!",
  },
  guarantees: ({ overflowStrategy, capacity, ...values }) => ({
    maxBuffered: capacity + inputBufferOf(values),
    lossless: overflowStrategy === "backpressure",
    producerWaits: overflowStrategy === "backpressure",
    inOrder: true,
    keeps: KEEPS[overflowStrategy],
  }),
  topology: (values) =>
    chain(
      SOURCE,
      "request",
      {
        kind: "buffer",
        id: "buffer",
        name: { ko: "buffer", en: "buffer" },
        capacity: values.capacity,
      },
      ...inputStations(values),
      "request",
      WORKERS,
    ),
  workers: ({ parallelism }) => parallelism,
  launch(program) {
    const { capacity, overflowStrategy } = program.values;
    const last = lastStationId(program.values, "buffer");
    const log = last === "buffer" ? program.lastStation("buffer") : program.station("buffer");
    const buffer = new Buffer<number>(
      capacity,
      overflowStrategy,
      log,
      program.connection("source", "buffer"),
    );
    const source = withBoundary(program.pacedSource().via(buffer), program, "buffer");
    program.consume(source, last, inputBufferOf(program.values) || undefined, () =>
      program.print("failed", capacity),
    );
  },
  source: (values) =>
    javaProgram(
      {
        imports: [
          ...pacedSourceImports(values),
          ...WORK_IMPORTS,
          "org.apache.pekko.stream.OverflowStrategy",
        ],
        graph: [
          ...pacedSourceCode(values),
          at(
            `.buffer(${values.capacity}, OverflowStrategy.${values.overflowStrategy}())`,
            "producer.held",
          ),
          ...boundaryCode(values),
          ...workCode(values.parallelism),
        ],
        each: 'i -> System.out.println("done " + i)',
        methods: [MADE, workMethod(values)],
      },
      values,
    ),
});
