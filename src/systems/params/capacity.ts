import { intParam } from "../../params/index.ts";

/** The capacity of a bounded buffer, which several strategies have. */
export const capacityParam = intParam({
  key: "capacity",
  link: "cap",
  label: { ko: "버퍼 용량", en: "Capacity" },
  help: {
    ko: "버퍼가 담는 요소의 수. 바꾸면 처음부터 다시 실행합니다.",
    en: "How many elements the buffer holds. A change restarts the run.",
  },
  unit: "elements",
  min: 1,
  max: 10000,
  default: 8,
  scale: "log",
  change: "structural",
});
