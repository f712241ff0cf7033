/** Words of the strip of shares of time. */
import type { Text } from "../../../../i18n/index.ts";

export const sharesWords = {
  source: { ko: "생산자", en: "producer" },
  workers: { ko: "소비자", en: "workers" },
  sourceBusy: { ko: "생산자 제 박자", en: "producer in rhythm" },
  sourceHeld: { ko: "생산자 붙들림", en: "producer held" },
  sourceIdle: { ko: "생산자 쉼", en: "producer idle" },
  workersBusy: { ko: "소비자 일함", en: "workers busy" },
  workersHeld: { ko: "소비자 붙들림", en: "workers held" },
  workersIdle: { ko: "소비자 쉼", en: "workers idle" },
} as const satisfies Record<string, Text>;
