/** The room that an element has, as a hook. */
import { type RefObject, useLayoutEffect, useState } from "react";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Before anything is measured, and where nothing can be. */
const INITIAL: Size = { width: 900, height: 300 };

/** Width and height of an element in whole px, followed as they change. */
export function useRoom(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(INITIAL);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
