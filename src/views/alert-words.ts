/** Words of alerts, for all places that show them. */
import type { Text } from "../i18n/index.ts";

export const alertWords = {
  depth: { ko: "버퍼", en: "Buffer" },
  loss: { ko: "손실", en: "Loss" },
  wait: { ko: "대기", en: "Wait" },
  overPercent: { ko: "{n}% 초과", en: "> {n} %" },
  overPieces: { ko: "{n}개 초과", en: "> {n}" },
  overMs: { ko: "p99 > {n}ms", en: "p99 > {n} ms" },
  percent: { ko: "{n}%", en: "{n} %" },
  pieces: { ko: "{n}개", en: "{n} elements" },
  ms: { ko: "{n}ms", en: "{n} ms" },
  said: { ko: "경보, {time}초: {what}.", en: "Alert at {time} s: {what}." },
  saidOfLane: { ko: "경보, {time}초, {lane}: {what}.", en: "Alert at {time} s, {lane}: {what}." },
  monitor: { ko: "모니터", en: "monitor" },
  begins: { ko: "경보 시작: {what}", en: "alert begins: {what}" },
  ends: { ko: "경보 끝: {what}", en: "alert ends: {what}" },
} as const satisfies Record<string, Text>;
