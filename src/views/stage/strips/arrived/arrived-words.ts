/** Words of the strip of arrivals. */
import type { Text } from "../../../../i18n/index.ts";

export const arrivedWords = {
  arrived: { ko: "도착", en: "arrived" },
  made: { ko: "만듦", en: "made" },
  kind: { ko: "종류", en: "kind" },
} as const satisfies Record<string, Text>;
