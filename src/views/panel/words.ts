/** Words of the panel: the code, and the event log. */
import type { Text } from "../../i18n/index.ts";

export const words = {
  copy: { ko: "복사", en: "Copy" },
  copied: { ko: "복사했습니다", en: "Copied" },
  copyFailed: {
    ko: "복사할 수 없습니다. 직접 골라 복사하세요.",
    en: "Copying is not allowed here. Select the text and copy it.",
  },
  download: { ko: "{ending}로 내려받기", en: "Download {ending}" },
  aboutCode: {
    ko: "지금 설정으로 이 실행과 똑같이 움직이는 프로그램입니다.",
    en: "A program that behaves exactly like this run, with the current settings.",
  },
  aboutRandomCode: {
    ko: "지금 설정으로 이 실행과 똑같이 움직이는 프로그램입니다. 다만 난수는 이 페이지의 난수와 다릅니다.",
    en: "A program that behaves exactly like this run, with the current settings. Only its random numbers differ from this page's.",
  },
  atLine: { ko: "{n}번째 줄", en: "line {n}" },
  ready: { ko: "다음 단계로 가는 중", en: "between two steps" },
  gate: { ko: "차례를 기다림", en: "waits for its turn" },
  producers: { ko: "생산자 {n}", en: "producers {n}" },
  workers: { ko: "작업자 {n}", en: "workers {n}" },
  sender: { ko: "보내는 코루틴", en: "sender" },
  senders: { ko: "보내는 코루틴 {n}", en: "senders {n}" },
  monitor: { ko: "모니터", en: "monitor" },
  follow: { ko: "요소 번호", en: "Element" },
  pickElement: { ko: "{n}번 요소를 따라가기", en: "Follow element {n}" },
  followHelp: {
    ko: "이 요소가 겪은 일만 봅니다.",
    en: "Shows only what happened to this element.",
  },
  followNone: {
    ko: "{given} 값은 요소 번호가 아니어서 모든 이벤트를 보여 줍니다. 요소 번호는 0 이상의 정수입니다.",
    en: "{given} is not an element number (a whole number, 0 or more): all events are shown.",
  },
  noEvents: { ko: "아직 아무 일도 없습니다.", en: "Nothing has happened yet." },
  time: { ko: "시각", en: "Time" },
  seconds: { ko: "{n}초", en: "{n} s" },
  who: { ko: "누가", en: "Who" },
  what: { ko: "무엇을", en: "What" },
  element: { ko: "요소", en: "Element" },
  producer: { ko: "생산자", en: "producer" },
  worker: { ko: "작업자 {n}", en: "worker {n}" },
} as const satisfies Record<string, Text>;
