/** Retry: a row an element, a dot a call; above, how many calls the service sees at once. Waves, or a scatter. */
import { GAUGES } from "../../../../systems/index.ts";
import { RowKind } from "../../../../trace/index.ts";
import { Fates } from "../fates.ts";
import { tenths } from "../pen.ts";
import type { RunFacts } from "../run-facts.ts";
import type { Role } from "../shape.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: {
    ko: "호출: 줄마다 요소 하나, 점마다 호출 한 번",
    en: "Calls: a row an element, a dot a call",
  },
  short: { ko: "호출", en: "Calls" },
  answered: { ko: "응답", en: "answered" },
  failed: { ko: "실패", en: "failed" },
} as const;

interface Call {
  readonly row: number;
  readonly ms: number;
  readonly element: number;
  /** The row that the next call for the element, its end or its loss comes with; infinite while it goes on. */
  over: number;
  answered: boolean;
}

const ATTEMPTS = GAUGES.workers.indexOf("attempts");
const SHOWN = 24;
/** The window of time, and how many columns the service's calls are counted in. */
const WINDOW_MS = 8000;
const COLUMNS = 160;

/** The calls of a run: a worker's work right after it took an element, or after it counted an attempt. */
class Calls {
  readonly list: Call[] = [];
  private readonly run: RunFacts;
  private readonly hand = new Map<number, number>();
  private readonly calling = new Set<number>();
  private readonly open = new Map<number, Call>();
  private read = 0;

  constructor(run: RunFacts) {
    this.run = run;
  }

  grow(): void {
    const { rows } = this.run;
    for (; this.read < rows.length; this.read++) this.take(this.read);
  }

  private take(row: number): void {
    const { rows, topology } = this.run;
    const who = rows.whoAt(row);
    const kind = rows.kindAt(row);
    if (kind === RowKind.LEFT) {
      this.hand.set(who, rows.elementAt(row));
      this.calling.add(who);
    } else if (kind === RowKind.GAUGE) {
      const isAttempt =
        rows.detailAt(row) === ATTEMPTS &&
        topology.stations[rows.stationAt(row)]?.kind === "workers";
      if (isAttempt) this.calling.add(who);
    } else if (kind === RowKind.BEGAN && this.hand.has(who)) {
      this.begin(row, who);
    } else if (kind === RowKind.DONE || kind === RowKind.LOST) {
      this.end(row, rows.elementAt(row), kind === RowKind.DONE);
    }
  }

  /** What a worker begins is a call, or the pause after one that failed. */
  private begin(row: number, who: number): void {
    const element = this.hand.get(who) ?? -1;
    if (!this.calling.delete(who)) {
      this.end(row, element, false);
      return;
    }
    const call = {
      row,
      ms: this.run.rows.timeAt(row),
      element,
      over: Number.POSITIVE_INFINITY,
      answered: false,
    };
    this.list.push(call);
    this.open.set(element, call);
  }

  private end(row: number, element: number, answered: boolean): void {
    const call = this.open.get(element);
    if (call === undefined || call.over <= row) return;
    call.over = row;
    call.answered = answered;
  }
}

export const retries: Answer = {
  id: "retries",
  applies: ({ topology }) =>
    topology.stations.some((station) => station.kind === "workers" && (station.attempts ?? 1) > 1),
  open(run) {
    const calls = new Calls(run);
    const fates = new Fates(run);
    return {
      share: 0.52,
      draw(pen, box) {
        calls.grow();
        const { timeMs, rows: end } = pen.moment;
        const { figure, titleX, titleY } = partsOf(pen, box);
        const fromMs = Math.max(0, timeMs - WINDOW_MS);
        const top = figure.height * 0.24;
        const seen = fates
          .lastMade(end, 400)
          .filter(({ received }) => received < end)
          .slice(-SHOWN);
        const rowOf = new Map(seen.map(({ element }, i) => [element, i]));
        const pitch = (figure.height - top) / Math.max(8, seen.length);
        const r = Math.max(1, Math.min(pitch * 0.42, figure.width / 100));
        const dots: Record<"done" | "lost" | "working", string> = {
          done: "",
          lost: "",
          working: "",
        };
        const counts = new Array<number>(COLUMNS).fill(0);
        for (let i = calls.list.length - 1; i >= 0; i--) {
          const call = calls.list[i] as Call;
          if (call.row >= end) continue;
          if (call.ms < fromMs) break;
          const share = (call.ms - fromMs) / WINDOW_MS;
          const column = Math.min(COLUMNS - 1, Math.floor(share * COLUMNS));
          counts[column] = (counts[column] ?? 0) + 1;
          const row = rowOf.get(call.element);
          if (row === undefined) continue;
          const role = call.over >= end ? "working" : call.answered ? "done" : "lost";
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
