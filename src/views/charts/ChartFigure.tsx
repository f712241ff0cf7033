/** One chart: caption with its key, curves, what lies over them, and the table that stands for them. */
import { type JSX, useMemo } from "react";
import { fillIn, formatCount, formatSeconds, type Language } from "../../i18n/index.ts";
import type { Values } from "../../params/index.ts";
import { type Recording, ratesAt } from "../../run/index.ts";
import type { Position } from "../../store/index.ts";
import { ChartTable } from "./ChartTable.tsx";
import { chartData, columnsOf } from "./chart-data.ts";
import type { ChartKind } from "./chart-kind.ts";
import styles from "./charts.module.css";
import { boxOf } from "./frame-box.ts";
import { Overlay } from "./Overlay.tsx";
import { Plot } from "./Plot.tsx";
import { Swatch } from "./Swatch.tsx";
import type { Frame } from "./use-frames.ts";
import { words } from "./words.ts";

interface ChartFigureProps {
  readonly kind: ChartKind;
  readonly recordings: readonly Recording[];
  readonly laneNames: readonly string[];
  readonly frame: Frame;
  readonly playing: boolean;
  readonly thresholds: Values | undefined;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly hoverMs: number | null;
  onHover(timeMs: number | null): void;
  onSeek(timeMs: number): void;
  position(): Position;
  onPosition(listener: (position: Position) => void): () => void;
}

export function ChartFigure(props: ChartFigureProps): JSX.Element {
  const { kind, recordings, laneNames, frame, language, width, height, thresholds } = props;
  const data = useMemo(
    () => chartData(kind, recordings, frame, thresholds),
    [kind, recordings, frame, thresholds],
  );
  const columns = useMemo(() => columnsOf(kind, recordings.length), [kind, recordings.length]);
  const box = useMemo(() => boxOf(width, height), [width, height]);
  const now = useMemo(
    () => recordings.map((recording) => currentPoint(recording, frame.timeMs)),
    [recordings, frame],
  );
  const drawn = kind.measures.filter(({ line }) => line !== null);
  return (
    <figure className={styles["figure"]} style={{ width }} data-chart={kind.id}>
      <figcaption className={styles["caption"]}>
        <strong>{kind.title[language]}</strong>
        {kind.showsTotal && <span data-total>{total(now, language)}</span>}
        {drawn.length > 1 && (
          <span className={styles["key"]}>
            {drawn.map(({ field, name, line }) => (
              <span key={field}>
                <Swatch lane={0} color={line?.color ?? ""} />
                <span>{name[language]}</span>
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div className={styles["stage"]} style={{ width, height }}>
        <div role="img" aria-label={summary(props, now)} data-plot={kind.id}>
          <Plot
            kind={kind}
            data={data}
            columns={columns}
            lanes={recordings.length}
            spanMs={frame.spanMs}
            box={box}
            language={language}
          />
        </div>
        <Overlay {...props} data={data} columns={columns} spanMs={frame.spanMs} box={box} />
      </div>
      <ChartTable
        kind={kind}
        recordings={recordings}
        laneNames={laneNames}
        frame={frame}
        language={language}
        playing={props.playing}
      />
    </figure>
  );
}

/** Everything lost so far, lane by lane. */
function total(now: readonly Point[], language: Language): string {
  const n = now.map(({ dropped }) => formatCount(dropped, language)).join(" / ");
  return fillIn(words.total[language], { n });
}

type Point = ReturnType<typeof currentPoint>;

/** The values at the play head itself, to the event. */
function currentPoint({ history }: Recording, timeMs: number) {
  const { lost, buffer } = history.stateAt(timeMs);
  const now = { dropped: lost, depth: buffer.length };

  return { ...now, ...ratesAt(history, timeMs) };
}

function summary(
  { kind, laneNames, frame, language }: ChartFigureProps,
  now: readonly Point[],
): string {
  const values = now.map((point, lane) => {
    const numbers = kind.measures
      .map(({ field, name, unit, format }) => {
        return `${name[language]} ${format(point[field], language)}${unit[language]}`;
      })
      .join(", ");
    return now.length > 1 ? `${laneNames[lane] ?? lane + 1}: ${numbers}` : numbers;
  });
  return fillIn(words.summary[language], {
    title: kind.title[language],
    time: fillIn(words.time[language], { n: formatSeconds(frame.timeMs, language) }),
    values: values.join("; "),
  });
}
