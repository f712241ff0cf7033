/** Words of claim and reality. */
import type { Text } from "../../../i18n/index.ts";

export const realityWords = {
  claimed: { ko: "원문(블로그 글)의 주장", en: "What the original blog post claims" },
  believed: { ko: "흔히 하는 생각", en: "What people often believe" },
  happens: { ko: "실제로 일어나는 일", en: "What really happens" },
  written: { ko: "원문 그대로면", en: "As written" },
  meant: { ko: "의도대로 고치면", en: "As intended" },
  here: { ko: "이 페이지의 실행, {end}초까지 전부", en: "the run on this page, all {end} s" },
  elsewhere: {
    ko: "이 페이지에 없음. 처음 설정으로 {end}초까지 전부",
    en: "not on this page: with the scenario’s own settings, all {end} s",
  },
  hereCut: {
    ko: "이 페이지의 실행, 메모리가 차서 기록이 끝난 {end}초까지",
    en: "the run on this page, as far as memory has room for it: {end} s",
  },
  elsewhereCut: {
    ko: "이 페이지에 없음. 처음 설정으로, 메모리가 차서 기록이 끝난 {end}초까지",
    en: "not on this page: with the scenario’s own settings, as far as memory has room for it: {end} s",
  },
  changed: { ko: "설정이 바뀜", en: "settings changed" },
  nothing: {
    ko: "이 설정에서는 비교할 것이 없습니다.",
    en: "With these settings there is nothing to compare.",
  },
  loading: { ko: "실행하고 있습니다.", en: "Running." },
  failed: {
    ko: "비교할 프로그램을 불러오지 못했습니다.",
    en: "The programs to compare with could not be loaded.",
  },
} as const satisfies Record<string, Text>;
