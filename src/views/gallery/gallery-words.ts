/** Words of the gallery of scenarios. */
import type { Text } from "../../i18n/index.ts";

export const galleryWords = {
  search: { ko: "찾기", en: "Search" },
  found: { ko: "{n}개 찾음", en: "{n} found" },
  seenOf: { ko: "{all}개 가운데 {n}개를 열어 봤습니다", en: "{n} of {all} opened" },
  seen: { ko: "열어 봄", en: "opened before" },
  plan: { ko: "{goal} · 약 {minutes}분", en: "After this you can {goal} · about {minutes} min" },
  after: { ko: "먼저: {name}", en: "builds on: {name}" },
  point: {
    ko: "순서대로 보면 하나의 수업이 됩니다. 그림에 마우스를 올리면 목표와 시간이 보입니다.",
    en: "In this order they form one course. Point at one to see its goal and how long it takes.",
  },
  none: { ko: "그런 시나리오는 없습니다.", en: "No scenario matches." },
} as const satisfies Record<string, Text>;
