/** The network: a tube through which elements travel, each at its own progress; it holds nobody back. */
import { tenths } from "../pen.ts";
import { exitOf, ownNameOr, type StationDrawing, shareOf } from "../site.ts";

const words = {
  name: { ko: "네트워크 (모형)", en: "Network (model)" },
  short: { ko: "네트워크", en: "Network" },
  flying: { ko: "{ms}ms · {n}개 이동 중", en: "{ms} ms · {n} in flight" },
  few: { ko: "{n}개 이동 중", en: "{n} in flight" },
} as const;

/** More elements than this are drawn as a stream of dots. */
const MOST_SEEN = 24;

export const network: StationDrawing<"network"> = {
  kind: "network",
  needs: () => ({ least: 6, ideal: 13, grow: 1.2 }),
  names: (station) => ownNameOr(station, words.name, words.short),
  spot: ({ slot }) => exitOf(slot),
  reach: ({ slot, pen }) => Math.min(slot.bodyHeight * 0.35, pen.text * 1.6) + pen.text * 0.3,
  draw({ pen, slot, station, number, state, told, feet }) {
    const height = Math.max(0, Math.min(slot.bodyHeight * 0.7, pen.text * 3.2));
    const { x, width, y } = slot;
    pen.rect(
      `tube-${number}`,
      "quiet",
      "hollow",
      { x, y: y - height / 2, width, height },
      height / 2,
    );
    const flying = state.carriers.filter(({ activity }) => activity === "busy");
    const way = Math.max(0, width - height);
    const at = (share: number) => ({ x: x + height / 2 + way * share, y });
    if (flying.length > MOST_SEEN) {
      const shift = pen.moment.discrete ? 0 : -(pen.moment.timeMs / pen.moment.speed) * 0.16;
      const d = `M${tenths(at(0).x)} ${tenths(y)}H${tenths(at(1).x)}`;
      pen.movingPath(`tube-${number}-stream`, "made", "stream", d, 7, { shift });
    } else {
      const size = Math.min(height * 0.72, pen.text * 2, (0.9 * way) / Math.max(1, flying.length));
      for (const carrier of flying) {
        const [element] = carrier.hand;
        if (element === undefined) continue;
        const share = shareOf(pen, carrier.sinceMs, carrier.untilMs);
        pen.token(element, at(share), size, { role: "made", fixed: true });
      }
    }
    const middle = x + width / 2;
    const values = {
      ms: pen.count(station.latencyMs),
      n: pen.count(told.carriers.filter(({ activity }) => activity === "busy").length),
    };
    pen.write({
      key: `network-${number}-note`,
      x: middle,
      y: feet[0],
      texts: [pen.say(words.flying, values), pen.say(words.few, values)],
      room: width,
    });
  },
};
