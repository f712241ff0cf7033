/** The strip of how long elements waited until they were received: the 50th, 95th and 99th percentiles, in ms. */
import { formatCount, type Language } from "../../../i18n/index.ts";
import { waitsAt, waitsOverTime } from "../../../run/index.ts";
import { curveStrip } from "./curves/curve-strip.tsx";

const words = {
  p50: { ko: "p50", en: "p50" },
  p95: { ko: "p95", en: "p95" },
  p99: { ko: "p99", en: "p99" },
  noUnit: { ko: "", en: "" },
} as const;

const formatMs = (ms: number, language: Language) =>
  Number.isNaN(ms) ? "–" : formatCount(ms, language);

const measure = (field: "p50" | "p95" | "p99", role: string, filled: boolean) => ({
  field,
  name: words[field],
  unit: words.noUnit,
  line: { color: `var(--${role})`, ink: `var(--${role}-ink)`, filled },
  alone: field !== "p99",
  format: formatMs,
});

export const waits = curveStrip({
  id: "waits",
  counts: true,
  leastMax: 10,
  showsCapacity: false,
  alerts: ["wait"],
  source: { at: waitsAt, over: waitsOverTime },
  measures: [
    measure("p99", "held", false),
    measure("p95", "working", false),
    measure("p50", "waiting", true),
  ],
});
