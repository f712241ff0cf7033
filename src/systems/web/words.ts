/** What the page says of a run of Web streams, in their own terms: they run in Node's event loop. */
import { nodeWords } from "../node/words.ts";
import type { SystemWords } from "../system.ts";

export const webWords: SystemWords = {
  ...nodeWords,
  cancelled: { ko: "스트림이 취소됨", en: "cancelled" },
  library: { ko: "웹 스트림에서는", en: "In Web streams" },
};
