/** The drawing of demand: a band for each lane, on its own scale. It steps up with requests and down with elements. */
import { type JSX, useMemo } from "react";
import type { Language } from "../../../../i18n/index.ts";
import { demandSteps, type Recording } from "../../../../run/index.ts";
import { axisNumber } from "../curves/axis-number.ts";
import { LABEL_MARGIN } from "../curves/box.ts";
import { labelSize } from "../label-size.ts";
import type { StripFieldProps } from "../strip.ts";
import styles from "./demand.module.css";

/** The gap above and below a band, in px. */
const GAP = 3;

export function DemandField(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, width, height, language } = props;
  const untilMs = Math.min(frame.timeMs, spanMs);
  const bandHeight = height / Math.max(1, recordings.length);
  return (
    <svg className={styles["demand"]} width={width} height={height} aria-hidden="true">
      {recordings.map((recording, lane) => (
        <Band
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
          key={lane}
          {...{ recording, untilMs, spanMs, width, language }}
          top={lane * bandHeight + GAP}
          height={Math.max(1, bandHeight - 2 * GAP)}
        />
      ))}
    </svg>
  );
}

interface BandProps {
  readonly recording: Recording;
  readonly untilMs: number;
  readonly spanMs: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly language: Language;
}

function Band({ recording, untilMs, spanMs, width, top, height, language }: BandProps) {
  const steps = useMemo(
    () => demandSteps(recording, 0, untilMs, spanMs / Math.max(1, width)),
    [recording, untilMs, spanMs, width],
  );
  const most = steps.reduce((max, { open }) => (open === Infinity ? max : Math.max(max, open)), 0);
  const bottom = top + height;
  const x = (timeMs: number) => ((timeMs / spanMs) * width).toFixed(1);
  const y = (open: number) =>
    (open === Infinity ? top : bottom - (open / Math.max(1, most)) * height).toFixed(1);
  let line = "";
  for (const { timeMs, open } of steps) {
    line += line === "" ? `M${x(timeMs)} ${y(open)}` : `H${x(timeMs)}V${y(open)}`;
  }
  const end = x(untilMs);
  const unbounded = most === 0 && steps.some(({ open }) => open === Infinity);
  const size = labelSize();
  return (
    <g data-band={recording.spec.strategy} data-most={unbounded ? "unbounded" : most}>
      <path className={styles["area"]} d={`${line}H${end}V${bottom}H0Z`} />
      <path className={styles["line"]} d={`${line}H${end}`} data-unbounded={unbounded} />
      <path className={styles["floor"]} d={`M0 ${bottom}H${width}`} />
      {height >= size && (
        <text x={LABEL_MARGIN} y={top + size * 0.85}>
          {unbounded ? "∞" : axisNumber(most, language)}
        </text>
      )}
    </g>
  );
}
