/** A token bucket: what is in it at this very moment, and the next token falling. */

import { formatRate } from "../../../i18n/index.ts";
import { type Brush, label } from "../brush.ts";
import type { Box } from "../layout.ts";
import { Fact } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import type { StageOf } from "./plan.ts";
import type { GateRoom } from "./rooms.ts";
import type { Teller } from "./teller.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** More tokens than this in a second of the wall clock are seen as a jet. */
const SEEN_PER_SEC = 8;

/** Tokens in the bucket at a time. */
export function tokensAt(
  { state, input: { timeMs } }: Teller,
  { ratePerSec, burst }: StageOf<"tokens">,
): number {
  const told = state.facts[Fact.TOKENS] ?? Number.NaN;
  if (Number.isNaN(told)) return burst;
  const elapsedMs = timeMs - (state.factMs[Fact.TOKENS] ?? timeMs);
  return Math.min(burst, told / 1000 + (ratePerSec * elapsedMs) / 1000);
}

/** What can be spent: whole tokens, whatever the thousandths were rounded to. */
export function wholeTokens(tokens: number): number {
  return Math.floor(tokens + 1e-9);
}

export function tokenShapes(brush: Brush, stage: StageOf<"tokens">, room: GateRoom): Shape[] {
  const { say, count, input } = brush;
  const exact = tokensAt(brush, stage);
  const whole = wholeTokens(exact);
  const level = input.still ? whole : exact;
  const { symbol } = room;
  const width = Math.min(58, symbol.width);
  const top = symbol.y + 6;
  const bucket = {
    x: symbol.x + (symbol.width - width) / 2,
    y: top,
    width,
    height: symbol.y + symbol.height - top,
  };
  const middle = bucket.x + width / 2;
  const { ratePerSec, burst } = stage;
  const role = whole === 0 ? "suspended" : "quiet";
  return [
    textAt("tokens-name", room.title, say(gateWords.tokens), "name"),
    ...(input.still ? [] : refill(brush, stage, bucket, exact)),
    {
      key: "tokens-level",
      type: "line",
      style: "fill",
      role: "permit",
      d: levelPath(bucket, Math.min(1, level / burst)),
    },
    { key: "tokens-bucket", type: "line", style: "outline", role: "quiet", d: bucketPath(bucket) },
    label("tokens-count", middle, bucket.y + bucket.height / 2 + 6, count(whole), "number"),
    textAt(
      "tokens-note",
      room.lines[0],
      say(gateWords.tokensLeft, { n: count(whole), of: count(burst) }),
      "note",
      role,
    ),
    textAt(
      "tokens-rate",
      room.lines[1],
      say(gateWords.tokensRate, { n: formatRate(ratePerSec, input.language) }),
    ),
  ];
}

const INSET = 0.11;

function bucketPath({ x, y, width, height }: Box): string {
  const inset = width * INSET;
  const bottom = y + height;
  const [left, right] = [x + inset, x + width - inset];
  return (
    `M${x} ${y}L${left} ${bottom - 6}Q${left + 1} ${bottom} ${left + 7} ${bottom}` +
    `H${right - 7}Q${right - 1} ${bottom} ${right} ${bottom - 6}L${x + width} ${y}`
  );
}

/** The water: as wide as the bucket is at each height. */
function levelPath({ x, y, width, height }: Box, share: number): string {
  if (share <= 0) return "";
  const surface = y + height - 2 - (height - 5) * share;
  const inset = (at: number) => width * INSET * ((at - y) / height) + 2;
  const bottom = y + height - 2;
  const [high, low] = [inset(surface), inset(bottom) + 3];
  const s = round(surface);
  return (
    `M${round(x + high)} ${s}L${round(x + low)} ${bottom}` +
    `H${round(x + width - low)}L${round(x + width - high)} ${s}Z`
  );
}

function refill(
  { input }: Brush,
  { ratePerSec, burst }: StageOf<"tokens">,
  bucket: Box,
  tokens: number,
): Shape[] {
  if (tokens >= burst || ratePerSec <= 0) return [];
  const x = bucket.x + bucket.width / 2;
  const from = bucket.y - 8;
  const to = bucket.y + (bucket.height - 4) * (1 - tokens / burst);
  const key = "tokens-refill";
  if (ratePerSec * input.speed > SEEN_PER_SEC) {
    return [{ key, type: "line", style: "thin", role: "permit", d: `M${x} ${from}V${round(to)}` }];
  }
  const share = tokens - Math.floor(tokens);
  const y = from + (to - from) * share * share;
  return [{ key: `${key}-drop`, type: "circle", style: "bead", role: "permit", x, y, radius: 3.5 }];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
