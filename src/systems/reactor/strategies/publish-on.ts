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
import { publishOn as publishOnOperator } from "../operators/publish-on.ts";

/** A source that emits unasked, and `publishOn` before a slow subscriber: two buffers in a row. */
export const reactorPublishOn = defineStrategy({
  id: "reactor-publish-on",
  name: { ko: "Reactor publishOn", en: "Reactor publishOn" },
  summary: {
    ko: "publishOn은 큐를 채울 만큼만 요청합니다. 요청받지 않고 나온 요소는 create가 끝없이 쌓아 둡니다(기본 BUFFER).",
    en: "publishOn requests only what its queue holds. Elements emitted without a request pile up in create, without a bound (BUFFER is the default).",
  },
  advice: {
    ko: "create의 기본값이 한도 없는 버퍼라는 것을 알고 쓰세요. 소스가 요청을 따르면(sink.onRequest, generate) 아무것도 쌓이지 않습니다.",
    en: "Note that create’s default is an unbounded buffer. If the source respects requests (sink.onRequest, generate), nothing piles up.",
  },
  params: [prefetchParam],
  lines: LINES,
  echo: { done: "done" },
  guarantees: () => PILES_UP,
  topology: ({ prefetch }) => queueBelowCreate("publishOn", prefetch),
  launch(program) {
    const { clock, values } = program;
    subscribe(
      create(program.emitting(), "BUFFER", program.created("overflow")),
      [
        publishOnOperator(
          clock,
          { prefetch: values.prefetch },
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
      `.publishOn(Schedulers.single(), ${values.prefetch})`,
    ]),
});
