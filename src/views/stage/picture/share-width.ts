/** Shares the width of a row among its slots. */
import type { Needs } from "./layout.ts";

/** No slot grows to more than this times its comfortable width. */
const MOST_GROWTH = 1.9;

/**
 * Shares `width` px among the members of a row, whose needs are in multiples of `text`. If all comfortable widths fit,
 * the members that can grow share what is left. Otherwise each gives up the same share of what it has above its least
 * width. If not even the least widths fit, all shrink in proportion.
 */
export function shareWidth(members: readonly Needs[], width: number, text: number): number[] {
  const ideal = sum(members, ({ ideal }) => ideal) * text;
  const least = sum(members, ({ least }) => least) * text;
  if (width >= ideal) return grown(members, width - ideal, text);
  if (width >= least) {
    const share = ideal === least ? 0 : (width - least) / (ideal - least);
    return members.map((needs) => text * (needs.least + (needs.ideal - needs.least) * share));
  }
  return members.map((needs) => (text * needs.least * width) / Math.max(1e-9, least));
}

function grown(members: readonly Needs[], extra: number, text: number): number[] {
  const widths = members.map(({ ideal }) => ideal * text);
  const weights = sum(members, ({ grow }) => grow);
  let left = extra;
  if (weights > 0) {
    members.forEach(({ ideal, grow }, i) => {
      const more = Math.min((extra * grow) / weights, ideal * text * (MOST_GROWTH - 1));
      widths[i] = (widths[i] as number) + more;
      left -= more;
    });
  }
  // The width that no member may grow into is shared evenly.
  return widths.map((each) => each + left / members.length);
}

function sum(members: readonly Needs[], of: (needs: Needs) => number): number {
  return members.reduce((total, needs) => total + of(needs), 0);
}
