/** For an overload: the heap as a grid of cells, above a line that shows when collections stopped the workers. */
import { heapBytes } from "../../../../run/index.ts";
import { GAUGES } from "../../../../systems/index.ts";
import { tenths } from "../pen.ts";
import type { RunFacts } from "../run-facts.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: { ko: "힙 {used} / {of}MiB (모형)", en: "Heap {used} of {of} MiB (model)" },
  stops: { ko: "GC로 멈춘 때", en: "stopped by GC" },
} as const;

/** The least size of an element, in bytes, at which a few thousand fill a heap. */
const LARGE_BYTES = 64 * 1024;
const MIB = 1024 * 1024;
const STOPPED = GAUGES.workers.indexOf("stoppedUntilMs");
const MOST_CELLS = 512;
const STOPS_MS = 10_000;
const MOST_STOPS = 60;

export const heap: Answer = {
  id: "heap",
  applies: ({ elementBytes, heapBytes: limit }) => limit > 0 && elementBytes >= LARGE_BYTES,
  open: (run) => ({
    share: 0.4,
    draw(pen, box) {
      const { state, told, timeMs, rows: end } = pen.moment;
      const { figure, titleX, titleY } = partsOf(pen, box);
      const stopsHeight = Math.min(pen.text * 0.7, figure.height * 0.12);
      const height = figure.height - stopsHeight * 1.6;
      const perCell = Math.max(run.elementBytes, run.heapBytes / MOST_CELLS);
      const count = Math.max(1, Math.round(run.heapBytes / perCell));
      const pitch = Math.sqrt((figure.width * height) / count);
      const columns = Math.max(1, Math.floor(figure.width / pitch));
      const rows = Math.ceil(count / columns);
      const side = Math.min(figure.width / columns, height / rows);
      const used = Math.min(count, heapBytes(state, run.elementBytes) / perCell);
      const role = used / count > 0.9 ? "lost" : used / count > 0.7 ? "working" : "waiting";
      const dots = { x: figure.x, bottom: figure.y + height, columns, pitch: side } as const;
      pen.dots({ key: "heap-all", role: "quiet", ...dots, count, size: side * 0.8, opacity: 0.25 });
      pen.dots({ key: "heap-used", role, ...dots, count: Math.round(used), size: side * 0.8 });
      let stops = "";
      const y = figure.y + figure.height - stopsHeight / 2;
      const fromMs = Math.max(0, timeMs - STOPS_MS);
      const { trace } = run.history;
      for (const row of lastStops(run, end)) {
        const place = (ms: number) =>
          figure.x + (figure.width * (Math.max(fromMs, ms) - fromMs)) / STOPS_MS;
        const [at, until] = [trace.timeAt(row), Math.min(timeMs, trace.elementAt(row))];
        if (until > fromMs)
          stops += `M${tenths(place(at))} ${tenths(y)}H${tenths(Math.max(place(at) + 1, place(until)))}`;
      }
      // Both rounded down to whole MiB, so that a heap with some space left never reads as full.
      const of = pen.count(Math.floor(run.heapBytes / MIB));
      const usedMiB = pen.count(Math.floor(heapBytes(told, run.elementBytes) / MIB));
      const width = pen.write({
        key: "heap-title",
        x: titleX,
        y: titleY,
        texts: [pen.say(words.title, { used: usedMiB, of })],
        room: figure.width,
        anchor: "start",
        weight: "strong",
        role,
      });
      if (stops === "") return;
      pen.movingPath("heap-stops", "lost", "ink", stops, stopsHeight / pen.scale);
      pen.write({
        key: "heap-stops-word",
        x: titleX + width + pen.text,
        y: titleY,
        texts: [`▬ ${pen.say(words.stops)}`],
        room: figure.width - width - pen.text,
        anchor: "start",
        role: "lost",
      });
    },
  }),
};

/** The rows that report the last times that collections stopped the workers. */
function lastStops({ index, topology }: RunFacts, end: number): number[] {
  return topology.stations.flatMap(({ kind }, number) =>
    kind === "workers"
      ? index.gaugeOf(number, STOPPED).lastBefore(end, MOST_STOPS, () => true)
      : [],
  );
}
