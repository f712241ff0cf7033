/** The elements on which a service fails: all those in a range of numbers. */
import { intParam } from "../params/index.ts";

export const failParams = [
  intParam({
    key: "failFrom",
    link: "ff",
    label: { ko: "실패 시작 번호", en: "Failures from" },
    help: {
      ko: "이 번호의 요소부터 서비스 호출이 실패합니다. 바꾸면 그때부터 적용됩니다.",
      en: "From this element on, the call to the service fails. A change applies from then on.",
    },
    unit: "none",
    min: 0,
    max: 1000000,
    default: 11,
    scale: "log",
    change: "live",
  }),
  intParam({
    key: "failTo",
    link: "ft",
    label: { ko: "실패 끝 번호", en: "Failures to" },
    help: {
      ko: "이 번호의 요소까지 실패하고 그다음부터는 다시 성공합니다.",
      en: "The last element for which the service fails. From the next one on, it works again.",
    },
    unit: "none",
    min: 0,
    max: 1000000,
    default: 1000000,
    scale: "log",
    change: "live",
  }),
] as const;

/** Whether the service fails on `element`: both ends of the range count. */
export function failsOn(
  element: number,
  { failFrom, failTo }: { readonly failFrom: number; readonly failTo: number },
): boolean {
  return element >= failFrom && element <= failTo;
}
