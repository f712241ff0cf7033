/** Words of claim and reality. */
import type { Text } from "../../../i18n/index.ts";

export const realityWords = {
  claimed: { ko: "원문의 주장", en: "What the text claims" },
  believed: { ko: "흔히 하는 생각", en: "What people often believe" },
  happens: { ko: "실제로 일어나는 일", en: "What really happens" },
  written: { ko: "원문 그대로면", en: "As written" },
  meant: { ko: "의도대로 고치면", en: "As intended" },
  here: { ko: "이 페이지의 실행, {end}초까지 전부", en: "the run on this page, all {end} s" },
  elsewhere: {
    ko: "이 페이지에 없음. 처음 설정으로 {end}초까지 전부",
    en: "not on this page: with the scenario’s own settings, all {end} s",
  },
  changed: { ko: "설정이 바뀜", en: "settings changed" },
  none: {
    ko: "원문에는 여기에 프로그램이 없고, 배압을 생산자가 더 빠를 때 생기는 문제라고 정의합니다. 그것은 배압이 아니라 배압이 푸는 문제입니다. 수도관에 비유하면 배압은 넘치는 물이 아니라, 끝을 좁혔을 때 꼭지까지 거꾸로 전해져 물을 덜 나오게 하는 압력입니다. 이 페이지의 주장은 ‘눈여겨볼 것’에 있고, 모두 테스트로 확인합니다.",
    en: "The text has no program here. It defines backpressure as the problem that arises when the producer is faster. That is the problem that backpressure solves, not what it is. In a water pipe, it is not the water that overflows: it is the pressure that travels back from the narrow end to the tap and lets less in. This page's own claims are under “What to notice”, and tests check them.",
  },
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
