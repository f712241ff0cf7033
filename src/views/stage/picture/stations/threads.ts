/** Threads that the workers behind them share: a square for each, filled while a worker runs on it. */
import { drawGateBody, gateReach } from "../gate-body.ts";
import { drawPlaces } from "../places.ts";
import { exitOf, gaugeOf, ownNameOr, type StationDrawing } from "../site.ts";

const words = {
  name: { ko: "스레드", en: "Threads" },
  free: { ko: "{n}/{of} 비어 있음", en: "{n} of {of} free" },
  held: { ko: "{n}명 멈춤", en: "{n} held" },
} as const;

export const threads: StationDrawing<"threads"> = {
  kind: "threads",
  needs: () => ({ least: 5, ideal: 8, grow: 0.4 }),
  names: (station) => ownNameOr(station, words.name),
  spot: ({ slot }) => exitOf(slot),
  reach: gateReach,
  draw(site) {
    const { pen, station, number, told } = site;
    const free = Math.max(0, gaugeOf(site, 0, station.total));
    const held = told.held.length;
    const freeOnes = pen.say(words.free, { n: pen.count(free), of: pen.count(station.total) });
    // The number held stands first, because it is part of what the counter shows.
    const box = drawGateBody(
      site,
      held === 0 ? [[freeOnes]] : [[pen.say(words.held, { n: pen.count(held) })], [freeOnes]],
      free === 0 ? "held" : "quiet",
    );
    drawPlaces(pen, {
      key: `threads-${number}`,
      box,
      count: station.total,
      filled: station.total - free,
      role: "working",
      form: "square",
    });
  },
};
