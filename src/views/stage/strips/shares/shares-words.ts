/** Words of the strip of shares of time. */
import type { Text } from "../../../../i18n/index.ts";

export const sharesWords = {
  source: { ko: "생산자", en: "producer" },
  workers: { ko: "작업자", en: "workers" },
  sourceBusy: { ko: "생산자 일함", en: "producer at work" },
  sourceHeld: { ko: "생산자 멈춤", en: "producer held" },
  sourceIdle: { ko: "생산자 쉼", en: "producer idle" },
  workersBusy: { ko: "작업자 일함", en: "workers busy" },
  workersHeld: { ko: "작업자 멈춤", en: "workers held" },
  workersIdle: { ko: "작업자 쉼", en: "workers idle" },
  percent: { ko: "{n}%", en: "{n} %" },
} as const satisfies Record<string, Text>;
