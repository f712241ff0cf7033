/** A buffer that merges: for each result, how many elements it stands for. */
import { RowKind } from "../../../../trace/index.ts";
import { tenths } from "../pen.ts";
import type { RunFacts } from "../run-facts.ts";
import { textWidth } from "../text-size.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: {
    ko: "결과 {n}개, 각각 합친 요소 수",
    en: "{n} results: how many elements each combines",
  },
} as const;

/** So many of the last results are seen. */
const SHOWN = 40;

interface Result {
  readonly row: number;
  readonly weight: number;
}

/** What was done, with its weight: it grows with the trace that it reads. */
class Results {
  readonly list: Result[] = [];
  private readonly run: RunFacts;
  private readonly weights = new Map<number, number>();
  private read = 0;

  constructor(run: RunFacts) {
    this.run = run;
  }

  /** Those of the first `end` rows. */
  before(end: number): readonly Result[] {
    const { rows } = this.run;
    for (; this.read < rows.length; this.read++) this.take(this.read);
    const { list } = this;
    let count = list.length;
    while (count > 0 && (list[count - 1] as Result).row >= end) count--;
    return list.slice(0, count);
  }

  private take(row: number): void {
    const { rows } = this.run;
    const element = rows.elementAt(row);
    const kind = rows.kindAt(row);
    if (kind === RowKind.MERGED) {
      const into = rows.whoAt(row);
      this.weights.set(into, this.weightOf(into) + this.weightOf(element));
      this.weights.delete(element);
    } else if (kind === RowKind.DONE) {
      this.list.push({ row, weight: this.weightOf(element) });
      this.weights.delete(element);
    }
  }

  private weightOf(element: number): number {
    return this.weights.get(element) ?? 1;
  }
}

export const aggregates: Answer = {
  id: "aggregates",
  applies: ({ topology }) =>
    topology.stations.some((station) => station.kind === "buffer" && station.merges === true),
  open(run) {
    const results = new Results(run);
    return {
      share: 0.34,
      draw(pen, box) {
        const { figure, titleX, titleY } = partsOf(pen, box);
        const all = results.before(pen.moment.rows);
        const seen = all.slice(-SHOWN);
        pen.write({
          key: "aggregates-title",
          x: titleX,
          y: titleY,
          texts: [pen.say(words.title, { n: pen.count(all.length) })],
          room: figure.width,
          anchor: "start",
          weight: "strong",
        });
        const pitch = figure.width / SHOWN;
        const line = pen.text * 1.25;
        const floor = figure.y + figure.height;
        const tall = Math.max(1, figure.height - line);
        const most = seen.reduce((sum, { weight }) => Math.max(sum, weight), 4);
        let [single, merged] = ["", ""];
        let labelled = Number.NEGATIVE_INFINITY;
        // The newest stands at the right of those before it; none moves until the strip is full.
        seen.forEach(({ weight }, i) => {
          const x = figure.x + (i + 0.5) * pitch;
          const height = Math.max(2, (tall * weight) / most);
          const width = pitch * 0.62;
          const bar = `M${tenths(x - width / 2)} ${tenths(floor)}v${tenths(-height)}h${tenths(width)}v${tenths(height)}z`;
          if (weight === 1) single += bar;
          else merged += bar;
          const text = pen.count(weight);
          const half = (textWidth(text, pen.text, weight > 1) + pen.text * 0.3) / 2;
          // Where they stand close, those that stand for themselves alone have no number, and others only if there is room.
          if ((weight === 1 && pitch < pen.text * 1.2) || x - half < labelled) return;
          labelled = x + half;
          pen.write({
            key: `aggregates-${i}`,
            x,
            y: floor - height - pen.text * 0.3,
            texts: [text],
            room: 2 * half,
            role: weight === 1 ? "quiet" : "done",
            weight: weight === 1 ? "note" : "strong",
          });
        });
        pen.movingPath("aggregates-single", "quiet", "solid", single, 0);
        pen.movingPath("aggregates-merged", "done", "solid", merged, 0);
        const d = `M${tenths(figure.x)} ${tenths(floor)}h${tenths(figure.width)}`;
        pen.path("aggregates-floor", "quiet", "thin", d, 1.2);
      },
    };
  },
};
