/** For a buffer that merges: how many elements each of the last results stands for. */
import { readResults, resultsOf } from "../../../../run/index.ts";
import { tenths } from "../pen.ts";
import { textWidth } from "../text-size.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: {
    ko: "결과 {n}개, 각각 합친 요소 수",
    en: "{n} results: elements combined in each",
  },
} as const;

/** The number of results that are shown, from the last back. */
const SHOWN = 40;

export const aggregates: Answer = {
  id: "aggregates",
  applies: ({ topology }) =>
    topology.stations.some((station) => station.kind === "buffer" && station.merges === true),
  open(run) {
    return {
      share: 0.34,
      prepare: (mostRows) => readResults(run, mostRows),
      draw(pen, box) {
        const { figure, titleX, titleY } = partsOf(pen, box);
        const results = resultsOf(run);
        const count = results.countBefore(pen.moment.rows);
        const first = Math.max(0, count - SHOWN);
        const seen = Array.from({ length: count - first }, (_, i) => results.weightAt(first + i));
        pen.write({
          key: "aggregates-title",
          x: titleX,
          y: titleY,
          texts: [pen.say(words.title, { n: pen.count(count) })],
          room: figure.width,
          anchor: "start",
          weight: "strong",
        });
        const pitch = figure.width / SHOWN;
        const line = pen.text * 1.25;
        const floor = figure.y + figure.height;
        const tall = Math.max(1, figure.height - line);
        const most = Math.max(4, ...seen);
        let [single, merged] = ["", ""];
        let labelled = Number.NEGATIVE_INFINITY;
        // The newest stands to the right of the others; none moves until the strip is full.
        seen.forEach((weight, i) => {
          const x = figure.x + (i + 0.5) * pitch;
          const height = Math.max(2, (tall * weight) / most);
          const width = pitch * 0.62;
          const bar = `M${tenths(x - width / 2)} ${tenths(floor)}v${tenths(-height)}h${tenths(width)}v${tenths(height)}z`;
          if (weight === 1) single += bar;
          else merged += bar;
          const text = pen.count(weight);
          const half = (textWidth(text, pen.text, weight > 1) + pen.text * 0.3) / 2;
          // Where bars are close together, those of single elements have no number, and others only if there is room.
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
