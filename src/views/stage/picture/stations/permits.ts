/** A semaphore: a peg for each permit, hollow if it is taken. */
import { drawGateBody, gateReach } from "../gate-body.ts";
import { drawPlaces } from "../places.ts";
import { exitOf, gaugeOf, ownNameOr, type StationDrawing } from "../site.ts";

const words = {
  name: { ko: "세마포어", en: "Semaphore" },
  free: { ko: "허가 {n}/{of} 남음", en: "{n} of {of} permits free" },
  short: { ko: "{n}/{of}", en: "{n}/{of} free" },
} as const;

export const permits: StationDrawing<"permits"> = {
  kind: "permits",
  needs: () => ({ least: 5, ideal: 9, grow: 0.4 }),
  names: (station) => ownNameOr(station, words.name),
  spot: ({ slot }) => exitOf(slot),
  reach: gateReach,
  draw(site) {
    const { pen, station, number } = site;
    const free = Math.max(0, gaugeOf(site, 0, station.total));
    const values = { n: pen.count(free), of: pen.count(station.total) };
    const box = drawGateBody(site, [[pen.say(words.free, values), pen.say(words.short, values)]]);
    drawPlaces(pen, {
      key: `permits-${number}`,
      box,
      count: station.total,
      filled: free,
      role: "permit",
      form: "round",
    });
  },
};
