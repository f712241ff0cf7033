/** Loads of required, useful and optional work: an element's importance follows from its number. */
import { intParam } from "../params/index.ts";

export const requiredEveryParam = intParam({
  key: "requiredEvery",
  link: "rq",
  label: { ko: "필수 작업 간격", en: "One required in" },
  help: {
    ko: "이 수로 나누어떨어지는 번호의 요소가 필수 작업입니다. 나머지 가운데 짝수 번호는 있으면 좋은 작업, 홀수 번호는 선택 작업입니다.",
    en: "Elements whose number is divisible by this are required. Of the others, the even ones are useful and the odd ones optional.",
  },
  unit: "elements",
  min: 1,
  max: 100,
  default: 4,
  change: "structural",
});

/** The names of the kinds of work, by the kind's number. Work of the first kind may never be shed. */
export const importanceNames = [
  { ko: "필수 작업", en: "required tasks" },
  { ko: "있으면 좋은 작업", en: "useful tasks" },
  { ko: "선택 작업", en: "optional tasks" },
] as const;

/** Returns the kind of an element's work: 0 for required, 1 for useful, 2 for optional. */
export function importanceOf(element: number, requiredEvery: number): 0 | 1 | 2 {
  if (element % requiredEvery === 0) return 0;
  return element % 2 === 0 ? 1 : 2;
}
