/** A circuit breaker: a knife switch on the rail, the failures it counts, and when it lets a trial call through. */
import { BreakerState, type Station } from "../../../../systems/index.ts";
import { drawGateBody, gateReach } from "../gate-body.ts";
import type { Box } from "../layout.ts";
import { tenths } from "../pen.ts";
import { drawBar, drawPlaces } from "../places.ts";
import type { Role } from "../shape.ts";
import { exitOf, gaugeOf, ownNameOr, type Site, type StationDrawing } from "../site.ts";

const words = {
  name: { ko: "서킷 브레이커", en: "Circuit breaker" },
  shortName: { ko: "브레이커", en: "Breaker" },
  closed: { ko: "CLOSED", en: "CLOSED" },
  open: { ko: "OPEN", en: "OPEN" },
  halfOpen: { ko: "HALF_OPEN", en: "HALF_OPEN" },
  failures: { ko: "실패 {n}/{of}", en: "failures {n} of {of}" },
  slowPercent: { ko: "느린 호출 {n}%/{of}%", en: "slow {n} % / {of} %" },
  percent: { ko: "실패율 {n}%/{of}%", en: "failed {n} % / {of} %" },
  trialIn: { ko: "{n}초 뒤 시험 호출", en: "trial in {n} s" },
  onCall: { ko: "다음 호출이 시험", en: "next call is a trial" },
  trial: { ko: "시험 호출 통과", en: "trial calls pass" },
} as const;

type BreakerStation = Extract<Station, { kind: "breaker" }>;

const LOOKS: Readonly<
  Record<BreakerState, { role: Role; degrees: number; word: keyof typeof words }>
> = {
  [BreakerState.CLOSED]: { role: "done", degrees: 0, word: "closed" },
  [BreakerState.OPEN]: { role: "lost", degrees: 42, word: "open" },
  [BreakerState.HALF_OPEN]: { role: "working", degrees: 18, word: "halfOpen" },
};

/** Gauges of a breaker: see `GAUGES.breaker`. */
const [STATE, FAILURES, CALLS, UNTIL, SLOW_CALLS] = [0, 1, 2, 3, 4] as const;

export const breaker: StationDrawing<"breaker"> = {
  kind: "breaker",
  needs: () => ({ least: 6, ideal: 11, grow: 0.5 }),
  names: (station) => ownNameOr(station, words.name, words.shortName),
  spot: ({ slot }) => exitOf(slot),
  reach: gateReach,
  draw(site) {
    const { pen, station, number } = site;
    const state = gaugeOf(site, STATE, BreakerState.CLOSED) as BreakerState;
    const { role, degrees, word } = LOOKS[state];
    const box = drawGateBody(site, [[pen.say(words[word])], [noteOf(site, state)]], role);
    const switchBox = { ...box, height: box.height * 0.62 };
    drawSwitch(site, switchBox, role, degrees);
    const counts = { ...box, y: box.y + box.height * 0.72, height: box.height * 0.28 };
    if (state === BreakerState.OPEN) return;
    const failures = gaugeOf(site, FAILURES, 0);
    if (station.unit !== "failures")
      drawBar(pen, `failures-${number}`, counts, badPercent(site) / 100, "lost");
    else
      drawPlaces(pen, {
        key: `failures-${number}`,
        box: counts,
        count: station.threshold,
        filled: failures,
        role: "lost",
        form: "square",
      });
  },
};

/** The percentage of the calls in its window that failed or were slow, whichever it counts. */
function badPercent(site: Site<BreakerStation>): number {
  const calls = gaugeOf(site, CALLS, 0);
  const bad = gaugeOf(site, site.station.unit === "slowPercent" ? SLOW_CALLS : FAILURES, 0);
  return calls === 0 ? 0 : (100 * bad) / calls;
}

/** What it counts, or what it waits for. Empty while it is open and nobody calls: no trial will come then. */
function noteOf(site: Site<BreakerStation>, state: BreakerState): string {
  const { pen, station } = site;
  if (state === BreakerState.HALF_OPEN) return pen.say(words.trial);
  const of = pen.count(station.threshold);
  if (state === BreakerState.CLOSED) {
    return station.unit === "failures"
      ? pen.say(words.failures, { n: pen.count(gaugeOf(site, FAILURES, 0)), of })
      : pen.say(words[station.unit], { n: pen.count(badPercent(site)), of });
  }
  const leftMs = gaugeOf(site, UNTIL, 0) - pen.moment.timeMs;
  const calling =
    pen.moment.state.stations[0]?.actors.some(
      ({ activity }) => activity === "busy" || activity === "ready" || activity === "held",
    ) ?? false;
  if (!calling) return "";
  return leftMs > 0
    ? pen.say(words.trialIn, { n: pen.rate(leftMs / 1000) })
    : pen.say(words.onCall);
}

/** Draws the rail cut between two terminals, and the lever that closes the gap, or doesn't. */
function drawSwitch(
  { pen, number }: Site<BreakerStation>,
  box: Box,
  role: Role,
  degrees: number,
): void {
  const y = box.y + box.height * 0.86;
  const half = box.width * 0.34;
  const middle = box.x + box.width / 2;
  const angle = (degrees * Math.PI) / 180;
  const reach = Math.min(2 * half, (box.height * 0.84) / Math.max(0.01, Math.sin(angle)));
  const tip = { x: middle - half + reach * Math.cos(angle), y: y - reach * Math.sin(angle) };
  const width = Math.max(3, box.height * 0.1) / pen.scale;
  pen.path(
    `switch-${number}-ends`,
    role,
    "line",
    `M${tenths(box.x)} ${tenths(y)}H${tenths(middle - half)}M${tenths(middle + half)} ${tenths(y)}H${tenths(box.x + box.width)}`,
    width,
  );
  pen.path(
    `switch-${number}-lever`,
    role,
    "line",
    `M${tenths(middle - half)} ${tenths(y)}L${tenths(tip.x)} ${tenths(tip.y)}`,
    width * 1.3,
  );
  pen.circle(`switch-${number}-hinge`, role, "solid", { x: middle - half, y }, box.height * 0.09);
  pen.circle(`switch-${number}-contact`, role, "solid", { x: middle + half, y }, box.height * 0.09);
}
