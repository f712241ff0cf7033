/** For retries: one row per element, one dot per call; above them, how many calls the service gets at once. */
import { callsOf, readCalls } from "../../../../run/index.ts";
import { tenths } from "../pen.ts";
import type { Role } from "../shape.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: {
    ko: "호출: 줄마다 요소 하나, 점마다 호출 한 번",
    en: "Calls: one row per element, one dot per call",
  },
  short: { ko: "호출", en: "Calls" },
  answered: { ko: "응답", en: "answered" },
  failed: { ko: "실패", en: "failed" },
} as const;

const SHOWN = 24;
/** The length of the window of time, and the number of columns in which the service's calls are counted. */
const WINDOW_MS = 8000;
const COLUMNS = 160;

export const retries: Answer = {
  id: "retries",
  applies: ({ topology }) =>
    topology.stations.some((station) => station.kind === "workers" && (station.attempts ?? 1) > 1),
  open(run) {
    return {
      share: 0.52,
      prepare: (mostRows) => readCalls(run, mostRows),
      draw(pen, box) {
        const calls = callsOf(run);
        const { timeMs, rows: end } = pen.moment;
        const { figure, titleX, titleY } = partsOf(pen, box);
        const fromMs = Math.max(0, timeMs - WINDOW_MS);
        const top = figure.height * 0.24;
        const seen = run.index
          .lastMade(end, 400)
          .filter((element) => run.index.isReceived(element, end))
          .slice(-SHOWN);
        const rowOf = new Map(seen.map((element, i) => [element, i]));
        const pitch = (figure.height - top) / Math.max(8, seen.length);
        const r = Math.max(1, Math.min(pitch * 0.42, figure.width / 100));
        const dots: Record<"done" | "lost" | "working", string> = {
          done: "",
          lost: "",
          working: "",
        };
        const counts = new Array<number>(COLUMNS).fill(0);
        for (let i = calls.length - 1; i >= 0; i--) {
          const call = calls.at(i);
          if (call.row >= end) continue;
          if (call.fromMs < fromMs) break;
          const share = (call.fromMs - fromMs) / WINDOW_MS;
          const column = Math.min(COLUMNS - 1, Math.floor(share * COLUMNS));
          counts[column] = (counts[column] ?? 0) + 1;
          const row = rowOf.get(call.element);
          if (row === undefined) continue;
          const role =
            call.overRow >= end ? "working" : call.outcome === "answered" ? "done" : "lost";
          const y = figure.y + top + (row + 0.5) * pitch;
          const x = figure.x + r + share * (figure.width - 2 * r);
          dots[role] += role === "lost" ? cross(x, y, r) : disc(x, y, r);
        }
        pen.movingPath("calls-lost", "lost", "line", dots.lost, Math.max(1.6, r * 0.5) / pen.scale);
        pen.movingPath("calls-done", "done", "solid", dots.done, 0);
        pen.movingPath("calls-working", "working", "solid-lined", dots.working, 1);
        const most = Math.max(4, ...counts);
        const width = figure.width / COLUMNS;
        const floor = figure.y + top * 0.92;
        const bars = counts
          .map((n, i) =>
            n === 0
              ? ""
              : `M${tenths(figure.x + i * width)} ${tenths(floor)}v${tenths((-n / most) * top * 0.9)}h${tenths(Math.max(2, width * 0.86))}V${tenths(floor)}z`,
          )
          .join("");
        pen.movingPath("calls-seen", "made", "solid", bars, 0);
        pen.path(
          "calls-floor",
          "quiet",
          "thin",
          `M${tenths(figure.x)} ${tenths(floor)}h${tenths(figure.width)}`,
          1.2,
        );
        const titleWidth = pen.write({
          key: "retries-title",
          x: titleX,
          y: titleY,
          texts: [pen.say(words.title), pen.say(words.short)],
          room: figure.width,
          anchor: "start",
          weight: "strong",
        });
        let left = titleX + titleWidth + pen.text;
        for (const [word, role, sign] of [
          ["answered", "done", "●"],
          ["failed", "lost", "✕"],
        ] as const satisfies readonly (readonly ["answered" | "failed", Role, string])[]) {
          left +=
            pen.text +
            pen.write({
              key: `retries-${word}`,
              x: left,
              y: titleY,
              texts: [`${sign} ${pen.say(words[word])}`],
              room: titleX + figure.width - left,
              anchor: "start",
              role,
            });
        }
      },
    };
  },
};

function disc(x: number, y: number, r: number): string {
  return `M${tenths(x - r)} ${tenths(y)}a${tenths(r)} ${tenths(r)} 0 1 1 ${tenths(2 * r)} 0a${tenths(r)} ${tenths(r)} 0 1 1 ${tenths(-2 * r)} 0z`;
}

function cross(x: number, y: number, r: number): string {
  const s = r * 0.8;
  return `M${tenths(x - s)} ${tenths(y - s)}l${tenths(2 * s)} ${tenths(2 * s)}m0 ${tenths(-2 * s)}l${tenths(-2 * s)} ${tenths(2 * s)}`;
}
