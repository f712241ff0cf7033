/** Words for the life of one element, roughly in the order of its events. */
import type { Text } from "../../../i18n/index.ts";

export const lifeWords = {
  element: { ko: "{n}번: {life}", en: "No. {n}: {life}" },
  notYet: { ko: "아직 만들어지지 않음", en: "not made yet" },
  made: { ko: "{at}초에 만들어짐", en: "made at {at} s" },
  heldFull: { ko: "버퍼가 차서 {for}초 멈춤", en: "held for {for} s by the full buffer" },
  heldRoom: { ko: "자리를 기다리며 {for}초 멈춤", en: "held for {for} s" },
  heldGate: { ko: "게이트에서 {for}초 기다림", en: "waited for {for} s at the gate" },
  heldAnswer: { ko: "네트워크의 답을 {for}초 기다림", en: "waited for {for} s for an answer" },
  network: { ko: "네트워크에서 {for}초", en: "{for} s on the network" },
  waited: { ko: "버퍼에서 {for}초 기다림", en: "waited for {for} s" },
  waitedIn: { ko: "{for}초 기다림({name})", en: "waited for {for} s ({name})" },
  worked: { ko: "{for}초 처리", en: "processed for {for} s" },
  done: { ko: "{at}초에 끝남", en: "done at {at} s" },
  lost: { ko: "{at}초에 손실 ({why})", en: "lost at {at} s ({why})" },
  merged: { ko: "{at}초에 다른 요소에 합쳐짐", en: "merged into another at {at} s" },
} as const satisfies Record<string, Text>;
