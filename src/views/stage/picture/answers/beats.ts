/** For a fast producer: every beat of the wanted rhythm, with the element made at it, or an outline if none was. */

import { tenths } from "../pen.ts";
import { beatsOf } from "../rhythm.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: { ko: "만들려던 요소", en: "What the producer wants to make" },
  legend: { ko: "빈 칸: 만들지 못한 요소", en: "outline: never made" },
} as const;

const BEATS = 22;

export const beats: Answer = {
  id: "beats",
  applies: ({ topology, pauseMs }) =>
    pauseMs > 0 &&
    topology.stations[1]?.kind === "buffer" &&
    topology.connections.some(({ from, pressure }) => from === 0 && pressure !== "none"),
  open: () => ({
    share: 0.27,
    draw(pen, box) {
      const { figure, titleX, titleY } = partsOf(pen, box);
      const source = pen.moment.state.stations[0];
      if (source === undefined) return;
      const found = beatsOf(pen, source, BEATS);
      const pitch = figure.width / BEATS;
      const size = Math.max(0, Math.min(pitch * 0.84, figure.height));
      const y = figure.y + Math.min(figure.height, size * 1.2) / 2;
      const right = figure.x + figure.width - pitch / 2;
      let missed = "";
      for (const { ago, element } of found) {
        const x = right - ago * pitch;
        if (x - size / 2 < figure.x) continue;
        if (element >= 0)
          pen.token(element, { x, y }, size, { role: "made", fixed: true, copy: true });
        else
          missed += `M${tenths(x - size / 2)} ${tenths(y - size / 2)}h${tenths(size)}v${tenths(size)}h${tenths(-size)}z`;
      }
      if (missed !== "") pen.movingPath("beats-missed", "held", "missed", missed, 1.7);
      const width = pen.write({
        key: "beats-title",
        x: titleX,
        y: titleY,
        texts: [pen.say(words.title)],
        room: figure.width,
        anchor: "start",
        weight: "strong",
      });
      if (missed === "") return;
      pen.write({
        key: "beats-legend",
        x: titleX + width + pen.text,
        y: titleY,
        texts: [pen.say(words.legend)],
        room: figure.width - width - pen.text,
        anchor: "start",
        role: "held",
        weight: "strong",
      });
    },
  }),
};
