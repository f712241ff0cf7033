/** Loads whose elements have two priorities: every nth element is high. */
import { intParam } from "../params/index.ts";

export const highEveryParam = intParam({
  key: "highEvery",
  link: "hi",
  label: { ko: "높은 우선순위 간격", en: "One high priority in" },
  help: {
    ko: "이 수로 나누어떨어지는 번호의 요소는 우선순위가 높습니다. 1이면 모두 높습니다.",
    en: "Elements whose number is divisible by this have high priority. 1: all of them.",
  },
  unit: "elements",
  min: 1,
  max: 1000,
  default: 5,
  scale: "log",
  change: "structural",
});

/** Returns an element's priority as the programs print it: 1 is high, 2 is low. */
export function priorityOf(element: number, highEvery: number): 1 | 2 {
  return element % highEvery === 0 ? 1 : 2;
}

/** Returns the two priorities as kinds of elements: 0 is high, 1 is low. */
export function priorityKinds({ highEvery }: { readonly highEvery: number }) {
  return {
    names: [
      { ko: "높은 우선순위", en: "high priority" },
      { ko: "낮은 우선순위", en: "low priority" },
    ],
    of: (element: number) => priorityOf(element, highEvery) - 1,
  };
}
