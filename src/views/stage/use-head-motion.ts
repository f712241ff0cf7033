/**
 * Moves an element with the play head: a hook that draws without React. While the run plays, the browser's compositor
 * moves it, because a new style in every frame would have the whole page styled and composited again in every frame.
 */
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Position } from "../../store/index.ts";
import { usePlayground } from "../playground-context.ts";

/** How far an animation may be from the play head before it is corrected, as a share of the axis: about 1 px. */
const TOLERANCE = 1 / 1500;

/** Returns a ref for the element whose left edge stands at the play head, on an axis of `spanMs` ms and `width` px. */
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

/** The motion of one element. The page uses it through `useHeadMotion`. */
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

  /** Shows the play head at `timeMs`, moving by `speed` virtual ms per wall ms; 0 while it stands still. */
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
    // After a slow frame, or while the recording catches up, the run lags behind the wall clock.
    const apartMs = Math.abs(Number(animation.currentTime) - timeMs);
    if (apartMs <= this.spanMs * TOLERANCE) return;
    // Setting `currentTime` would make it stand still until the compositor has started again.
    const nowMs = Number(document.timeline.currentTime);
    animation.startTime = nowMs - Math.min(timeMs, this.spanMs) / speed;
  }

  private at(timeMs: number): string {
    const x = Math.min(1, timeMs / this.spanMs) * this.width;
    return `translateX(${x.toFixed(2)}px)`;
  }
}
