/** Words of the settings, and their units. */
import type { Text } from "../../i18n/index.ts";

export const words = {
  controls: { ko: "설정", en: "Settings" },
  more: { ko: "설정 더 보기", en: "More settings" },
  fewer: { ko: "설정 줄이기", en: "Fewer settings" },
  help: { ko: "{name} 설명", en: "About: {name}" },
  reset: { ko: "{name}: 처음 값({value}) 되돌리기", en: "{name}: back to {value}" },
  range: { ko: "{min}–{max}", en: "{min}–{max}" },
  perSec: { ko: "= 초당 {n}", en: "= {n} per second" },
  noPause: { ko: "쉬지 않음", en: "no pause" },
  live: { ko: "지금부터 적용", en: "acts from now on" },
  structural: { ko: "처음부터 다시 실행", en: "replays the run" },
  value: { ko: "{name} 값", en: "{name}, value" },
  ms: { ko: "ms", en: "ms" },
  s: { ko: "초", en: "s" },
  elements: { ko: "개", en: "elements" },
  workers: { ko: "개", en: "workers" },
  percent: { ko: "%", en: "%" },
  KiB: { ko: "KiB", en: "KiB" },
  MiB: { ko: "MiB", en: "MiB" },
  none: { ko: "", en: "" },
  seed: { ko: "시드", en: "Seed" },
  seedHelp: {
    ko: "같은 시드는 같은 무작위 수를 줍니다.",
    en: "The same seed gives the same random numbers.",
  },
  newSeed: { ko: "새 시드", en: "New seed" },
  refused: {
    ko: "{given} 값은 쓸 수 없습니다. {min}에서 {max}까지의 정수만 됩니다. {used} 값으로 두었습니다.",
    en: "{given} can't be used: a whole number from {min} to {max}. It is {used} now.",
  },
} as const satisfies Record<string, Text>;
