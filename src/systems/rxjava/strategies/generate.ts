import { intParam } from "../../../params/index.ts";
import {
  LINES,
  PRINTS_REQUESTS,
  prefetchParam,
  queueOf,
  REQUESTED_WORDS,
  subscribe,
} from "../../reactive/index.ts";
import { at, type Source, said } from "../../source-text.ts";
import { type BufferStation, chain, SOURCE, WORKERS } from "../../topology.ts";
import { rxjavaCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { concatMapDelay } from "../operators/concat-map-delay.ts";
import { generate } from "../operators/generate.ts";
import { observeOn } from "../operators/observe-on.ts";

const paceParam = intParam({
  key: "paceMs",
  link: "xp",
  label: { ko: "delay로 벌리는 간격", en: "Paced by delay" },
  help: {
    ko: "0이면 요청받은 만큼을 곧바로 만듭니다. 그보다 크면 concatMap 안의 delay가 하나마다 이만큼 쉬게 하여, 요청이 많아도 그보다 빨리 내려가지 않습니다.",
    en: "At 0, whatever is requested is made at once. Above 0, a delay inside concatMap makes each element take this long: however much is requested, elements never come faster.",
  },
  unit: "ms",
  min: 0,
  max: 10000,
  default: 0,
  scale: "log",
  change: "structural",
});

/** The places of `concatMap`: one for the element that is delayed, one for the element requested ahead. */
const PACED: BufferStation = {
  kind: "buffer",
  id: "paced",
  name: { ko: "concatMap", en: "concatMap" },
  capacity: 2,
};

/** A source that makes an element only when one is requested, and `observeOn` before a slow subscriber. */
export const rxGenerate = defineStrategy({
  id: "rx-generate",
  name: { ko: "RxJava generate", en: "RxJava generate" },
  summary: {
    ko: "generate는 요청받은 만큼만 만듭니다. observeOn의 요청이 소스까지 올라가, 자리가 없으면 소스가 쉽니다.",
    en: "generate makes only what was requested. The requests of observeOn reach the source: while there is no room, it rests.",
  },
  advice: {
    ko: "RxJava에서 소스를 늦추는 길은 요청을 따르는 소스(generate, range, 파일, 데이터베이스)뿐입니다. 시간당 몇 개로 묶으려면 concatMap 안에서 delay를 쓰세요.",
    en: "In RxJava, only a source that respects requests can be slowed: generate, range, a file, a database. To limit elements per second, put a delay in concatMap.",
  },
  sourcePauses: false,
  words: REQUESTED_WORDS,
  params: [prefetchParam, paceParam],
  lines: LINES,
  echo: { done: "done" },
  guarantees: ({ prefetch, paceMs }) => ({
    maxBuffered: prefetch + (paceMs > 0 ? PACED.capacity : 0),
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ prefetch, paceMs }) => {
    const source = { ...SOURCE, name: { ko: "generate", en: "generate" } };
    const queue = queueOf("observeOn", prefetch);
    if (paceMs === 0) return chain(source, "request", queue, "request", WORKERS);
    return chain(source, "request", PACED, "request", queue, "request", WORKERS);
  },
  launch(program) {
    const { clock, values } = program;
    const isPaced = values.paceMs > 0;
    const total = values.count > 0 ? values.count : Number.POSITIVE_INFINITY;
    let next = 0;
    const source = generate<number>((emitter) => {
      emitter.onNext(next++);
      if (next === total) emitter.onComplete();
    }, program.sourceStation());
    subscribe(
      program.makingRequested(source, isPaced ? "paced" : "queue"),
      [
        ...(isPaced
          ? [
              concatMapDelay<number>(
                clock,
                values.paceMs,
                program.station("paced"),
                program.connection("source", "paced"),
              ),
            ]
          : []),
        observeOn<number>(
          clock,
          { bufferSize: values.prefetch },
          program.lastStation("queue"),
          program.connection(isPaced ? "paced" : "source", "queue", "requested"),
        ),
      ],
      program.worker(program.connection("queue", "workers")),
    );
  },
  source: (values) => {
    const { count, prefetch, paceMs } = values;
    const source: Source = [
      "var next = 0",
      said(at("Flowable.generate<Int> { emitter ->", "producer.held"), {
        ko: "생산자. 요청이 있을 때만 호출됨",
        en: "producer: called on request",
      }),
      at("    emitter.onNext(next++)", "producer.ready"),
      ...(count === 0 ? [] : [`    if (next == ${count}) emitter.onComplete()`]),
      "}",
    ];
    const paced = `.concatMap({ Flowable.just(it).delay(${paceMs}, MILLISECONDS) }, 1)`;
    return rxjavaCode(values, {
      source,
      operators: [
        ...(paceMs > 0 ? [paced] : []),
        PRINTS_REQUESTS,
        `.observeOn(Schedulers.single(), false, ${prefetch})`,
      ],
      type: "Int",
      hasTimer: false,
    });
  },
});
