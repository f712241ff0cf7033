/** Words of claim and reality. */
import type { Text } from "../../../i18n/index.ts";

export const realityWords = {
  claimed: { ko: "글의 주장", en: "What the text claims" },
  believed: { ko: "흔히 하는 생각", en: "What is often believed" },
  happens: { ko: "실제로 일어나는 일", en: "What really happens" },
  written: { ko: "글에 쓰인 대로 하면", en: "As it is written" },
  meant: { ko: "뜻한 대로 하면", en: "As it was meant" },
  here: { ko: "화면의 실행, {end}초까지 전부", en: "the run on this page, all {end} s" },
  elsewhere: {
    ko: "화면에 없음. 처음 설정으로 {end}초까지 전부",
    en: "not on this page: at the scenario’s own settings, all {end} s",
  },
  changed: { ko: "설정이 바뀜", en: "settings changed" },
  none: {
    ko: "이 시나리오는 글에서 온 프로그램이 아니어서 견줄 주장이 없습니다. 이 페이지가 말하는 것은 ‘눈여겨볼 것’에 있고 모두 테스트로 확인됩니다.",
    en: "This scenario is not a program of the text: there is no claim to compare. What the page itself claims stands under “What to notice”, and is checked by tests.",
  },
  nothing: {
    ko: "이 설정에서는 견줄 것이 없습니다.",
    en: "With these settings there is nothing to compare.",
  },
  loading: { ko: "실행하는 중입니다.", en: "Running it." },
  failed: {
    ko: "견줄 프로그램을 불러오지 못했습니다.",
    en: "The programs to compare could not be loaded.",
  },
} as const satisfies Record<string, Text>;
