/** A token bucket: it fills at its rate up to its burst, and each element takes a token out. */

import type { Station } from "../../../../systems/index.ts";
import { drawGateBody, gateReach } from "../gate-body.ts";
import { tenths } from "../pen.ts";
import { drawPlaces } from "../places.ts";
import { exitOf, gaugeOf, ownNameOr, type Site, type StationDrawing } from "../site.ts";

const words = {
  name: { ko: "토큰 버킷", en: "Token bucket" },
  shortName: { ko: "토큰", en: "Tokens" },
  left: { ko: "토큰 {n}/{of}", en: "{n} of {of} tokens" },
  refills: { ko: "초당 {n}개씩 참", en: "refills {n}/s" },
  short: { ko: "+{n}/초", en: "+{n}/s" },
} as const;

type TokensStation = Extract<Station, { kind: "tokens" }>;

export const tokens: StationDrawing<"tokens"> = {
  kind: "tokens",
  needs: () => ({ least: 5, ideal: 9, grow: 0.4 }),
  names: (station) => ownNameOr(station, words.name, words.shortName),
  spot: ({ slot }) => exitOf(slot),
  reach: gateReach,
  draw(site) {
    const { pen, station, number } = site;
    const now = tokensNow(site);
    // A sum of fractions may fall a hair short of a whole token.
    const whole = Math.floor(now + 1e-6);
    const values = { n: pen.count(whole), of: pen.count(station.burst) };
    const rate = { n: pen.rate(station.ratePerSec) };
    const box = drawGateBody(site, [
      [pen.say(words.left, values)],
      [pen.say(words.refills, rate), pen.say(words.short, rate)],
    ]);
    const drip = Math.max(0, Math.min(pen.text * 0.34, box.height * 0.1));
    drawPlaces(pen, {
      key: `tokens-${number}`,
      box: { ...box, y: box.y + 3 * drip, height: Math.max(0, box.height - 3 * drip) },
      count: station.burst,
      filled: whole,
      role: "permit",
      form: "round",
    });
    if (now >= station.burst) return;
    // The next token on its way into the bucket: the closer it is, the larger.
    const { x, y, width } = box;
    const size = drip * (0.4 + 0.9 * (now - whole));
    const d = `M${tenths(x + width / 2 - size)} ${tenths(y + drip)}a${tenths(size)} ${tenths(size)} 0 1 1 ${tenths(2 * size)} 0a${tenths(size)} ${tenths(size)} 0 1 1 ${tenths(-2 * size)} 0z`;
    pen.movingPath(`tokens-${number}-next`, "permit", "solid-lined", d, 1);
  },
};

/** The tokens in the bucket: as last reported, plus what has dripped in since. */
function tokensNow(site: Site<TokensStation>): number {
  const { pen, station, state } = site;
  const told = gaugeOf(site, 0, station.burst * 1000) / 1000;
  const sinceMs = pen.moment.timeMs - (state.gaugeMs[0] ?? Number.NaN);
  const dripped = Number.isNaN(sinceMs) ? 0 : (Math.max(0, sinceMs) * station.ratePerSec) / 1000;
  return Math.min(station.burst, told + dripped);
}
