/** The thresholds of alerts, declared like settings; they belong to the page, not to the run. */
import {
  clampParam,
  defaultsOf,
  type IntParam,
  intParam,
  type Unit,
  type Values,
} from "../../params/index.ts";
import { thresholdLinks } from "./threshold-links.ts";

export type ThresholdKey = keyof typeof thresholdLinks;

export type Thresholds = Readonly<Record<ThresholdKey, number>>;

const help = { ko: "0이면 경보를 끕니다.", en: "0 turns the alert off." };

function threshold(
  key: ThresholdKey,
  range: { readonly unit: Unit; readonly max: number; readonly default: number },
  ko: string,
  en: string,
): IntParam<ThresholdKey> {
  const link = thresholdLinks[key];
  return intParam({ key, link, label: { ko, en }, help, min: 0, change: "live", ...range });
}

/** An alert begins above its threshold. Depth has two: one for buffers with a bound, one for those without. */
export const thresholdParams: readonly IntParam<ThresholdKey>[] = [
  threshold("depthPercent", { unit: "percent", max: 99, default: 80 }, "깊이 경보", "Depth alert"),
  threshold(
    "depthElements",
    { unit: "elements", max: 100_000, default: 100 },
    "깊이 경보(무제한 버퍼)",
    "Depth alert (unbounded buffer)",
  ),
  threshold("lossPercent", { unit: "percent", max: 99, default: 1 }, "손실 경보", "Loss alert"),
  threshold(
    "waitMs",
    { unit: "ms", max: 600_000, default: 0 },
    "대기 시간 p99 경보",
    "Wait p99 alert",
  ),
];

/** All thresholds, of which `values` names those that differ from the defaults. */
export function thresholdsOf(values: Values): Thresholds {
  return { ...defaultsOf(thresholdParams), ...values } as Thresholds;
}

/** What differs from the defaults once a threshold has another value. */
export function withThreshold(values: Values, key: ThresholdKey, value: number): Values {
  const param = thresholdParams.find((other) => other.key === key);
  if (param === undefined) return values;
  const allowed = clampParam(param, value);
  const { [key]: _, ...others } = values;
  return allowed === param.default ? others : { ...others, [key]: allowed };
}
