/** Words for adding and taking away lanes. */
import type { Text } from "../../../i18n/index.ts";

export const laneToolWords = {
  add: { ko: "비교하기", en: "Compare" },
  addHelp: {
    ko: "같은 부하에 다른 전략을 나란히 놓습니다.",
    en: "Puts another strategy under the same load beside this one.",
  },
  remove: { ko: "이 줄 없애기", en: "Remove this lane" },
} as const satisfies Record<string, Text>;
