/** The words for a run of Node's streams, in their terms: `write` always returns, so the producer is never held. */
import type { SystemWords } from "../system.ts";

export const nodeWords: SystemWords = {
  ended: { ko: "끝남", en: "finished" },
  cancelled: { ko: "스트림이 폐기됨", en: "destroyed" },
  failed: { ko: "오류로 끝남", en: "ended with an error" },
  standing: { ko: "생산자와 소비자가 있는 줄", en: "Where the producer and the consumer are" },
  busy: { ko: "쉬거나 기다리거나 처리하는 중", en: "pausing, waiting or at work" },
  allEnded: {
    ko: "스트림이 모두 끝났고, 이벤트 루프에 남은 일이 없습니다.",
    en: "The streams have finished; nothing is left in the event loop.",
  },
  stuck: {
    ko: "스트림이 끝나지 않았는데 이벤트 루프에 남은 일이 없습니다.",
    en: "The streams have not finished, but nothing is left in the event loop.",
  },
  endless: {
    ko: "생산자가 한 번도 쉬지 않아 멈췄습니다. 실제 Node.js에서는 이벤트 루프가 막힙니다. 생산 간격이나 처리 시간을 1ms 이상으로 늘려 보세요.",
    en: "Stopped: the producer never pauses; in real Node.js it would block the event loop. Try a pause of 1 ms or more.",
  },
  waits: {
    ko: "대기 시간은 요소가 스트림의 버퍼에 들어갈 때부터 처리가 시작될 때까지입니다.",
    en: "The wait runs from entering a stream’s buffer until work on the element begins.",
  },
  library: { ko: "Node.js에서는", en: "In Node.js" },
  holding: null,
  pressure: {
    stop: { ko: "false 답", en: "answer of false" },
    mark: { ko: "첫 false {n}초", en: "First false at {n} s" },
    paused: {
      ko: "스트림이 처음으로 false를 답해 기다리라고 한 순간에 멈췄습니다.",
      en: "Paused where a stream first answers false, that is, asks the writer to wait.",
    },
  },
};
