/** The room that an element has, as a hook. */
import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height of an element in whole px, followed as they change; `initial` before the first measurement, which
 * comes with the browser's own layout: asking sooner would have the whole page laid out once more.
 */
export function useRoom(ref: RefObject<HTMLElement | null>, initial: Room): Room {
  const [room, setRoom] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      // Before the browser paints: nothing is seen in a room that it does not have.
      flushSync(() => {
        setRoom((old) => (old.width === width && old.height === height ? old : { width, height }));
      });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}
