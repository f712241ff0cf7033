import { intParam } from "../../params/index.ts";

/** The number of elements in a batch. */
export const batchSizeParam = intParam({
  key: "batchSize",
  link: "bs",
  label: { ko: "배치 크기", en: "Batch size" },
  help: {
    ko: "이만큼 모이면 한꺼번에 처리합니다.",
    en: "This many elements are processed together.",
  },
  unit: "elements",
  min: 1,
  max: 200,
  default: 10,
  scale: "log",
  change: "structural",
});
