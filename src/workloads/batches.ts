/** The time that a batch takes, which is the same however many elements are in it. */
import { intParam } from "../params/index.ts";

export const batchDelayMsParam = intParam({
  key: "batchDelayMs",
  link: "bd",
  label: { ko: "배치 처리 시간", en: "Batch time" },
  help: {
    ko: "배치 하나를 처리하는 시간. 안에 든 요소가 하나든 여럿이든 같습니다.",
    en: "How long one batch takes, whether it holds one element or many.",
  },
  unit: "ms",
  min: 0,
  max: 60000,
  default: 500,
  scale: "log",
  change: "live",
});
