import { intParam } from "../../params/index.ts";

/** The `delay` at the end of a program's body, which the text takes for the end of the program. */
export const bodyMsParam = intParam({
  key: "bodyMs",
  link: "body",
  label: { ko: "본문 끝의 delay", en: "Delay at the end of main" },
  help: {
    ko: "main의 본문이 코루틴들을 띄운 뒤 쉬는 시간. 코루틴이 남아 있으면 프로그램은 그 뒤에도 끝나지 않습니다.",
    en: "How long the body of main pauses after it launched the coroutines. While one of them is left the program goes on after it.",
  },
  unit: "ms",
  min: 0,
  max: 100000,
  default: 5000,
  scale: "log",
  change: "structural",
});
