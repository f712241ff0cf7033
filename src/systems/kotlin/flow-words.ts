/** The words for a run of flows, where those for channels would be wrong: `emit` waits, not `send`. */
import type { SystemWords } from "../system.ts";

export const flowWords: Pick<SystemWords, "waits" | "library" | "holding" | "pressure"> = {
  waits: {
    ko: "대기 시간은 값이 버퍼에 들어가거나 emit에서 기다리기 시작할 때부터 수집기가 가져갈 때까지입니다.",
    en: "The wait runs from entering the buffer, or from when emit starts to wait, until the collector takes the value.",
  },
  library: { ko: "Kotlin Flow에서는", en: "In Kotlin Flow" },
  holding: {
    counter: { ko: "멈춤", en: "held" },
    begins: { ko: "emit이 기다림", en: "emit waits" },
    returns: { ko: "emit이 돌아옴", en: "emit returned" },
  },
  pressure: {
    stop: { ko: "emit 대기", en: "suspension" },
    mark: { ko: "첫 emit 대기 {n}초", en: "First suspension at {n} s" },
    paused: {
      ko: "emit이 처음 기다리는 순간에 멈췄습니다.",
      en: "Paused where emit waits for the first time.",
    },
  },
};
