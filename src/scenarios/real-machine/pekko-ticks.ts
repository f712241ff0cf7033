/** Why Pekko's delays are longer on a real machine: `pekko.scheduler.tick-duration` is 10 ms. */
import type { Text } from "../../i18n/index.ts";

export const PEKKO_TICKS: Text = {
  ko: "Pekko의 스케줄러는 10ms 단위로 움직여, 지연이 정해진 시간보다 한두 단위 늦게 끝납니다. 작업 하나하나가 그만큼 길어집니다.",
  en: "Pekko’s scheduler ticks every 10 ms, and a delay ends one or two ticks late. Every piece of work takes that much longer.",
};
