/** A circuit breaker: a knife switch in the way, the failures it counts, and the time until it tries again. */
import { formatRate } from "../../../i18n/index.ts";
import { BreakerState, Fact } from "../../../systems/index.ts";
import type { Brush } from "../brush.ts";
import type { Role, Shape } from "../shape.ts";
import { barShapes, placeAt, placesIn } from "./places.ts";
import type { StageOf } from "./plan.ts";
import type { GateRoom, Spot } from "./rooms.ts";
import type { Teller } from "./teller.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

const LOOKS: Readonly<Record<BreakerState, { role: Role; degrees: number }>> = {
  [BreakerState.CLOSED]: { role: "done", degrees: 0 },
  [BreakerState.OPEN]: { role: "dropped", degrees: 40 },
  [BreakerState.HALF_OPEN]: { role: "working", degrees: 16 },
};
export const BREAKER_NAMES = {
  [BreakerState.CLOSED]: gateWords.closed,
  [BreakerState.OPEN]: gateWords.open,
  [BreakerState.HALF_OPEN]: gateWords.halfOpen,
} as const;
const MOST_PIPS = 10;

/** What the breaker tells of itself now. */
export function breakerNow({ state, input: { timeMs } }: Teller) {
  const fact = (which: Fact) => state.facts[which] || 0;
  const percentOfCalls = (part: number) => (100 * part) / Math.max(1, fact(Fact.CALLS));
  return {
    state: fact(Fact.BREAKER) as BreakerState,
    failures: fact(Fact.FAILURES),
    failurePercent: percentOfCalls(fact(Fact.FAILURES)),
    slowPercent: percentOfCalls(fact(Fact.SLOW_CALLS)),
    untilMs: fact(Fact.BREAKER_UNTIL),
    leftMs: Math.max(0, fact(Fact.BREAKER_UNTIL) - timeMs),
  };
}

export function breakerShapes(brush: Brush, stage: StageOf<"breaker">, room: GateRoom): Shape[] {
  const now = breakerNow(brush);
  const { role } = LOOKS[now.state];
  const { symbol, lines } = room;
  const wide = brush.input.layout.horizontal;
  const word: Spot = wide
    ? { x: symbol.x + symbol.width / 2, y: symbol.y + 9, anchor: "middle" }
    : lines[0];
  const [first, second] = breakerDetails(brush, stage);
  return [
    ...switchShapes(brush, room),
    textAt("breaker-name", room.title, brush.say(gateWords.breaker), "name"),
    textAt("breaker-state", word, brush.say(BREAKER_NAMES[now.state]), "strong", role),
    ...countShapes(brush, stage, room),
    textAt("breaker-note", wide ? lines[0] : lines[1], first, "note", role),
    ...(wide && second !== "" ? [textAt("breaker-when", lines[1], second)] : []),
  ];
}

/** What it waits for or counts, in words. */
export function breakerDetails(
  teller: Teller,
  stage: StageOf<"breaker">,
): readonly [string, string] {
  const { say, count, input } = teller;
  const now = breakerNow(teller);
  const seconds = (ms: number) => formatRate(ms / 1000, input.language);
  switch (now.state) {
    case BreakerState.OPEN:
      return now.leftMs > 0
        ? [
            say(gateWords.halfOpenIn, { n: seconds(now.leftMs) }),
            say(gateWords.halfOpenAt, { n: seconds(now.untilMs) }),
          ]
        : [say(gateWords.halfOpenNext), ""];
    case BreakerState.HALF_OPEN:
      return [say(gateWords.trial), ""];
    default: {
      const of = count(stage.threshold);
      if (stage.unit === "failures") {
        return [say(gateWords.failures, { n: count(now.failures), of }), ""];
      }
      const isSlow = stage.unit === "slowPercent";
      const words = isSlow ? gateWords.slowRate : gateWords.failureRate;
      return [say(words, { n: count(isSlow ? now.slowPercent : now.failurePercent), of }), ""];
    }
  }
}

/** The way is cut between two terminals; the lever closes the gap or doesn't. */
function switchShapes(brush: Brush, { onPath }: GateRoom): Shape[] {
  const { role, degrees } = LOOKS[breakerNow(brush).state];
  const wide = brush.input.layout.horizontal;
  const half = wide ? 24 : 12;
  const [dx, dy] = wide ? [1, 0] : [0, 1];
  const hinge = { x: onPath.x - dx * half, y: onPath.y - dy * half };
  const contact = { x: onPath.x + dx * half, y: onPath.y + dy * half };
  const angle = (degrees * Math.PI) / 180;
  const reach = 2 * half + (degrees > 0 ? 2 : 0);
  const [along, across] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
  const tip = wide
    ? { x: hinge.x + along, y: hinge.y - across }
    : { x: hinge.x + across, y: hinge.y + along };
  const bead = { type: "circle", style: "bead", role, radius: 4.5 } as const;
  return [
    {
      key: "breaker-gap",
      type: "line",
      style: "gap",
      role: "quiet",
      d: `M${hinge.x} ${hinge.y}L${contact.x} ${contact.y}`,
    },
    {
      key: "breaker-lever",
      type: "line",
      style: "lever",
      role,
      d: `M${hinge.x} ${hinge.y}L${tip.x.toFixed(1)} ${tip.y.toFixed(1)}`,
    },
    { key: "breaker-hinge", ...bead, ...hinge },
    { key: "breaker-contact", ...bead, ...contact },
  ];
}

/** Failures on their way to the threshold; while open, the clock. */
function countShapes(brush: Brush, stage: StageOf<"breaker">, { symbol }: GateRoom): Shape[] {
  const now = breakerNow(brush);
  const wide = brush.input.layout.horizontal;
  const box = wide
    ? { x: symbol.x + 8, y: symbol.y + 16, width: symbol.width - 16, height: 20 }
    : symbol;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (now.state === BreakerState.OPEN) {
    const radius = wide ? 9 : 14;
    // Clear of the lever.
    const clock = wide ? { x: middle.x - 20, y: middle.y + 4 } : middle;
    const left = Math.min(1, now.leftMs / Math.max(1, stage.openMs));
    const share = brush.input.still ? Math.ceil(left * 10) / 10 : left;
    return [
      { key: "breaker-clock", type: "circle", style: "dashed", role: "quiet", ...clock, radius },
      { key: "breaker-left", type: "ring", role: "dropped", ...clock, radius, share },
    ];
  }
  const { threshold, unit } = stage;
  if (unit === "failures" && threshold <= MOST_PIPS) {
    const { at, pitch } = placesIn(box, threshold, wide ? MOST_PIPS : 5, wide ? 13 : 9.2);
    return Array.from({ length: threshold }, (_, index) =>
      placeAt(`failure-${index}`, at(index), pitch - 3, index < now.failures, "dropped"),
    );
  }
  const percent = unit === "slowPercent" ? now.slowPercent : now.failurePercent;
  const share = unit === "failures" ? now.failures / threshold : percent / 100;
  const bar = { x: box.x, y: middle.y - 4, width: box.width, height: 8 };
  const limit = bar.x + bar.width * (unit === "failures" ? 1 : threshold / 100);
  return [
    ...barShapes("failures", bar, share, "dropped"),
    {
      key: "failures-limit",
      type: "line",
      style: "thin",
      role: "dropped",
      d: `M${limit} ${bar.y - 4}V${bar.y + bar.height + 4}`,
    },
  ];
}
