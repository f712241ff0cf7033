/** Words of the drawer: its tabs, the code, and the events in words. */
import type { Text } from "../../i18n/index.ts";

export const words = {
  copy: { ko: "복사", en: "Copy" },
  copied: { ko: "복사했습니다", en: "Copied" },
  copyFailed: {
    ko: "복사할 수 없습니다. 직접 골라 복사하세요.",
    en: "Copying is not allowed here: select it and copy.",
  },
  follow: { ko: "요소 번호", en: "Element" },
  followHelp: {
    ko: "이 요소가 겪은 일만 봅니다.",
    en: "Shows only what happened to this element.",
  },
  noEvents: { ko: "아직 아무 일도 없습니다.", en: "Nothing has happened yet." },
  time: { ko: "시각", en: "Time" },
  seconds: { ko: "{n}초", en: "{n} s" },
  who: { ko: "누가", en: "Who" },
  what: { ko: "무엇을", en: "What" },
  element: { ko: "요소", en: "Element" },
  producer: { ko: "생산자", en: "producer" },
  worker: { ko: "소비자 {n}", en: "worker {n}" },
  produced: { ko: "만듦", en: "made" },
  accepted: { ko: "버퍼에 들어감", en: "entered the buffer" },
  handedOver: { ko: "기다리던 소비자에게 바로 건넴", en: "handed to a waiting consumer" },
  suspended: { ko: "send가 자리를 기다림", en: "send waits for room" },
  resumed: { ko: "send가 돌아옴", en: "send returned" },
  droppedOldest: { ko: "가장 오래되어 버려짐", en: "dropped as the oldest" },
  droppedLatest: { ko: "자리가 없어 조용히 버려짐", en: "dropped on arrival" },
  droppedRefused: { ko: "trySend가 거절하여 포기함", en: "refused by trySend, let go" },
  droppedUndelivered: { ko: "받을 곳 없이 사라짐", en: "reached nobody" },
  received: { ko: "꺼냄", en: "received" },
  done: { ko: "처리를 마침", en: "done" },
  completed: { ko: "코루틴이 끝남", en: "coroutine ended" },
  cancelled: { ko: "코루틴이 취소됨", en: "coroutine cancelled" },
  failed: { ko: "코루틴이 실패함", en: "coroutine failed" },
} as const satisfies Record<string, Text>;
