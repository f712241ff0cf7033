/** How much room there is below the pictures, as a hook. */
import { type RefObject, useLayoutEffect, useState } from "react";

/** Px from the foot of the last picture to that of an element which stands over the strips; null before it is measured. */
export function useRoomBelow(ref: RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const pictures = document.querySelectorAll("[data-picture]");
    const last = pictures[pictures.length - 1];
    if (last === undefined || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const foot = ref.current?.getBoundingClientRect().bottom ?? 0;
      setRoom(Math.floor(foot - last.getBoundingClientRect().bottom));
    };
    // The type grows with the window, and moves the picture's foot.
    const observer = new ResizeObserver(measure);
    observer.observe(last);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}
