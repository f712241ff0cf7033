/** Words of the strip of a gate's states. */
import type { Text } from "../../../../i18n/index.ts";

export const breakerWords = {
  closed: { ko: "CLOSED", en: "CLOSED" },
  halfOpen: { ko: "HALF_OPEN", en: "HALF_OPEN" },
  open: { ko: "OPEN", en: "OPEN" },
  level: { ko: "{n}단계", en: "level {n}" },
  none: { ko: "서킷 브레이커 없음", en: "no breaker" },
  state: { ko: "상태", en: "state" },
} as const satisfies Record<string, Text>;
