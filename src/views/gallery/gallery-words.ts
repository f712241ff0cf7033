/** Words of the gallery of scenarios. */
import type { Text } from "../../i18n/index.ts";

export const galleryWords = {
  search: { ko: "찾기", en: "Search" },
  found: { ko: "{n}개 찾음", en: "{n} found" },
  seenOf: { ko: "{all}개 가운데 {n}개를 열어 봤습니다", en: "{n} of {all} opened" },
  seen: { ko: "열어 봄", en: "opened before" },
  none: { ko: "그런 시나리오는 없습니다.", en: "There is no scenario of that name." },
} as const satisfies Record<string, Text>;
