/** Words of the strip of a gate's states. */
import type { Text } from "../../../../i18n/index.ts";

export const breakerWords = {
  closed: { ko: "닫힘", en: "closed" },
  halfOpen: { ko: "반열림", en: "half-open" },
  open: { ko: "열림", en: "open" },
  level: { ko: "{n}단계", en: "level {n}" },
  none: { ko: "차단기 없음", en: "no breaker" },
  state: { ko: "상태", en: "state" },
} as const satisfies Record<string, Text>;
