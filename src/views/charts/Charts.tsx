/** Throughput, queue depth and drops over one time axis. */
import { type JSX, useState } from "react";
import type { Language } from "../../i18n/index.ts";
import type { Values } from "../../params/index.ts";
import type { Recording } from "../../run/index.ts";
import type { Position } from "../../store/index.ts";
import { ChartFigure } from "./ChartFigure.tsx";
import { chartKinds } from "./chart-kind.ts";
import styles from "./charts.module.css";
import { Swatch } from "./Swatch.tsx";
import { useFrames } from "./use-frames.ts";
import { words } from "./words.ts";

export interface ChartsProps {
  /** One a lane. */
  readonly recordings: readonly Recording[];
  readonly laneNames: readonly string[];
  readonly playing: boolean;
  readonly language: Language;
  /** The thresholds of alerts that differ from the defaults; without it there are no alerts. */
  readonly thresholds?: Values;
  /** Of all charts together, in px. */
  readonly width: number;
  /** Of the drawing of each chart, in px. */
  readonly height?: number;
  onSeek(timeMs: number): void;
  position(): Position;
  onPosition(listener: (position: Position) => void): () => void;
}

const DEFAULT_HEIGHT = 150;
/** Below this width the charts stand one below the other. */
const NARROW = 560;
const GAP = 20;

export function Charts(props: ChartsProps): JSX.Element {
  const { laneNames, playing, language, width, height = DEFAULT_HEIGHT } = props;
  const { recordings, frames } = useFrames(props, chartKinds.length);
  const [hoverMs, setHoverMs] = useState<number | null>(null);
  const columns = width < NARROW ? 1 : chartKinds.length;
  const chartWidth = Math.floor((width - GAP * (columns - 1)) / columns);
  return (
    <section className={styles["charts"]} aria-label={words.charts[language]}>
      {recordings.length > 1 && (
        <ul className={styles["lanes"]}>
          {recordings.map((_, lane) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lanes have no other name
            <li key={lane}>
              <Swatch lane={lane} color="var(--ink-soft)" />
              <span>{laneNames[lane]}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles["row"]} style={{ gap: columns === 1 ? undefined : GAP }}>
        {frames.map((frame, index) => {
          const kind = chartKinds[index];
          if (kind === undefined) return null;
          return (
            <ChartFigure
              key={kind.id}
              kind={kind}
              recordings={recordings}
              laneNames={laneNames}
              frame={frame}
              playing={playing}
              thresholds={props.thresholds}
              language={language}
              width={chartWidth}
              height={height}
              hoverMs={hoverMs}
              onHover={setHoverMs}
              onSeek={props.onSeek}
              position={props.position}
              onPosition={props.onPosition}
            />
          );
        })}
      </div>
    </section>
  );
}
