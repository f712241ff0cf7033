/** Levels of service: one bar per level, with the current one lit; each higher level rejects one more kind. */
import { drawGateBody, gateReach } from "../gate-body.ts";
import { exitOf, gaugeOf, ownNameOr, type StationDrawing } from "../site.ts";

const words = {
  name: { ko: "서비스 단계", en: "Service level" },
  shortName: { ko: "단계", en: "Level" },
} as const;

export const levels: StationDrawing<"levels"> = {
  kind: "levels",
  needs: () => ({ least: 6, ideal: 11, grow: 0.5 }),
  names: (station) => ownNameOr(station, words.name, words.shortName),
  spot: ({ slot }) => exitOf(slot),
  reach: gateReach,
  draw(site) {
    const { pen, station, number } = site;
    const level = Math.max(0, gaugeOf(site, 0, 0));
    const now = station.levels[level];
    const role = level === 0 ? "done" : level === station.levels.length - 1 ? "lost" : "working";
    const box = drawGateBody(site, [[now === undefined ? "" : pen.say(now)]], role);
    const count = Math.max(1, station.levels.length);
    const pitch = box.height / count;
    station.levels.forEach((_, i) => {
      // The higher the level, the less gets through, so the narrower its bar.
      const width = box.width * (1 - (0.62 * i) / count);
      pen.rect(
        `level-${number}-${i}`,
        i === level ? role : "quiet",
        i === level ? "solid" : "bed",
        {
          x: box.x + (box.width - width) / 2,
          y: box.y + i * pitch + pitch * 0.14,
          width,
          height: pitch * 0.72,
        },
        pitch * 0.2,
      );
    });
  },
};
