/** The words for a run of Web streams, in their terms; they run in Node's event loop. */
import { nodeWords } from "../node/words.ts";
import type { SystemWords } from "../system.ts";

export const webWords: SystemWords = {
  ...nodeWords,
  cancelled: { ko: "스트림이 취소됨", en: "cancelled" },
  pressure: {
    stop: { ko: "ready 대기", en: "pending ready" },
    mark: { ko: "첫 ready 대기 {n}초", en: "First pending ready at {n} s" },
    paused: {
      ko: "writer.ready가 처음으로 기다리라고 한 순간에 멈췄습니다.",
      en: "Paused where writer.ready first becomes pending, that is, asks the writer to wait.",
    },
  },
  library: { ko: "웹 스트림에서는", en: "In Web streams" },
};
