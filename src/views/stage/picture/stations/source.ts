/** The source: a circle with a ring that fills while an element is being made, and the producer's rhythm beneath. */
import { type ActorState, awaitsSignal, sourceConnection } from "../../../../run/index.ts";
import type { Slot } from "../layout.ts";
import type { Pen, Point } from "../pen.ts";
import { drawRhythm } from "../rhythm.ts";
import type { Role } from "../shape.ts";
import { drawSign, type Sign } from "../sign.ts";
import { middleOf, ownNameOr, type Site, type StationDrawing, shareOf } from "../site.ts";

const words = {
  name: { ko: "생산자", en: "Producer" },
  names: { ko: "생산자 {n}", en: "{n} producers" },
  held: { ko: "멈춤", en: "held" },
  mayNot: { ko: "요청 대기", en: "may not" },
  waits: { ko: "대기", en: "waits" },
  drain: { ko: "drain 대기", en: "awaits drain" },
  ready: { ko: "ready 대기", en: "awaits ready" },
  finished: { ko: "끝남", en: "finished" },
  failed: { ko: "실패", en: "failed" },
  cancelled: { ko: "취소됨", en: "cancelled" },
  rate: { ko: "{n}개/초", en: "{n}/s" },
  short: { ko: "{n}/초", en: "{n}/s" },
  making: { ko: "만드는 중", en: "making" },
  noPause: { ko: "쉬지 않음", en: "no pause" },
  wants: { ko: "원래 {n}개/초", en: "wants {n}/s" },
} as const;

type SourceSite = Site<Extract<Site["station"], { kind: "source" }>>;

export const source: StationDrawing<"source"> = {
  kind: "source",
  needs: () => ({ least: 5.2, ideal: 9.2, grow: 0.5 }),
  names: (station, { actors }) => ownNameOr(station, actors > 1 ? words.names : words.name),
  reach({ slot, pen, state }) {
    const count = Math.max(1, state.actors.length);
    const { at, radius } = placeOf(slot, pen, count, count - 1);
    return at.y - slot.y + radius + pen.text * 0.3;
  },
  draw,
  spot: ({ slot, state, pen }, index = 0) => placeOf(slot, pen, state.actors.length, index).at,
};

function draw(site: SourceSite): void {
  const { pen, slot, number, state, feet } = site;
  const count = state.actors.length;
  state.actors.forEach((actor, index) => {
    drawMaker(site, actor, index);
  });
  const [first, second, third] = feet;
  if (count !== 1 || first === undefined || !drawRhythm(site, first)) return;
  const [maker] = state.actors;
  const rate = rateOf(pen);
  if (rate === null || maker === undefined || isOver(maker)) return;
  pen.write({
    key: `source-${number}-note`,
    x: slot.x + slot.width / 2,
    y: third ?? second,
    texts: [pen.say(words.wants, { n: rate })],
    room: slot.width,
  });
}

function isOver({ activity }: ActorState): boolean {
  return activity === "ended" || activity === "failed" || activity === "cancelled";
}

/** How one producer is drawn: the text and sign in its circle, and how the circle looks. */
interface Standing {
  readonly role: Role;
  readonly sign: Sign | "none";
  readonly texts: readonly string[];
  readonly quiet: boolean;
}

function drawMaker(site: SourceSite, actor: ActorState, index: number): void {
  const { pen, slot, number, state } = site;
  const { at, radius } = placeOf(slot, pen, state.actors.length, index);
  const { role, sign, texts, quiet } = standingOf(site, actor);
  const key = `source-${number}-${index}`;
  const failed = actor.activity === "failed";
  pen.circle(key, role, failed ? "solid" : quiet ? "hollow" : "body", at, radius);
  if (actor.activity === "busy") {
    pen.ring(`${key}-ring`, "made", at, radius, shareOf(pen, actor.sinceMs, actor.untilMs));
  }
  const roomy = radius > pen.text * 2;
  if (sign !== "none")
    drawSign(
      pen,
      key,
      failed ? "sign" : "line",
      role,
      sign,
      roomy ? { x: at.x, y: at.y - radius * 0.26 } : at,
      radius * (roomy ? 0.3 : 0.42),
    );
  const hand = actor.activity === "held" ? undefined : actor.hand[0];
  if (hand !== undefined) {
    pen.token(hand, at, Math.min(radius, pen.text * 1.8), { role: "made" });
  }
  const hasRoom = radius >= pen.text * (hand === undefined ? 1.4 : 3);
  if (!hasRoom || (sign !== "none" && !roomy)) return;
  // An element in hand lies in the middle, so the words stand below it.
  const below = hand === undefined ? radius * 0.5 : radius * 0.64;
  pen.write({
    key: `${key}-state`,
    x: at.x,
    y: at.y + (sign === "none" && hand === undefined ? pen.text * 0.36 : below),
    texts,
    room: radius * 1.75,
    role,
    on: failed,
    weight: "strong",
    size: pen.text * (roomy && sign === "none" && hand === undefined ? 1.2 : 1),
  });
}

function standingOf({ pen }: SourceSite, actor: ActorState): Standing {
  const { activity } = actor;
  const say = (text: Parameters<Pen["say"]>[0]) => [pen.say(text)];
  switch (activity) {
    case "held":
      return { role: "held", sign: "pause", texts: say(words.held), quiet: true };
    case "ended":
      return { role: "quiet", sign: "tick", texts: say(words.finished), quiet: true };
    case "failed":
      return { role: "lost", sign: "cross", texts: say(words.failed), quiet: true };
    case "cancelled":
      return { role: "lost", sign: "cross", texts: say(words.cancelled), quiet: true };
    default:
  }
  const next = sourceConnection(pen.moment.state);
  if (next?.connection.pressure === "request" && next.outstanding <= 0) {
    return { role: "demand", sign: "pause", texts: say(words.mayNot), quiet: true };
  }
  if (awaitsSignal(actor, next)) {
    const awaited = next?.signal === "pending" ? words.ready : words.drain;
    const texts = [...say(awaited), ...say(words.waits)];
    return { role: "held", sign: "pause", texts, quiet: true };
  }
  const rate = rateOf(pen);
  const texts =
    rate === null
      ? say(pen.moment.producerDelayMs === 0 ? words.noPause : words.making)
      : [pen.say(words.rate, { n: rate }), pen.say(words.short, { n: rate })];
  return { role: "made", sign: "none", texts, quiet: false };
}

/** How many elements per second it wants to make; null if it makes no pause, or no setting says how long one is. */
function rateOf(pen: Pen): string | null {
  const { producerDelayMs } = pen.moment;
  if (!(producerDelayMs > 0)) return null;
  const perSec = 1000 / producerDelayMs;
  return Number.isInteger(perSec) ? pen.count(perSec) : pen.rate(perSec);
}

/** The place of a producer's circle; several producers stand one below the other. */
function placeOf(
  slot: Slot,
  pen: Pen,
  count: number,
  index: number,
): { at: Point; radius: number } {
  const { x, y } = middleOf(slot);
  const rows = Math.max(1, count);
  const pitch = slot.bodyHeight / rows;
  const most = Math.min(pitch * 0.46, slot.width / 2 - pen.text * 0.25);
  const radius = Math.max(0, Math.min(most, pen.text * 4.6));
  const step = Math.min(pitch, radius * 2.5);
  return { at: { x, y: y + (index - (rows - 1) / 2) * step }, radius };
}
