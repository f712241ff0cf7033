/** Words of the picture. */
import type { Text } from "../../i18n/index.ts";

export const words = {
  producer: { ko: "생산자", en: "Producer" },
  consumer: { ko: "소비자", en: "Consumer" },
  worker: { ko: "소비자 {n}", en: "Worker {n}" },
  buffer: { ko: "버퍼", en: "Buffer" },
  bufferOf: { ko: "버퍼 {n} / {capacity}", en: "Buffer {n} / {capacity}" },
  unlimited: { ko: "무제한 버퍼 · {n}", en: "Unlimited buffer · {n}" },
  elements: { ko: "{n}개", en: "{n} elements" },
  heap: { ko: "힙 {used} (모형: 요소당 {each})", en: "Heap {used} (model: {each} each)" },
  frames: { ko: "▴ 기본 버퍼(64칸)의 {n}배", en: "▴ {n}× a default buffer (64)" },
  wants: { ko: "원래 {n}개/초", en: "wants {n}/s" },
  noPause: { ko: "쉬지 않음", en: "no pause" },
  waitsForConsumer: { ko: "소비자를 기다림", en: "waits for a consumer" },
  waits: { ko: "자리를 기다림", en: "waits for room" },
  making: { ko: "생산 중", en: "producing" },
  finished: { ko: "끝남", en: "finished" },
  failed: { ko: "실패", en: "failed" },
  cancelled: { ko: "취소됨", en: "cancelled" },
  idle: { ko: "기다림", en: "idle" },
  done: { ko: "완료", en: "done" },
  dropped: { ko: "버림", en: "dropped" },
  suspended: { ko: "send 대기", en: "send waits" },
  working: { ko: "처리 중", en: "working" },
  picture: {
    ko: "생산자에서 버퍼를 거쳐 소비자로 가는 흐름",
    en: "The flow from producer through buffer to consumer",
  },
} as const satisfies Record<string, Text>;
