/** What stands on the way to a station: the elements held before it, the demand, and the light of a signal. */
import type { Held, StationState } from "../../../run/index.ts";
import type { Connection, Station } from "../../../systems/index.ts";
import { asksToWait } from "../../../trace/index.ts";
import type { Needs, Slot } from "./layout.ts";
import { eased, type Pen, type Point, tenths } from "./pen.ts";
import { drawTickets } from "./tickets.ts";
import { shortSignals, words } from "./words.ts";

const NEEDS: Readonly<Record<Connection["pressure"], Needs>> = {
  suspend: { least: 3, ideal: 8.6, grow: 0.5 },
  request: { least: 3.4, ideal: 9, grow: 0.8 },
  signal: { least: 3.4, ideal: 8, grow: 0.5 },
  none: { least: 1.6, ideal: 4, grow: 0.4 },
};

/** How much room the way to a station needs. */
export function wayNeeds(connection: Connection | undefined, to: Station): Needs {
  // No element is ever held before workers: they fetch their elements themselves.
  if (to.kind === "workers" && connection?.pressure === "suspend") return NEEDS.none;
  return NEEDS[connection?.pressure ?? "none"];
}

/** Where an element that is held before a station waits, on the way to it. */
export function gateSpot({ x, width, y }: Slot, { text }: Pick<Pen, "text">): Point {
  return { x: x + width - Math.min(text * 0.9, width * 0.12) - heldSize(width, text) * 0.62, y };
}

function heldSize(width: number, text: number): number {
  return Math.max(0, Math.min(text * 2.2, width * 0.42));
}

interface Way {
  readonly pen: Pen;
  readonly slot: Slot;
  /** The state of the station that it leads to: now, and as the counters show it. */
  readonly state: StationState;
  readonly told: StationState;
  readonly number: number;
  readonly connectionNumber: number;
  /** Whether pressure from further downstream runs back through this way. */
  readonly pressed: boolean;
}

/** Stations that an actor waits for with its element in hand: it stands at its own station, not on the way. */
const HELD_IN_HAND: ReadonlySet<Station["kind"]> = new Set(["threads", "call"]);

/** How far anything drawn on a way reaches above and beneath the rail, in px. */
export function wayReach({ bodyHeight }: Slot, { text }: Pick<Pen, "text">): number {
  return Math.min(bodyHeight / 2, text * 3.1);
}

export function drawWay(way: Way): void {
  const { pen, connectionNumber, state, pressed } = way;
  const connection = pen.moment.state.connections[connectionNumber];
  // A worker that waits for a thread or an answer has its element in hand, so the way is empty.
  const held = state.held.length > 0 && !HELD_IN_HAND.has(state.station.kind);
  if (held || pressed) drawPressure(way, held);
  if (held) drawHeld(way);
  else if (connection?.connection.pressure === "suspend" && state.station.kind !== "workers")
    drawOpenGate(way);
  if (connection === undefined) return;
  if (connection.connection.pressure === "request") {
    drawTickets(pen, way.slot, connectionNumber, connection, requestOnWay(way));
  } else if (connection.connection.pressure === "signal") drawLight(way);
}

/** Draws the two posts of a gate at which nothing waits. */
function drawOpenGate({ pen, slot, number }: Way): void {
  const { x, height } = gateBar(slot, pen);
  const post = height * 0.26;
  const d = `M${x} ${tenths(slot.y - height / 2)}v${tenths(post)}M${x} ${tenths(slot.y + height / 2)}v${tenths(-post)}`;
  pen.path(`gate-way-${number}`, "quiet", "thin", d, 2.2);
}

function gateBar(slot: Slot, { text }: Pen): { x: number; height: number } {
  const x = tenths(slot.x + slot.width - Math.min(text * 0.45, slot.width * 0.08));
  return { x, height: Math.max(0, Math.min(slot.bodyHeight * 0.8, text * 5.4)) };
}

/** Draws the shut gate with the element that has waited longest, and the others piled up behind it. */
function drawHeld({ pen, slot, state, told, number }: Way): void {
  const { x, height } = gateBar(slot, pen);
  const top = tenths(slot.y - height / 2);
  pen.path(`gate-way-${number}`, "held", "line", `M${x} ${top}v${tenths(height)}`, 4.4);
  const size = heldSize(slot.width, pen.text);
  const spot = gateSpot(slot, pen);
  const [first, ...others] = state.held;
  if (first !== undefined && first.element >= 0)
    pen.token(first.element, spot, size, { role: "held" });
  drawPile(pen, slot, others, size);
  const [longest] = told.held;
  const texts = longest === undefined ? [] : heldTexts(pen, told.held, longest);
  pen.write({
    key: `held-${number}`,
    x: slot.x + slot.width / 2,
    y: slot.head ?? slot.feet[0],
    texts,
    room: slot.width * 0.98,
    role: "held",
    weight: "strong",
  });
}

function heldTexts(pen: Pen, held: readonly Held[], { sinceMs }: Held): string[] {
  if (held.length > 1) return [pen.say(words.heldMany, { n: pen.count(held.length) })];
  const ms = Math.max(0, Math.round(pen.moment.timeMs - sinceMs));
  // In its first moment it has not waited yet.
  if (ms === 0) return [pen.say(words.held)];
  const n =
    ms < 1000 ? pen.say(words.ms, { n: ms }) : pen.say(words.seconds, { n: pen.rate(ms / 1000) });
  return [pen.say(words.heldFor, { n }), n, pen.say(words.held)];
}

/** Sizes of the elements in the pile, as shares of the first one's: the largest at which the way holds them all. */
const PILE_SIZES = [0.62, 0.5, 0.42];

/** Piles up the elements behind the first, above and below the rail, as many as fit; a number counts the rest. */
function drawPile(pen: Pen, slot: Slot, others: readonly Held[], size: number): void {
  const height = 2 * wayReach(slot, pen) - pen.text * 0.4;
  const edge = gateSpot(slot, pen).x - size * 0.6;
  const fitting = PILE_SIZES.map((share) => {
    const small = size * share;
    const pitch = small * 1.15;
    const perColumn = Math.max(1, Math.floor(height / pitch));
    const columns = Math.max(0, Math.floor((edge - slot.x) / pitch));
    return { small, perColumn, most: perColumn * columns };
  });
  const pile = fitting.find(({ most }) => most >= others.length) ?? fitting.at(-1);
  if (pile === undefined) return;
  const { small, perColumn, most } = pile;
  const right = edge - small * 0.65;
  const shown = others.slice(0, most);
  const rows = Math.min(perColumn, Math.max(1, shown.length));
  shown.forEach(({ element }, i) => {
    if (element < 0) return;
    const y = slot.y + ((i % rows) - (rows - 1) / 2) * small * 1.15;
    pen.token(element, { x: right - Math.floor(i / rows) * small * 1.15, y }, small, {
      role: "held",
    });
  });
}

/** Draws chevrons that run upstream. */
function drawPressure({ pen, slot, number, state }: Way, held: boolean): void {
  const size = heldSize(slot.width, pen.text);
  const right = held ? gateSpot(slot, pen).x - size * 0.8 : slot.x + slot.width;
  if (held && state.held.length > 2) return;
  const left = slot.x;
  const width = right - left;
  const arm = Math.min(pen.text * 0.55, slot.bodyHeight / 6);
  const pitch = arm * 1.7;
  const count = Math.floor(width / pitch);
  if (count < 1) return;
  const { timeMs, speed, discrete } = pen.moment;
  const phase = discrete ? 0 : (timeMs / speed / 60) % count;
  for (let i = 0; i < count; i++) {
    const x = left + (i + 0.5 + (width / pitch - count) / 2) * pitch;
    // The bright one moves to the left.
    const lit = discrete
      ? 0.85
      : 0.25 + 0.75 * (1 - ((((i + phase) % count) + count) % count) / count);
    const d = `M${tenths(x + arm / 2)} ${tenths(slot.y - arm)}L${tenths(x - arm / 2)} ${tenths(slot.y)}L${tenths(x + arm / 2)} ${tenths(slot.y + arm)}`;
    pen.movingPath(`pressure-${number}-${i}`, "held", "line", d, 3, { opacity: lit });
  }
}

/** A request that was made just now: for how many elements, and how far upstream it has travelled; null if none was. */
function requestOnWay({ pen, connectionNumber }: Way): { n: number; share: number } | null {
  const { run, rows: end, timeMs, settlingMs, speed, discrete, landedRows } = pen.moment;
  if (discrete) return null;
  const { trace } = run.history;
  const [row] = run.index.requested.lastBefore(
    end,
    1,
    (each) => trace.stationAt(each) === connectionNumber,
    30,
  );
  // When the picture is at rest, the request has arrived: its tickets stand there, or are already spent.
  if (row === undefined || row < landedRows) return null;
  const share = (timeMs + settlingMs - trace.timeAt(row)) / (REQUEST_MS * speed);
  return share >= 1 || share < 0 ? null : { n: trace.elementAt(row), share: eased(share) };
}

const REQUEST_MS = 420;

/** Draws the signal of a stream as a light: red while it asks its writer to wait, green once it no longer does. */
function drawLight({ pen, slot, number, connectionNumber }: Way): void {
  const signal = pen.moment.state.connections[connectionNumber]?.signal ?? null;
  const shut = asksToWait(signal);
  const radius = Math.max(0, Math.min(pen.text * 1.15, slot.width * 0.26, slot.bodyHeight / 5));
  const at = {
    x: slot.x + slot.width / 2,
    y: Math.max(slot.top + radius + 1, slot.y - Math.min(slot.bodyHeight * 0.36, pen.text * 2.6)),
  };
  const role = signal === null ? "quiet" : shut ? "lost" : "done";
  pen.path(
    `light-${number}-post`,
    "quiet",
    "thin",
    `M${tenths(at.x)} ${tenths(at.y)}V${tenths(slot.y)}`,
    1.6,
  );
  pen.circle(`light-${number}`, role, signal === null ? "hollow" : "solid", at, radius);
  // The bar is for readers who can't tell the colours apart.
  if (shut) {
    const r = radius * 0.55;
    pen.path(
      `light-${number}-bar`,
      "quiet",
      "sign",
      `M${tenths(at.x - r)} ${tenths(at.y)}h${tenths(2 * r)}`,
      2.4,
    );
  }
  if (signal === null) return;
  pen.write({
    key: `light-${number}-word`,
    x: at.x,
    y: slot.feet[0],
    texts: [pen.say(words[signal]), pen.say(shortSignals[signal])],
    room: slot.width,
    role,
    weight: "strong",
  });
}
