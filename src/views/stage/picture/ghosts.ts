/** Lost elements, drawn where they were lost: crossed out, newest first, with their number beneath. */
import { drawLeftBehind } from "./left-behind.ts";
import type { Site } from "./site.ts";
import { textWidth } from "./text-size.ts";
import { words } from "./words.ts";

const MOST = 12;
/** How much opacity each ghost loses against the next newer one. */
const FADING = 0.09;

/** Draws the losses of a station. Returns the baselines beneath it that are still free. */
export function drawGhosts(site: Site): readonly number[] {
  const { pen, slot, state } = site;
  const { feet } = slot;
  const [first, second] = feet;
  if (state.lost === 0 || first === undefined) return feet;
  const left = drawLeftBehind(site);
  if (left > 0) {
    writeCount(site, feet[left]);
    return feet.slice(left + 1);
  }
  const tall = feet.length >= 4;
  const size = pen.text * (tall ? 2.1 : 1.16);
  const rowsTaken = second === undefined ? 0 : tall ? 2 : 1;
  if (rowsTaken > 0) {
    const pitch = size * 1.16;
    const room = Math.min(slot.width, pen.text * 26);
    const fitting = Math.max(1, Math.min(MOST, Math.floor(room / pitch)));
    const ghosts = lastLost(site, fitting);
    const y = first - pen.text * 0.9 + size / 2;
    const start = slot.x + slot.width / 2 - ((ghosts.length - 1) * pitch) / 2;
    ghosts.forEach((element, i) => {
      pen.token(element, { x: start + i * pitch, y }, size, {
        role: "lost",
        look: "ghost",
        opacity: Math.max(0.3, 1 - i * FADING),
      });
    });
  }
  writeCount(site, feet[rowsTaken]);
  return feet.slice(rowsTaken + 1);
}

function writeCount({ pen, slot, told, number }: Site, y: number | undefined): void {
  const text = countsOf({ pen, number, lost: told.lost });
  const short = pen.say(words.lost, { n: pen.count(told.lost) });
  const width = textWidth(short, pen.text, true);
  pen.write({
    key: `lost-${number}`,
    x: slot.x + slot.width / 2,
    y,
    texts: [...text, short, `✕ ${pen.count(told.lost)}`],
    room: Math.max(slot.width, Math.min(width, slot.width)),
    role: "lost",
    weight: "strong",
  });
}

/** The number of losses in the words of their rule, if one rule explains all losses of this station; else none. */
function countsOf({
  pen,
  number,
  lost,
}: {
  pen: Site["pen"];
  number: number;
  lost: number;
}): string[] {
  const { run, rows: end } = pen.moment;
  const { index } = run;
  const [row] = index.lastLostAt(number, end, 1);
  if (row === undefined) return [];
  const rule = index.ruleAt(row);
  const text = run.lossCount(rule);
  const byRule = pen.moment.told.lostByRule[rule] ?? 0;
  return text === null || byRule > lost ? [] : [pen.say(text, { n: pen.count(byRule) })];
}

function lastLost({ pen, number }: Site, count: number): number[] {
  const { run, rows: end } = pen.moment;
  const { trace } = run.history;
  return run.index.lastLostAt(number, end, count).map((row) => trace.elementAt(row));
}
