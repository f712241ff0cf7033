/** Words of the poster and the loop. */
import type { Text } from "../../i18n/index.ts";

export const posterWords = {
  title: { ko: "파일로", en: "As a file" },
  svg: { ko: "포스터 (SVG)", en: "Poster (SVG)" },
  png: { ko: "포스터 (PNG)", en: "Poster (PNG)" },
  loop: { ko: "움직이는 그림 (영상)", en: "Loop (video)" },
  recording: { ko: "녹화 중… {percent}%", en: "Recording… {percent} %" },
  stop: { ko: "그만두기", en: "Stop" },
  failed: {
    ko: "이 브라우저에서는 이 파일을 만들지 못했습니다. SVG 포스터는 어디서나 만들 수 있습니다.",
    en: "This browser could not create that file. The SVG poster works everywhere.",
  },
  at: { ko: "{time}초", en: "at {time} s" },
} as const satisfies Record<string, Text>;
