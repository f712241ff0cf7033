/**
 * Moves an element with the play head, as a hook, without React. While the run plays the browser's compositor moves
 * it: a style of its own every frame would have the page styled, layered and committed anew every frame.
 */
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Position } from "../../store/index.ts";
import { usePlayground } from "../playground-context.ts";

/** An animation that is further from the play head than this share of the axis is put right: less than a px. */
const TOLERANCE = 1 / 1500;

/** The element whose left edge stands at the play head, on an axis of `spanMs` that is `width` px wide. */
export function useHeadMotion(spanMs: number, width: number): RefObject<HTMLDivElement | null> {
  const playground = usePlayground();
  const head = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = head.current;
    if (element === null) return;
    const motion = new HeadMotion(element, spanMs, width);
    const move = ({ timeMs }: Position) => {
      const { playing, speed } = playground.store.getState();
      motion.show(timeMs, playing ? speed : 0);
    };
    move(playground.position());
    const stop = playground.onPosition(move);
    return () => {
      stop();
      motion.stop();
    };
  }, [spanMs, width, playground]);
  return head;
}

/** The motion of one element. `useHeadMotion` is how the page uses it. */
export class HeadMotion {
  private readonly element: HTMLElement;
  private readonly spanMs: number;
  private readonly width: number;
  private animation: Animation | null = null;

  constructor(element: HTMLElement, spanMs: number, width: number) {
    this.element = element;
    this.spanMs = spanMs;
    this.width = width;
  }

  /** The play head is at `timeMs` and moves on by `speed` virtual ms a ms; 0 while it stands. */
  show(timeMs: number, speed: number): void {
    if (speed > 0 && typeof this.element.animate === "function") {
      this.follow(timeMs, speed);
      return;
    }
    this.stop();
    this.element.style.transform = this.at(timeMs);
  }

  stop(): void {
    this.animation?.cancel();
    this.animation = null;
  }

  private follow(timeMs: number, speed: number): void {
    this.animation ??= this.element.animate(
      [{ transform: this.at(0) }, { transform: this.at(this.spanMs) }],
      { duration: this.spanMs, fill: "both" },
    );
    const { animation } = this;
    if (animation.playbackRate !== speed) animation.playbackRate = speed;
    // A frame that took too long, or a record that was not there yet: the run is later than the wall clock.
    const apartMs = Math.abs(Number(animation.currentTime) - timeMs);
    if (apartMs <= this.spanMs * TOLERANCE) return;
    // Not `currentTime`, which would stand still until the compositor has begun anew.
    const nowMs = Number(document.timeline.currentTime);
    animation.startTime = nowMs - Math.min(timeMs, this.spanMs) / speed;
  }

  private at(timeMs: number): string {
    const x = Math.min(1, timeMs / this.spanMs) * this.width;
    return `translateX(${x.toFixed(2)}px)`;
  }
}
