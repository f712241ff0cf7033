/** Words of the picture that are used at more than one kind of station. */
import type { Text } from "../../../i18n/index.ts";
import type { Signal } from "../../../trace/index.ts";

export const words = {
  picture: {
    ko: "생산자에서 소비자까지 요소가 지나는 길",
    en: "The path of elements from producer to consumer",
  },
  done: { ko: "완료", en: "Done" },
  heldFor: { ko: "{n} 동안 멈춤", en: "held for {n}" },
  held: { ko: "멈춤", en: "held" },
  heldMany: { ko: "{n}개 멈춤", en: "{n} held" },
  ms: { ko: "{n}ms", en: "{n} ms" },
  seconds: { ko: "{n}초", en: "{n} s" },
  noRequest: { ko: "요청 없음: 내보낼 수 없음", en: "no request: may not emit" },
  noRequestShort: { ko: "요청 없음", en: "no request" },
  requested: { ko: "요청 {n}개 남음", en: "{n} requested" },
  unbounded: { ko: "무제한 요청", en: "unbounded" },
  unboundedLong: { ko: "request(MAX): 무제한", en: "request(MAX): unbounded" },
  full: { ko: "write() → false", en: "write() → false" },
  drain: { ko: "'drain'", en: "'drain'" },
  pause: { ko: "pause()", en: "pause()" },
  resume: { ko: "resume()", en: "resume()" },
  pending: { ko: "ready 대기", en: "ready: pending" },
  ready: { ko: "ready", en: "ready" },
  withheld: { ko: "넘길 수 없음", en: "must wait" },
  released: { ko: "넘김", en: "goes on" },
  lost: { ko: "손실 {n}", en: "lost {n}" },
} as const satisfies Record<string, Text>;

/** Short words for the signals of streams, for narrow ways. */
export const shortSignals: Readonly<Record<Signal, Text>> = {
  full: { ko: "false", en: "false" },
  drain: { ko: "drain", en: "drain" },
  pause: { ko: "멈춤", en: "pause" },
  resume: { ko: "흐름", en: "flows" },
  pending: { ko: "대기", en: "waits" },
  ready: { ko: "ready", en: "ready" },
  withheld: { ko: "대기", en: "waits" },
  released: { ko: "넘김", en: "goes on" },
};
