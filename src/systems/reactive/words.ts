/** The words for a run of RxJava or Reactor, in the libraries' terms. */
import type { Text } from "../../i18n/index.ts";
import type { SystemWords } from "../system.ts";

/** Returns the words of a library; `library` is the heading over its strategies. */
export function reactiveWords(library: Text): SystemWords {
  return {
    ended: { ko: "완료됨", en: "completed" },
    cancelled: { ko: "구독이 취소됨", en: "subscription cancelled" },
    failed: { ko: "오류로 끝남", en: "ended with an error" },
    standing: { ko: "생산자와 구독자가 있는 줄", en: "Where the producer and the subscriber are" },
    busy: { ko: "쉬거나 처리하는 중", en: "pausing or at work" },
    allEnded: { ko: "스트림이 완료됐습니다.", en: "The stream has completed." },
    stuck: {
      ko: "스트림이 완료되지 않았는데 더 일어날 일이 없습니다.",
      en: "The stream has not completed, but nothing is left to happen.",
    },
    endless: {
      ko: "시간이 흐르지 않은 채 이벤트가 한도를 넘어 멈췄습니다. 생산 간격이나 처리 시간을 1ms 이상으로 늘려 보세요.",
      en: "Stopped at the event limit: the producer never pauses. Try a pause of 1 ms or more.",
    },
    waits: {
      ko: "대기 시간은 요소가 버퍼에 들어갈 때부터 구독자에게 갈 때까지입니다.",
      en: "The wait runs from entering a buffer until the subscriber gets the element.",
    },
    library,
    holding: null,
    pressure: {
      stop: { ko: "요청 없는 요소", en: "unrequested element" },
      mark: { ko: "요청 없이 나온 첫 요소 {n}초", en: "First unrequested element at {n} s" },
      paused: {
        ko: "아무도 요청하지 않은 요소가 처음 나온 순간에 멈췄습니다.",
        en: "Paused where an element that nobody requested is first emitted.",
      },
    },
  };
}
