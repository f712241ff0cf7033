/**
 * The layer over the fields of all strips: the play head, which moves by itself, and a hairline at the pointer.
 * Pressing or dragging moves the play head.
 */
import { type JSX, type PointerEvent, useRef } from "react";
import { heldBy } from "../time-scale.ts";
import { useHeadMotion } from "../use-head-motion.ts";
import type { FieldPoint } from "./strip.ts";
import styles from "./strips.module.css";

interface ScrubProps {
  readonly spanMs: number;
  /** Width of the field, in px. */
  readonly width: number;
  /** The time at the pointer; null if it is elsewhere. */
  readonly hoverMs: number | null;
  onHover(timeMs: number | null): void;
  onSeek(timeMs: number): void;
  /** Called when a point was pressed and released without dragging. */
  onPoint(point: FieldPoint): void;
}

export function Scrub(props: ScrubProps): JSX.Element {
  const { spanMs, width, hoverMs, onHover, onSeek, onPoint } = props;
  const pressed = useRef<FieldPoint | null>(null);
  const head = useHeadMotion(spanMs, width);
  const timeAt = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width: drawn } = currentTarget.getBoundingClientRect();
    const share = (clientX - left) / (drawn || width);
    return Math.round(Math.min(heldBy(spanMs), Math.max(0, share * spanMs)));
  };
  return (
    <div
      className={styles["scrub"]}
      data-field=""
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pressed.current = pointOf(event);
        onSeek(timeAt(event));
      }}
      onPointerMove={(event) => {
        const timeMs = timeAt(event);
        onHover(timeMs);
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onSeek(timeMs);
      }}
      onPointerUp={(event) => {
        const point = pointOf(event);
        const from = pressed.current;
        pressed.current = null;
        if (from !== null && Math.hypot(point.x - from.x, point.y - from.y) <= STEADY)
          onPoint(point);
      }}
      onPointerLeave={() => onHover(null)}
      onPointerCancel={() => onHover(null)}
    >
      <div ref={head} className={styles["head"]} data-play-head="" />
      {hoverMs !== null && (
        <div
          className={styles["cross"]}
          style={{ transform: `translateX(${(hoverMs / spanMs) * width}px)` }}
        />
      )}
    </div>
  );
}

/** How far a press may move without being a drag, in px. */
const STEADY = 4;

function pointOf({ currentTarget, clientX, clientY }: PointerEvent): FieldPoint {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
