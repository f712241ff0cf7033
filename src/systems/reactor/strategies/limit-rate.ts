import { intParam } from "../../../params/index.ts";
import {
  LINES,
  PRINTS_REQUESTS,
  queueOf,
  REQUESTED_WORDS,
  subscribe,
} from "../../reactive/index.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import { heedingCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { heedingSource } from "../heeding-source.ts";
import { create } from "../operators/create.ts";
import { limitRate } from "../operators/limit-rate.ts";

const highTideParam = intParam({
  key: "highTide",
  link: "ht",
  label: { ko: "highTide", en: "highTide" },
  help: {
    ko: "limitRate가 처음에 요청하는 수.",
    en: "How many elements limitRate requests first.",
  },
  unit: "elements",
  min: 1,
  max: 256,
  default: 8,
  scale: "log",
  change: "structural",
});

const lowTideParam = intParam({
  key: "lowTide",
  link: "lt",
  label: { ko: "lowTide", en: "lowTide" },
  help: {
    ko: "이만큼 내려갈 때마다 이만큼 다시 요청합니다. 0이면 highTide가 모두 내려간 뒤에 그만큼, highTide 이상이면 그 3/4씩 요청합니다.",
    en: "Each time this many have been passed on, this many are requested again. 0: highTide, once all have been passed on; highTide or more: three quarters of it.",
  },
  unit: "elements",
  min: 0,
  max: 256,
  default: 4,
  scale: "log",
  change: "structural",
});

/** A source that heeds demand, and `limitRate`, which splits demand into portions, so that the source has to wait. */
export const reactorLimitRate = defineStrategy({
  id: "reactor-limit-rate",
  name: { ko: "Reactor limitRate", en: "Reactor limitRate" },
  summary: {
    ko: "속도가 아니라 한 번에 요청하는 수를 제한합니다. 요청을 따르는 소스는 요청이 없으면 기다립니다.",
    en: "It limits how many are requested at a time, not a rate. A source that respects requests waits while there are none.",
  },
  advice: {
    ko: "소스가 요청을 따를 때(페이지를 나눠 읽는 저장소, 원격 스트림) 한 번에 얼마씩 읽을지 정합니다. 초당 몇 개로 제한하려면 delayElements나 토큰 버킷을 쓰세요.",
    en: "It sets how much is read at a time from a source that respects requests: a paged store, a remote stream. To limit elements per second, use delayElements or a token bucket.",
  },
  words: REQUESTED_WORDS,
  params: [highTideParam, lowTideParam],
  lines: LINES,
  echo: { done: "done" },
  guarantees: ({ highTide }) => ({
    maxBuffered: highTide,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ highTide }) =>
    chain(SOURCE, "request", queueOf("limitRate", highTide), "request", WORKERS),
  launch(program) {
    const { highTide, lowTide } = program.values;
    subscribe(
      create(program.emittingRequested("queue"), "BUFFER", program.sourceStation()),
      [
        limitRate(
          highTide,
          lowTide,
          program.lastStation("queue"),
          program.connection("source", "queue", "requested"),
        ),
      ],
      program.worker(program.connection("queue", "workers")),
    );
  },
  source: (values) =>
    heedingCode(values, heedingSource(values), [
      PRINTS_REQUESTS,
      `.limitRate(${values.highTide}, ${values.lowTide})`,
    ]),
});
