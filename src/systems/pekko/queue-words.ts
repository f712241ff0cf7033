/** The words for a producer that offers to a queue: it is not pulled, but waits for an answer. */
import type { SystemWords } from "../system.ts";

export const queueWords: Pick<SystemWords, "waits" | "holding" | "pressure"> = {
  waits: {
    ko: "대기 시간은 요소가 큐에 들어가거나 offer가 답을 기다리기 시작할 때부터 소비자에게 갈 때까지입니다.",
    en: "The wait runs from when an element enters the queue, or its offer starts to wait, until the consumer gets it.",
  },
  holding: {
    counter: { ko: "멈춤", en: "held" },
    begins: { ko: "offer의 답을 기다림", en: "waits for the answer to offer" },
    returns: { ko: "offer의 답을 받음", en: "its offer was answered" },
  },
  pressure: {
    stop: { ko: "밀린 offer", en: "offer ahead of demand" },
    mark: { ko: "처음 밀린 offer {n}초", en: "First offer ahead of demand at {n} s" },
    paused: {
      ko: "offer가 처음으로 밀린 순간에 멈췄습니다. 답을 기다리거나, 그 요소를 아직 아무도 요청하지 않았습니다.",
      en: "Paused at the first offer ahead of demand: it waits for its answer, or nobody has requested its element yet.",
    },
  },
};
