/** Words of the page as a whole. */
import type { Text } from "../i18n/index.ts";

export const words = {
  failed: { ko: "이 부분을 불러오지 못했습니다.", en: "This part could not be loaded." },
  again: { ko: "다시 시도", en: "Try again" },
} as const satisfies Record<string, Text>;
