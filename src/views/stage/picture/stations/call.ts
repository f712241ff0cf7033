/** A service across a network: the request of each worker on its way there, and the response on its way back. */
import { drawGateBody, gateReach } from "../gate-body.ts";
import { tenths } from "../pen.ts";
import { exitOf, ownNameOr, type StationDrawing, shareOf } from "../site.ts";

const words = {
  name: { ko: "네트워크 호출 (모형)", en: "Network call (model)" },
  shorter: { ko: "네트워크 호출", en: "Network call" },
  short: { ko: "호출", en: "Call" },
  waiting: { ko: "{ms}ms · {n}건 호출 중", en: "{ms} ms · {n} held" },
  few: { ko: "{n}건 호출 중", en: "{n} held" },
} as const;

export const call: StationDrawing<"call"> = {
  kind: "call",
  needs: () => ({ least: 5, ideal: 10, grow: 0.5 }),
  names: (station) => ownNameOr(station, words.name, words.shorter, words.short),
  spot: ({ slot }) => exitOf(slot),
  reach: gateReach,
  draw(site) {
    const { pen, slot, station, number, state, told } = site;
    const values = { ms: pen.count(station.latencyMs), n: pen.count(told.held.length) };
    const box = drawGateBody(
      site,
      [[pen.say(words.waiting, values), pen.say(words.few, values)]],
      state.held.length === 0 ? "quiet" : "held",
    );
    const { held } = state;
    const lines = Math.max(1, held.length);
    const pitch = Math.min(box.height / lines, pen.text * 1.6);
    const top = slot.y - ((lines - 1) / 2) * pitch;
    held.forEach(({ sinceMs }, line) => {
      const y = tenths(top + line * pitch);
      const key = `call-${number}-${line}`;
      pen.path(key, "quiet", "thin", `M${tenths(box.x)} ${y}h${tenths(box.width)}`, 1.2);
      const share = shareOf(pen, sinceMs, sinceMs + station.latencyMs);
      // The worker stands to the right: its request travels to the left, and the response back.
      const away = 1 - Math.abs(1 - 2 * share);
      pen.badge(`${key}-word`, "held", { x: box.x + box.width * (1 - away), y }, pitch * 0.62, "");
    });
  },
};
