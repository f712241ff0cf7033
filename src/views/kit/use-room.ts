/** The room that an element has, as a hook. */
import { type RefObject, useLayoutEffect, useState } from "react";

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Width and height of an element in whole px, followed as they change; `initial` before the first measurement. */
export function useRoom(ref: RefObject<HTMLElement | null>, initial: Room): Room {
  const [room, setRoom] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      setRoom((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}
