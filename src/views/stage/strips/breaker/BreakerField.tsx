/** The drawing of a gate's states: a step for each, with its name where there is room. */
import { type JSX, useMemo } from "react";
import type { Language } from "../../../../i18n/index.ts";
import { gateStatesOf, type Recording } from "../../../../run/index.ts";
import { LABEL_MARGIN } from "../curves/box.ts";
import { LaneBands } from "../LaneBands.tsx";
import { labelSize, labelWidth } from "../label-size.ts";
import type { LaneBand } from "../lane-bands.ts";
import type { StripFieldProps } from "../strip.ts";
import styles from "./breaker.module.css";
import { breakerWords } from "./breaker-words.ts";
import { gateLook } from "./gate-look.ts";

/** In a band lower than this, in multiples of the text's size, names stand in the middle, wherever the step is. */
const TWO_LINES = 2.6;

export function BreakerField(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, width, height, language } = props;
  const untilMs = Math.min(frame.timeMs, spanMs);
  return (
    <LaneBands className={styles["breaker"]} {...{ recordings, width, height }}>
      {(recording, band) => <Lane {...{ recording, band, untilMs, spanMs, width, language }} />}
    </LaneBands>
  );
}

interface LaneProps {
  readonly recording: Recording;
  readonly untilMs: number;
  readonly spanMs: number;
  readonly width: number;
  readonly band: LaneBand;
  readonly language: Language;
}

function Lane({ recording, untilMs, spanMs, width, band, language }: LaneProps): JSX.Element {
  const states = useMemo(() => gateStatesOf(recording, untilMs), [recording, untilMs]);
  const { top, height } = band;
  const size = labelSize();
  const middle = top + height / 2 + size * 0.36;
  const hasText = height >= size;
  if (states === null) {
    return (
      <g data-gate="none">
        <rect className={styles["bed"]} y={top} width={width} height={height} />
        {hasText && (
          <text x={LABEL_MARGIN} y={middle}>
            {breakerWords.none[language]}
          </text>
        )}
      </g>
    );
  }
  const { station, steps } = states;
  return (
    <g data-gate={station.id}>
      <rect className={styles["bed"]} y={top} width={width} height={height} />
      {steps.map(({ timeMs, value }, i) => {
        const { name, share, role } = gateLook(station, value, language);
        const left = (timeMs / spanMs) * width;
        const right = ((steps[i + 1]?.timeMs ?? untilMs) / spanMs) * width;
        const own = height * share;
        const y = top + height - own;
        const fits = hasText && right - left > labelWidth(name, size) + 2 * LABEL_MARGIN;
        return (
          <g key={timeMs} data-state={value}>
            <rect
              x={left}
              y={y}
              width={Math.max(1, right - left)}
              height={own}
              style={{ fill: `var(--${role}-soft)` }}
            />
            <rect
              x={left}
              y={y}
              width={Math.max(1, right - left)}
              height={Math.min(3, own)}
              style={{ fill: `var(--${role})` }}
            />
            {fits && (
              <text
                x={left + LABEL_MARGIN}
                y={
                  height < TWO_LINES * size
                    ? middle
                    : Math.min(top + height - size * 0.25, y + size * 1.2)
                }
                style={{ fill: `var(--${role}-ink)` }}
              >
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
