import {
  LINES,
  PILES_UP,
  PRINTS_REQUESTS,
  prefetchParam,
  queueBelowCreate,
  subscribe,
} from "../../reactive/index.ts";
import { createCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { create } from "../operators/create.ts";
import { observeOn as observeOnOperator } from "../operators/observe-on.ts";

/** A source that emits unasked, and `observeOn` before a slow subscriber: two buffers in a row. */
export const rxObserveOn = defineStrategy({
  id: "rx-observe-on",
  name: { ko: "RxJava observeOn", en: "RxJava observeOn" },
  summary: {
    ko: "observeOn은 큐를 채울 만큼만 요청합니다. 요청받지 않고 나온 요소는 create(BUFFER)가 끝없이 쌓아 둡니다.",
    en: "observeOn requests only what its queue holds. Elements emitted without a request pile up in create(BUFFER), without a bound.",
  },
  advice: {
    ko: "요청을 따르는 소스(generate, 파일, 데이터베이스)라면 observeOn만으로 배압이 이어집니다. 따르지 않는 소스라면 요청은 create에서 멈추므로, 버퍼의 한도나 버리는 규칙을 거기서 정해야 합니다.",
    en: "If the source respects requests (generate, a file, a database), observeOn alone passes on backpressure. If it does not, requests end at create: set a bound or a drop rule there.",
  },
  params: [prefetchParam],
  lines: LINES,
  echo: { done: "done" },
  guarantees: () => PILES_UP,
  topology: ({ prefetch }) => queueBelowCreate("observeOn", prefetch),
  launch(program) {
    const { clock, values } = program;
    subscribe(
      create(program.emitting(), "BUFFER", program.created("overflow")),
      [
        observeOnOperator(
          clock,
          { bufferSize: values.prefetch },
          program.lastStation("queue"),
          program.connection("overflow", "queue", "requested"),
        ),
      ],
      program.worker(program.connection("queue", "workers")),
    );
  },
  source: (values) =>
    createCode(values, "BUFFER", [
      PRINTS_REQUESTS,
      `.observeOn(Schedulers.single(), false, ${values.prefetch})`,
    ]),
});
