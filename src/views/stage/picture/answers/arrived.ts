/** For a conflated channel: a tick for every element that was made, and tokens for the few that arrived. */
import { tenths } from "../pen.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: { ko: "만든 {made}개 가운데 {n}개 도착", en: "{n} arrived of {made} made" },
} as const;

/** The number of elements that are shown, from the last back. */
const SHOWN = 100;

export const arrived: Answer = {
  id: "arrived",
  applies: ({ topology, kinds }) =>
    kinds === null &&
    topology.stations.some((station) => station.kind === "buffer" && station.capacity === 1) &&
    topology.connections.some(({ from, pressure }) => from === 0 && pressure === "none"),
  open(run) {
    return {
      share: 0.3,
      draw(pen, box) {
        const { rows: end, told } = pen.moment;
        const { figure, titleX, titleY } = partsOf(pen, box);
        const made = run.index.lastMade(end, SHOWN);
        const pitch = figure.width / SHOWN;
        const size = Math.max(0, Math.min(pen.text * 2.1, figure.height * 0.5));
        const tall = Math.max(1, figure.height - size * 1.25);
        let ticks = "";
        let links = "";
        let lastX = Number.NEGATIVE_INFINITY;
        made.forEach((element, i) => {
          const x = figure.x + (i + 0.5) * pitch;
          const came = run.index.isReceived(element, end);
          const height = came ? tall : tall * 0.42;
          const top = figure.y + (came ? 0 : tall * 0.29);
          const tick = `M${tenths(x)} ${tenths(top)}v${tenths(height)}`;
          if (!came) ticks += tick;
          else {
            links += tick;
            const at = Math.min(
              Math.max(x, figure.x + size / 2, lastX + size * 1.1),
              figure.x + figure.width - size / 2,
            );
            lastX = at;
            links += `L${tenths(at)} ${tenths(figure.y + tall + size * 0.2)}`;
            const y = figure.y + tall + size * 0.7;
            pen.token(element, { x: at, y }, size, { role: "done", fixed: true, copy: true });
          }
        });
        pen.movingPath("arrived-ticks", "quiet", "thin", ticks, Math.max(1, pitch * 0.3));
        pen.movingPath("arrived-links", "done", "line", links, 2.4);
        const { received, made: all } = told;
        const n = pen.count(received);
        pen.write({
          key: "arrived-title",
          x: titleX,
          y: titleY,
          texts: [pen.say(words.title, { n, made: pen.count(all) })],
          room: figure.width,
          anchor: "start",
          weight: "strong",
        });
      },
    };
  },
};
