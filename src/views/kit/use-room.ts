/** A hook for the size of an element. */
import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * Returns the width and height of an element in whole px, and follows their changes; `initial` before the first
 * measurement. That comes with the browser's own layout, because measuring sooner would cost another one.
 */
export function useRoom(ref: RefObject<HTMLElement | null>, initial: Room): Room {
  const [room, setRoom] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      // Rendered before the browser paints, so that nothing is ever seen at the wrong size.
      flushSync(() => {
        setRoom((old) => (old.width === width && old.height === height ? old : { width, height }));
      });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}
