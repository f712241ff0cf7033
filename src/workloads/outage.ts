/** A service that fails now and then, and is down completely for a while. */
import type { Random } from "../kernel/index.ts";
import { intParam } from "../params/index.ts";

export const failPercentParam = intParam({
  key: "failPercent",
  link: "fp",
  label: { ko: "호출 실패 확률", en: "Call failure rate" },
  help: {
    ko: "서비스가 살아 있을 때 호출 하나가 실패할 확률.",
    en: "The probability that a call fails while the service is up.",
  },
  unit: "percent",
  min: 0,
  max: 100,
  default: 5,
  change: "live",
});

export const downFromMsParam = intParam({
  key: "downFromMs",
  link: "df",
  label: { ko: "장애 시작", en: "Outage start" },
  help: {
    ko: "이 시각부터 서비스가 죽어 모든 호출이 실패합니다.",
    en: "From this time on, the service is down: every call fails.",
  },
  unit: "ms",
  min: 0,
  max: 600000,
  default: 2000,
  scale: "log",
  change: "live",
});

export const downToMsParam = intParam({
  key: "downToMs",
  link: "dt",
  label: { ko: "장애 끝", en: "Outage end" },
  help: {
    ko: "이 시각에 서비스가 회복됩니다. 시작보다 이르면 장애가 없습니다.",
    en: "At this time the service is back. If it is before the start, there is no outage.",
  },
  unit: "ms",
  min: 0,
  max: 600000,
  default: 4000,
  scale: "log",
  change: "live",
});

export interface OutageValues {
  readonly failPercent: number;
  readonly downFromMs: number;
  readonly downToMs: number;
}

/** Whether a call made at `nowMs` fails. It always draws one random number, so that an outage shifts no later draw. */
export function callFails(values: OutageValues, nowMs: number, random: Random): boolean {
  const unlucky = random.nextDouble() * 100 < values.failPercent;
  return unlucky || (nowMs >= values.downFromMs && nowMs < values.downToMs);
}
