/** A hook for how much room there is below the pictures. */
import { type RefObject, useLayoutEffect, useState } from "react";

/** Returns the px from the bottom of the last picture to that of an element over the strips; null until measured. */
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
    // The type grows with the window, which moves the bottom of the picture.
    const observer = new ResizeObserver(measure);
    observer.observe(last);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}
