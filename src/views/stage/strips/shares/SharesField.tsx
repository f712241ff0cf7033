/** The drawing of shares of time: each lane's band has a row for its producers and one for its workers. */
import { type JSX, useMemo } from "react";
import type { Language } from "../../../../i18n/index.ts";
import { type Recording, type SharePoint, sharesOverTime } from "../../../../run/index.ts";
import { HEAD_MARGIN, LABEL_MARGIN } from "../curves/box.ts";
import { LaneBands } from "../LaneBands.tsx";
import { labelSize } from "../label-size.ts";
import type { LaneBand } from "../lane-bands.ts";
import type { Frame, StripFieldProps } from "../strip.ts";
import styles from "./shares.module.css";
import { sharesWords } from "./shares-words.ts";

const WHO = ["source", "workers"] as const;
/** The gap between the two rows of a lane, in px. */
const GAP = 2;
/** In rows lower than this, in multiples of the text's size, names in every lane would read as a paragraph. */
const NAMED_HEIGHT = 1.7;
/** The least height of a row, in px: if both rows would be lower, the lane shows only its workers. */
const LEAST_HEIGHT = 6;

export function SharesField(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, width, height, language } = props;
  return (
    <LaneBands className={styles["shares"]} {...{ recordings, width, height }}>
      {(recording, band, lane) => (
        <Lane
          {...{ recording, band, frame, spanMs, width, language }}
          number={recordings.length > 1 ? lane + 1 : null}
        />
      )}
    </LaneBands>
  );
}

interface LaneProps {
  readonly recording: Recording;
  readonly frame: Frame;
  readonly spanMs: number;
  readonly width: number;
  readonly band: LaneBand;
  readonly language: Language;
  /** The number of the lane on the stage; null if it is the only one. */
  readonly number: number | null;
}

function Lane(props: LaneProps): JSX.Element {
  const { recording, frame, spanMs, width, band, language, number } = props;
  const points = useMemo(
    () => sharesOverTime(recording, { toMs: spanMs, untilMs: frame.timeMs, points: frame.points }),
    [recording, frame, spanMs],
  );
  const size = labelSize();
  const both = (band.height - GAP) / WHO.length;
  const shown = both < LEAST_HEIGHT ? WHO.slice(1) : WHO;
  const rowHeight = both < LEAST_HEIGHT ? band.height : both;
  // In low rows only the first lane has names, which stand for all.
  const isNamed = rowHeight >= size * ((number ?? 1) === 1 ? 1 : NAMED_HEIGHT);
  const x = (timeMs: number) => (timeMs / spanMs) * width;
  return (
    <g>
      {shown.map((who, row) => {
        const top = band.top + row * (rowHeight + GAP);
        const box = { top, bottom: top + rowHeight };
        return (
          <g key={who} data-shares={who}>
            <rect className={styles["bed"]} y={top} width={width} height={rowHeight} />
            <path className={styles["held"]} d={areaOf(points, who, "held", box, x)} />
            <path
              className={styles["busy"]}
              data-who={who}
              d={areaOf(points, who, "busy", box, x)}
            />
            {isNamed && (
              <text
                x={width - HEAD_MARGIN}
                y={top + Math.min(rowHeight / 2 + size * 0.36, size)}
                textAnchor="end"
              >
                {sharesWords[who][language]}
              </text>
            )}
          </g>
        );
      })}
      {number !== null && band.height >= size && (
        <text x={LABEL_MARGIN} y={band.top + band.height / 2 + size * 0.36} data-lane-number="">
          {number}
        </text>
      )}
    </g>
  );
}

/** An area as the `d` of a path: held time from the top, busy time from the bottom; empty if there are no actors. */
function areaOf(
  points: readonly SharePoint[],
  who: (typeof WHO)[number],
  what: "busy" | "held",
  { top, bottom }: { readonly top: number; readonly bottom: number },
  x: (timeMs: number) => number,
): string {
  const known = points.filter((point) => !Number.isNaN(point[who][what]));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return "";
  const foot = what === "busy" ? bottom : top;
  const y = (share: number) =>
    what === "busy" ? bottom - share * (bottom - top) : top + share * (bottom - top);
  const line = known
    .map((point) => `L${x(point.timeMs).toFixed(1)} ${y(point[who][what]).toFixed(1)}`)
    .join("");
  // The first window's value holds from its start on.
  const begin = `M0 ${foot.toFixed(1)}V${y(first[who][what]).toFixed(1)}`;
  return `${begin}${line}V${foot.toFixed(1)}z`;
}
