/** Demand: a ticket for each element that was requested and has not come yet; requests run upstream. */
import type { ConnectionState } from "../../../run/index.ts";
import type { Slot } from "./layout.ts";
import { type Pen, tenths } from "./pen.ts";
import { words } from "./words.ts";

const MOST_TICKETS = 24;
/** The greatest height of a ticket, as a share of the width of its way. */
const MOST_OF_WAY = 0.3;

export function drawTickets(
  pen: Pen,
  slot: Slot,
  number: number,
  { outstanding }: ConnectionState,
  onWay: { n: number; share: number } | null,
): void {
  // Tickets keep within their way, because the stations beside it reach up to its edges.
  const height = Math.max(
    0,
    Math.min(pen.text * 1.4, slot.bodyHeight * 0.24, slot.width * MOST_OF_WAY),
  );
  const y = slot.y + Math.min(slot.bodyHeight * 0.36, pen.text * 2.1);
  const head = height * 0.42;
  const left = slot.x + height * 0.3 + head;
  const right = slot.x + slot.width - height * 0.5;
  const key = `demand-${number}`;
  pen.path(
    `${key}-way`,
    "demand",
    "demand",
    `M${tenths(right)} ${tenths(y)}H${tenths(left)}`,
    1.4,
    outstanding > 0 ? 0.9 : 0.5,
  );
  pen.path(
    `${key}-head`,
    "demand",
    "solid",
    `M${tenths(left - head)} ${tenths(y)}l${tenths(head * 1.6)} ${tenths(-head)}v${tenths(2 * head)}z`,
    0,
    outstanding > 0 ? 1 : 0.5,
  );
  // Tickets stand at the upstream end, where they are spent.
  const first = left + head * 1.2;
  const room = right - first;
  const long = Math.min(height * 1.8, room);
  if (outstanding === Number.POSITIVE_INFINITY) drawUnbounded(pen, slot, key, y, height);
  else {
    const pitch = Math.min(height * 1.45, room / Math.max(1, Math.min(MOST_TICKETS, outstanding)));
    const shown = Math.min(
      MOST_TICKETS,
      outstanding,
      pitch < 3 ? 0 : Math.floor(room / pitch + 1e-6),
    );
    let d = "";
    for (let i = 0; i < shown; i++)
      d += ticket(first + i * pitch, y, Math.max(2, pitch * 0.8), height);
    pen.path(`${key}-tickets`, "demand", "solid-lined", d, 1);
    // Without any request, the outline of a ticket stands where one would be spent.
    if (outstanding <= 0 && onWay === null)
      pen.path(`${key}-none`, "demand", "dashed", ticket(first, y, long, height), 1.4);
  }
  if (onWay !== null) {
    const x = first + (right - long - first) * (1 - onWay.share);
    pen.movingPath(`${key}-on-way`, "demand", "solid-lined", ticket(x, y, long, height), 1);
  }
  const unbounded = outstanding === Number.POSITIVE_INFINITY;
  pen.write({
    key: `${key}-word`,
    x: slot.x + slot.width / 2,
    y: slot.feet[0],
    texts: unbounded
      ? [pen.say(words.unboundedLong), pen.say(words.unbounded), "∞"]
      : outstanding > 0
        ? [pen.say(words.requested, { n: pen.count(outstanding) }), pen.count(outstanding)]
        : [pen.say(words.noRequest), pen.say(words.noRequestShort), "0"],
    room: slot.width,
    role: "demand",
    weight: "strong",
  });
}

/** Draws the sign for infinity. */
function drawUnbounded(pen: Pen, slot: Slot, key: string, y: number, height: number): void {
  const x = slot.x + slot.width / 2;
  const w = Math.min(height * 1.1, slot.width * 0.32);
  const h = w * 0.68;
  const d = `M${t(x)} ${t(y)}c${t(w * 0.5)} ${t(-h * 1.3)} ${t(w * 1.3)} ${t(-h)} ${t(w * 1.3)} 0s${t(-w * 0.8)} ${t(h * 1.3)} ${t(-w * 1.3)} 0s${t(-w * 1.3)} ${t(-h)} ${t(-w * 1.3)} 0s${t(w * 0.8)} ${t(h * 1.3)} ${t(w * 1.3)} 0z`;
  pen.path(`${key}-tickets`, "demand", "hollow", d, 2.6);
}

/** A ticket with its two notches. */
function ticket(x: number, y: number, width: number, height: number): string {
  const n = Math.min(height * 0.18, width * 0.18);
  const [top, half] = [y - height / 2, height / 2 - n];
  const notch = (down: boolean) => `a${t(n)} ${t(n)} 0 0 ${1} 0 ${t(down ? 2 * n : -2 * n)}`;
  return `M${t(x)} ${t(top)}h${t(width)}v${t(half)}${notch(true).replace("0 0 1", "0 0 0")}v${t(half)}h${t(-width)}v${t(-half)}${notch(false).replace("0 0 1", "0 0 0")}z`;
}

const t = tenths;
