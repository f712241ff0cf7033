/**
 * What lies over a chart: the play head, which every frame of the page moves, the crosshair that all
 * charts share, and the values under it. A press or a drag moves the play head.
 */
import { type JSX, type PointerEvent, useLayoutEffect, useRef } from "react";
import { fillIn, formatSeconds, type Language } from "../../../i18n/index.ts";
import type { Position } from "../../../store/index.ts";
import type { ChartData, Column, Row } from "./chart-data.ts";
import type { ChartKind } from "./chart-kind.ts";
import styles from "./charts.module.css";
import type { Box } from "./frame-box.ts";
import { Readout } from "./Readout.tsx";
import { words } from "./words.ts";

export interface OverlayProps {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly columns: readonly Column[];
  readonly spanMs: number;
  readonly box: Box;
  readonly language: Language;
  /** Where somebody points at one of the charts, or null. */
  readonly hoverMs: number | null;
  onHover(timeMs: number | null): void;
  onSeek(timeMs: number): void;
  position(): Position;
  onPosition(listener: (position: Position) => void): () => void;
}

export function Overlay(props: OverlayProps): JSX.Element {
  const { kind, data, columns, spanMs, box, language, hoverMs, onHover, onSeek } = props;
  const head = usePlayHead(props);
  const timeAt = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = (clientX - left) / (width || box.fieldWidth);
    return Math.round(Math.min(1, Math.max(0, share)) * spanMs);
  };
  const row = hoverMs === null ? undefined : rowNear(data.rows, hoverMs);
  const crossMs = Math.min(row?.timeMs ?? hoverMs ?? 0, spanMs);
  const crossX = (crossMs / spanMs) * box.fieldWidth;
  return (
    <div
      className={styles["field"]}
      style={{ left: box.left, top: box.top, width: box.fieldWidth, height: box.fieldHeight }}
      data-field={kind.id}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        onSeek(timeAt(event));
      }}
      onPointerMove={(event) => {
        const timeMs = timeAt(event);
        onHover(timeMs);
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onSeek(timeMs);
      }}
      onPointerLeave={() => onHover(null)}
      onPointerCancel={() => onHover(null)}
    >
      <div ref={head} className={styles["head"]} data-play-head={kind.id} />
      {hoverMs !== null && (
        <>
          <div className={styles["cross"]} style={{ transform: `translateX(${crossX}px)` }} />
          {row !== undefined && dots(props, row, crossX)}
          <Readout
            kind={kind}
            columns={columns}
            row={row}
            language={language}
            time={fillIn(words.time[language], { n: formatSeconds(crossMs, language) })}
            x={crossX}
            fieldWidth={box.fieldWidth}
          />
        </>
      )}
    </div>
  );
}

/** The element that stands at the play head. It is moved by itself, without React. */
function usePlayHead({ spanMs, box, position, onPosition }: OverlayProps) {
  const head = useRef<HTMLDivElement>(null);
  const { fieldWidth } = box;
  useLayoutEffect(() => {
    const move = ({ timeMs }: Position) => {
      const x = Math.min(1, timeMs / spanMs) * fieldWidth;
      if (head.current !== null) head.current.style.transform = `translateX(${x.toFixed(2)}px)`;
    };
    move(position());
    return onPosition(move);
  }, [spanMs, fieldWidth, position, onPosition]);
  return head;
}

/** The row next to a time; none where nothing is drawn. */
function rowNear(rows: readonly Row[], timeMs: number): Row | undefined {
  const [first, second] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const stepMs = (second ?? first).timeMs - (second === undefined ? 0 : first.timeMs);
  if (timeMs > last.timeMs + stepMs / 2) return undefined;
  return rows[Math.max(0, Math.round((timeMs - first.timeMs) / stepMs))] ?? last;
}

function dots({ columns, data, box }: OverlayProps, row: Row, x: number): JSX.Element[] {
  return columns.flatMap((column) => {
    const value = column.drawnIn(row);
    if (value === null || value > data.axis.max) return [];
    const y = (1 - value / data.axis.max) * box.fieldHeight;
    const background = column.measure.line?.color;
    const style = { background, transform: `translate(${x}px, ${y}px)` };
    return [<div key={column.key} className={styles["dot"]} style={style} />];
  });
}
