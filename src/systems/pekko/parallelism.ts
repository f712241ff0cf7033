import { intParam } from "../../params/index.ts";

/** How many elements the consumer of a program works on at once. */
export const parallelismParam = intParam({
  key: "parallelism",
  link: "par",
  label: { ko: "mapAsync의 병렬도", en: "Parallelism of mapAsync" },
  help: {
    ko: "소비자가 한 번에 처리하는 요소의 수. 결과는 들어온 순서대로 나갑니다.",
    en: "How many elements the consumer processes at once. Results are emitted in the order of the elements.",
  },
  unit: "workers",
  min: 1,
  max: 8,
  default: 1,
  change: "structural",
});
