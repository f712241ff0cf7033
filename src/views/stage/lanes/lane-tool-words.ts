/** Words of the menu of a lane. */
import type { Text } from "../../../i18n/index.ts";

export const laneToolWords = {
  menu: { ko: "이 줄", en: "This lane" },
  name: { ko: "이름 (12자까지)", en: "Name (12 characters)" },
  duplicate: { ko: "복제", en: "Duplicate" },
  up: { ko: "위로", en: "Move up" },
  down: { ko: "아래로", en: "Move down" },
  remove: { ko: "이 줄 삭제", en: "Remove this lane" },
} as const satisfies Record<string, Text>;
