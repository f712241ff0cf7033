/** Words of the stage as a whole. */
import type { Text } from "../../i18n/index.ts";

export const stageWords = {
  invitation: { ko: "눌러서 시작하세요", en: "Press to start" },
} as const satisfies Record<string, Text>;
