import { intParam } from "../../params/index.ts";

/** The time between two reports of a program's statistics. */
export const reportEveryMsParam = intParam({
  key: "reportEveryMs",
  link: "re",
  label: { ko: "보고 간격", en: "Report interval" },
  help: {
    ko: "통계를 출력하는 코루틴이 한 줄을 출력하고 다음 줄까지 쉬는 시간.",
    en: "How long the monitor pauses between two lines of statistics.",
  },
  unit: "ms",
  min: 10,
  max: 60000,
  default: 1000,
  scale: "log",
  change: "structural",
});
