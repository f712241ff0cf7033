/** The words for a run of Pekko, in its terms: nothing blocks, and a source that is not pulled makes nothing. */
import type { SystemWords } from "../system.ts";

export const pekkoWords: SystemWords = {
  ended: { ko: "완료됨", en: "completed" },
  cancelled: { ko: "아래에서 취소됨", en: "cancelled from below" },
  failed: { ko: "예외로 실패함", en: "failed with an exception" },
  standing: { ko: "스트림의 양 끝이 있는 줄", en: "Where the two ends of the stream are" },
  busy: { ko: "간격을 두거나 처리하는 중", en: "pausing or at work" },
  allEnded: { ko: "스트림이 끝났습니다.", en: "The stream has ended." },
  stuck: {
    ko: "스트림이 끝나지 않았는데 더 일어날 일이 없습니다.",
    en: "The stream has not ended, but nothing is left to happen.",
  },
  endless: {
    ko: "시간이 흐르지 않은 채 이벤트가 한도를 넘어 멈췄습니다. 생산 간격이나 처리 시간을 1ms 이상으로 늘려 보세요.",
    en: "Stopped at the event limit: the source never pauses. Try a pause of 1 ms or more.",
  },
  waits: {
    ko: "대기 시간은 요소가 버퍼에 들어갈 때부터 소비자에게 갈 때까지입니다.",
    en: "The wait runs from entering a buffer until the consumer gets the element.",
  },
  library: { ko: "Pekko Streams에서는", en: "In Pekko Streams" },
  holding: {
    counter: { ko: "멈춤", en: "held" },
    begins: { ko: "요청(pull)이 올 때까지 쉼", en: "waits until it is pulled" },
    returns: { ko: "다시 요청(pull)받음", en: "pulled again" },
  },
  pressure: {
    stop: { ko: "소스가 쉼", en: "source waits" },
    mark: { ko: "소스가 처음 쉼 {n}초", en: "Source first waits at {n} s" },
    paused: {
      ko: "소스가 처음으로 요청을 받지 못해 쉬는 순간에 멈췄습니다.",
      en: "Paused where the source first waits to be pulled.",
    },
  },
};
