import { intParam } from "../../params/index.ts";

/** The `delay` at the end of a program's body. The text assumes that the program ends when it is over. */
export const bodyMsParam = intParam({
  key: "bodyMs",
  link: "body",
  label: { ko: "main 블록 끝의 delay", en: "Delay at the end of main" },
  help: {
    ko: "main 블록이 코루틴들을 실행한 뒤 쉬는 시간. 코루틴이 남아 있으면 프로그램은 그 뒤에도 끝나지 않습니다.",
    en: "How long main pauses after launching the coroutines. If one of them is still running after that, the program continues.",
  },
  unit: "ms",
  min: 0,
  max: 100000,
  default: 5000,
  scale: "log",
  change: "structural",
});
