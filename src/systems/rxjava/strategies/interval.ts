import {
  LINES,
  PRINTS_REQUESTS,
  prefetchParam,
  queueOf,
  subscribe,
  UNBOUNDED,
} from "../../reactive/index.ts";
import { at, busy, said } from "../../source-text.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import { rxjavaCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { interval } from "../operators/interval.ts";
import { observeOn } from "../operators/observe-on.ts";

/** A source that can neither wait nor keep a tick: the first one that is not requested fails the stream. */
export const rxInterval = defineStrategy({
  id: "rx-interval",
  name: { ko: "RxJava interval", en: "RxJava interval" },
  summary: {
    ko: "interval은 기다리지도 쌓아 두지도 않습니다. 요청받지 않은 첫 틱에서 MissingBackpressureException으로 끝납니다.",
    en: "interval neither waits nor keeps anything. At the first unrequested tick it ends with a MissingBackpressureException.",
  },
  advice: {
    ko: "시간은 늦출 수 없으므로 interval 바로 뒤에 onBackpressureDrop이나 -Latest를 두세요. 구독자가 늘 더 빠르다면 그대로 써도 됩니다.",
    en: "Time can’t be slowed down: put onBackpressureDrop or -Latest right after interval. Without either, use it only if the subscriber is always faster.",
  },
  params: [prefetchParam],
  lines: {
    ...LINES,
    failed: "MissingBackpressureException: Could not emit value {0} due to lack of requests",
  },
  echo: { done: "done" },
  guarantees: ({ prefetch }) => ({
    maxBuffered: prefetch,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "oldest",
  }),
  topology: ({ prefetch }) =>
    chain(
      { ...SOURCE, name: { ko: "interval", en: "interval" } },
      "request",
      queueOf("observeOn", prefetch),
      "request",
      WORKERS,
    ),
  launch(program) {
    const { clock, values } = program;
    const ticks = interval(
      clock,
      () => program.pausing(),
      values.count > 0 ? values.count : UNBOUNDED,
      program.sourceStation(),
    );
    subscribe(
      program.makingItself(ticks),
      [
        observeOn(
          clock,
          { bufferSize: values.prefetch },
          program.lastStation("queue"),
          program.connection("source", "queue", "requested"),
        ),
      ],
      // The tick that was not requested is the last one that was made.
      program.worker(program.connection("queue", "workers"), () => [
        "failed",
        program.madeCount - 1,
      ]),
    );
  },
  source: (values) => {
    const { count, producerDelayMs, prefetch } = values;
    const call = `Flowable.interval(${producerDelayMs}, MILLISECONDS)`;
    return rxjavaCode(values, {
      source: [
        said(at(call, busy("producer", producerDelayMs), "producer.ready"), {
          ko: "생산자",
          en: "producer",
        }),
      ],
      operators: [
        ...(count === 0 ? [] : [`.take(${count})`]),
        PRINTS_REQUESTS,
        `.observeOn(Schedulers.single(), false, ${prefetch})`,
      ],
      type: "Long",
      hasTimer: false,
    });
  },
});
