/** A line across the strip of depth where the body of main ended although the program went on. */
import type { JSX } from "react";
import { fillIn, formatCount, type Language } from "../../../../i18n/index.ts";
import { bodyEndMsOf, type Recording } from "../../../../run/index.ts";
import { words } from "../words.ts";
import { type Box, LABEL_MARGIN } from "./box.ts";

export function bodyEndMarks(
  recordings: readonly Recording[],
  untilMs: number,
  spanMs: number,
  { width, height, text }: Box,
  language: Language,
): JSX.Element[] {
  const ends = new Set(recordings.map(bodyEndMsOf).filter((ms) => ms !== null && ms <= untilMs));
  return [...(ends as Set<number>)].map((ms) => {
    const x = (ms / spanMs) * width;
    return (
      <g key={ms} data-body-end="">
        <line x1={x} x2={x} y1={0} y2={height} />
        <text x={x - LABEL_MARGIN} y={height - text * 0.5} textAnchor="end">
          {fillIn(words.bodyEnd[language], { n: formatCount(ms / 1000, language) })}
        </text>
      </g>
    );
  });
}
