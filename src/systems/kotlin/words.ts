/** The words for a run of coroutines and channels. */
import type { SystemWords } from "../system.ts";

export const kotlinWords: SystemWords = {
  ended: { ko: "코루틴이 끝남", en: "coroutine ended" },
  cancelled: { ko: "코루틴이 취소됨", en: "coroutine cancelled" },
  failed: { ko: "코루틴이 실패함", en: "coroutine failed" },
  standing: { ko: "코루틴이 있는 줄", en: "Where the coroutines are" },
  busy: { ko: "시간을 쓰는 중", en: "taking its time" },
  allEnded: { ko: "모든 코루틴이 끝났습니다.", en: "Every coroutine has ended." },
  stuck: {
    ko: "남은 코루틴이 모두 멈춰 있어 더 진행되지 않습니다.",
    en: "The remaining coroutines are waiting for something that will never come.",
  },
  endless: {
    ko: "시간이 흐르지 않은 채 이벤트가 한도를 넘어 멈췄습니다. 생산 간격이나 처리 시간을 1ms 이상으로 늘려 보세요.",
    en: "Stopped at the event limit: a coroutine never pauses. Try a delay of 1 ms or more.",
  },
  waits: {
    ko: "대기 시간은 요소가 버퍼에 들어가거나 send에서 기다리기 시작할 때부터 꺼내질 때까지입니다.",
    en: "The wait runs from entering the buffer, or from when send starts to wait, until the element is received.",
  },
  library: { ko: "Kotlin 채널을 그대로 쓰면", en: "With a plain Kotlin channel" },
  holding: {
    counter: { ko: "멈춤", en: "held" },
    begins: { ko: "send가 자리를 기다림", en: "send waits for room" },
    returns: { ko: "send가 돌아옴", en: "send returned" },
  },
  pressure: {
    stop: { ko: "send 대기", en: "suspension" },
    mark: { ko: "첫 send 대기 {n}초", en: "First suspension at {n} s" },
    paused: {
      ko: "send가 처음 기다리는 순간에 멈췄습니다.",
      en: "Paused where send waits for the first time.",
    },
  },
};
