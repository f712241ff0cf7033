/** Channels that nobody reads any more: they stay visible, with the elements in them. */
import type { Site } from "./site.ts";

const words = {
  left: { ko: "{n}초에 버려진 채널", en: "left at {n} s" },
  short: { ko: "{n}초에 남겨짐", en: "{n} s" },
} as const;

const MOST = 40;

/** Groups of elements that were left behind at the same instant, newest first; empty if there are none. */
function groupsOf({ pen, number }: Site): { ms: number; elements: number[] }[] {
  const { run, rows: end } = pen.moment;
  const { index, losses } = run;
  const { trace } = run.history;
  const lost = index.lastLostAt(number, end, MOST);
  const groups: { ms: number; elements: number[] }[] = [];
  for (const row of lost) {
    // Other losses at this station are not elements left in a channel.
    if (losses[index.ruleAt(row)]?.manner !== "undelivered") return [];
    const ms = trace.timeAt(row);
    const last = groups.at(-1);
    if (last?.ms === ms) last.elements.unshift(trace.elementAt(row));
    else groups.push({ ms, elements: [trace.elementAt(row)] });
  }
  return groups.filter(({ elements }) => elements.length > 1);
}

/** Draws under a buffer the channels that were left behind. Returns the number of lines that they take. */
export function drawLeftBehind(site: Site): number {
  const { pen, slot, number, feet } = site;
  if (site.station.kind !== "buffer" || feet.length < 2) return 0;
  // A single channel may take two lines, so that the numbers of its elements can be read.
  const all = groupsOf(site);
  const lines = all.length === 1 && feet.length >= 3 ? 2 : 1;
  const groups = all.slice(0, Math.floor((feet.length - 1) / lines));
  groups.forEach(({ ms, elements }, line) => {
    const y = (feet[line] ?? 0) - pen.text * 0.36 + (lines - 1) * pen.text * 0.6;
    const wordsWidth = Math.min(slot.width * 0.36, pen.text * 9);
    const size = Math.max(
      0,
      Math.min(
        pen.text * (lines === 2 ? 1.9 : 1.02),
        (slot.width - wordsWidth) / (elements.length * 1.12 + 0.6),
      ),
    );
    const width = elements.length * size * 1.12 + size * 0.5;
    const x = slot.x + slot.width - width;
    const height = size * 1.24;
    pen.rect(
      `left-${number}-${ms}`,
      "lost",
      "dashed",
      { x, y: y - height / 2, width, height },
      size * 0.2,
    );
    elements.forEach((element, i) => {
      const at = { x: x + width - size * 0.25 - (i + 0.56) * size * 1.12, y };
      pen.token(element, at, size, { role: "lost", fixed: true });
    });
    pen.write({
      key: `left-${number}-${ms}-word`,
      x: x - pen.text * 0.4,
      y: y + pen.text * 0.36,
      texts: [words.left, words.short].map((text) => pen.say(text, { n: pen.rate(ms / 1000) })),
      room: wordsWidth,
      anchor: "end",
      role: "lost",
    });
  });
  return groups.length * lines;
}
