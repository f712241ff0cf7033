/** A load of log entries: every nth is an ERROR, the others are INFO; each level has its own processing time. */
import { intParam, type ValuesOf } from "../params/index.ts";

export const logParams = [
  intParam({
    key: "errorEvery",
    link: "ee",
    label: { ko: "ERROR 간격", en: "One ERROR in" },
    help: {
      ko: "이 수로 나누어떨어지는 번호의 로그가 ERROR입니다. 1이면 모두 ERROR입니다.",
      en: "Logs whose number is divisible by this are ERRORs. 1: all of them are.",
    },
    unit: "elements",
    min: 1,
    max: 1000,
    default: 10,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "errorDelayMs",
    link: "ed",
    label: { ko: "ERROR 처리 시간", en: "ERROR time" },
    help: {
      ko: "ERROR 로그 하나를 처리하는 데 걸리는 시간.",
      en: "How long a processor takes for one ERROR.",
    },
    unit: "ms",
    min: 0,
    max: 60000,
    default: 50,
    scale: "log",
    change: "live",
  }),
  intParam({
    key: "infoDelayMs",
    link: "id",
    label: { ko: "INFO 처리 시간", en: "INFO time" },
    help: {
      ko: "INFO 로그 하나를 처리하는 데 걸리는 시간.",
      en: "How long a processor takes for one INFO.",
    },
    unit: "ms",
    min: 0,
    max: 60000,
    default: 10,
    scale: "log",
    change: "live",
  }),
] as const;

export type LogValues = ValuesOf<typeof logParams>;

/** Whether log number `element` is an ERROR. */
export function isError(element: number, errorEvery: number): boolean {
  return element % errorEvery === 0;
}

/** Returns the two levels as kinds of elements: 0 is ERROR, 1 is INFO. */
export function logKinds({ errorEvery }: Pick<LogValues, "errorEvery">) {
  return {
    names: [
      { ko: "ERROR 로그", en: "ERROR log" },
      { ko: "INFO 로그", en: "INFO log" },
    ],
    of: (element: number) => (isError(element, errorEvery) ? 0 : 1),
  };
}
