/** The drawing of arrivals: ticks for elements that were made, and taller, numbered marks for those that arrived. */
import { type JSX, useMemo } from "react";
import type { Language } from "../../../../i18n/index.ts";
import { arrivalsOf, birthsOf, type Recording, type RowLog } from "../../../../run/index.ts";
import { HEAD_MARGIN } from "../curves/box.ts";
import { LaneBands } from "../LaneBands.tsx";
import { labelSize, labelWidth } from "../label-size.ts";
import type { LaneBand } from "../lane-bands.ts";
import { eachSpaced } from "../spaced.ts";
import type { Picked, StripFieldProps } from "../strip.ts";
import { type ArrivalRow, arrivalRows } from "./arrival-rows.ts";
import styles from "./arrived.module.css";

/** The heights of a tick and of a mark, as shares of the row's height. */
const TICK = 0.28;
const MARK = 0.86;
/** Ticks or marks closer together than this, in px, are drawn as one. */
const TICK_GAP = 2;
const MARK_GAP = 2.5;
/** The distance from a mark to its number, in px. */
const TO_NUMBER = 5;
/** The size of numbers, relative to labels. */
const NUMBER_SIZE = 1.1;

export function ArrivedField(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, width, height, language, picked } = props;
  const lanes = recordings.length;
  const untilMs = Math.min(frame.timeMs, spanMs);
  return (
    <LaneBands className={styles["arrived"]} {...{ recordings, width, height }}>
      {(recording, band, lane) => (
        <Lane
          picked={picked?.lane === lane ? picked : null}
          {...{ recording, band, lanes, untilMs, spanMs, width, language }}
        />
      )}
    </LaneBands>
  );
}

interface BandOf {
  readonly band: LaneBand;
  readonly lanes: number;
}

interface LaneProps {
  readonly recording: Recording;
  readonly untilMs: number;
  readonly spanMs: number;
  readonly width: number;
  readonly language: Language;
  readonly picked: Picked | null;
}

function Lane({ band, lanes, ...props }: LaneProps & BandOf): JSX.Element {
  const { recording } = props;
  const rows = useMemo(() => arrivalRows(recording, lanes, band), [recording, lanes, band]);
  return (
    <g>
      {rows.map((row) => (
        <Row key={row.kind} row={row} {...props} />
      ))}
    </g>
  );
}

interface RowProps extends LaneProps {
  readonly row: ArrivalRow;
}

function Row(props: RowProps): JSX.Element {
  const { recording, row, untilMs, spanMs, width, language, picked } = props;
  const { kind, top, height, name } = row;
  const size = labelSize();
  const ticks = useMemo(
    () => strokes(birthsOf(recording, kind), TICK_GAP, TICK, { untilMs, spanMs, width }, row),
    [recording, kind, untilMs, spanMs, width, row],
  );
  const marks = useMemo(
    () => strokes(arrivalsOf(recording, kind), MARK_GAP, MARK, { untilMs, spanMs, width }, row),
    [recording, kind, untilMs, spanMs, width, row],
  );
  const bottom = top + height;
  const hasText = height >= size * 1.05;
  return (
    <g data-arrived={kind ?? "all"}>
      <path className={styles["floor"]} d={`M0 ${bottom - 0.5}H${width}`} />
      <path className={styles["ticks"]} d={ticks} />
      <path
        className={styles["marks"]}
        style={kind === null ? undefined : { stroke: `var(--kind-${kind})` }}
        d={marks}
      />
      {hasText &&
        numbersOf(props, size).map(({ x, element }) => (
          <text
            key={element}
            x={x}
            y={Math.min(bottom - 2, top + (1 - MARK) * height + size * 0.85)}
            data-arrival={element}
            data-lit={picked?.element === element}
          >
            {element}
          </text>
        ))}
      {name !== null && hasText && (
        <text
          className={styles["name"]}
          x={width - HEAD_MARGIN}
          y={top + Math.min(height / 2 + size * 0.36, size)}
          textAnchor="end"
        >
          {name[language]}
        </text>
      )}
    </g>
  );
}

interface Ruler {
  readonly untilMs: number;
  readonly spanMs: number;
  readonly width: number;
}

/** Strokes up from the floor of a strip's row, one for each row of a log, as the `d` of a path. */
function strokes(
  log: RowLog,
  gap: number,
  share: number,
  { untilMs, spanMs, width }: Ruler,
  { top, height }: ArrivalRow,
): string {
  let path = "";
  const bottom = (top + height).toFixed(1);
  const y = (top + height * (1 - share)).toFixed(1);
  eachSpaced(
    log.countUntil(untilMs),
    (place) => log.timeAt(place),
    (timeMs) => log.firstFrom(timeMs),
    (gap / Math.max(1, width)) * spanMs,
    (place) => {
      // At 0, half of a stroke would lie outside.
      const x = Math.max(1, (log.timeAt(place) / spanMs) * width);
      path += `M${x.toFixed(1)} ${bottom}V${y}`;
    },
  );
  return path;
}

/** The numbers of the elements that arrived, if all in the row have room; else only that of the picked one. */
function numbersOf(
  { recording, row, untilMs, spanMs, width, picked }: RowProps,
  size: number,
): { readonly x: number; readonly element: number }[] {
  const log = arrivalsOf(recording, row.kind);
  const { trace } = recording;
  const count = log.countUntil(untilMs);
  const places: number[] = [];
  const x = (place: number) => (log.timeAt(place) / spanMs) * width + TO_NUMBER;
  const widthOf = (element: number) => labelWidth(String(element), size * NUMBER_SIZE);
  let haveRoom = true;
  eachSpaced(
    count,
    (place) => log.timeAt(place),
    (timeMs) => log.firstFrom(timeMs),
    ((size / 2) * spanMs) / Math.max(1, width),
    (place, next) => {
      // Where several marks are drawn as one, there is no room for their numbers.
      const after = next - place > 1 ? place + 1 : next;
      const end = x(place) + widthOf(trace.elementAt(log.at(place)));
      if (after < count && end > x(after) - TO_NUMBER) haveRoom = false;
      places.push(place);
    },
  );
  return places.flatMap((place) => {
    const element = trace.elementAt(log.at(place));
    const isShown = haveRoom || picked?.element === element;
    return isShown && x(place) + widthOf(element) <= width ? [{ x: x(place), element }] : [];
  });
}
