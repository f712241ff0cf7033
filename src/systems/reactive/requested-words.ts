/** The words for an RxJava or Reactor run whose source emits only what is requested of it, and is held otherwise. */
import type { SystemWords } from "../system.ts";

export const REQUESTED_WORDS: Pick<SystemWords, "holding" | "pressure"> = {
  holding: {
    counter: { ko: "멈춤", en: "held" },
    begins: { ko: "요청을 기다림", en: "waits for a request" },
    returns: { ko: "요청이 와서 다시 만듦", en: "was requested: goes on" },
  },
  pressure: {
    stop: { ko: "요청 대기", en: "wait for a request" },
    mark: { ko: "첫 요청 대기 {n}초", en: "First wait for a request at {n} s" },
    paused: {
      ko: "소스가 요청을 처음 기다리는 순간에 멈췄습니다.",
      en: "Paused where the source first waits for a request.",
    },
  },
};
