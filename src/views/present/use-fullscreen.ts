/** Full screen for as long as something is presented, where the browser has it, as a hook. */
import { useEffect, useEffectEvent } from "react";

/** Asks for the whole screen; `onLeave` is called when the reader has left it by the browser's own key. */
export function useFullscreen(onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    let was = isFull();
    // A phone has none, and after a reload nobody has pressed anything: the page then fills its window.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    const heed = () => {
      const is = isFull();
      if (was && !is) leave();
      was = is;
    };
    document.addEventListener("fullscreenchange", heed);
    return () => {
      document.removeEventListener("fullscreenchange", heed);
      if (isFull()) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}

function isFull(): boolean {
  // Where there is no full screen at all it is undefined.
  return Boolean(document.fullscreenElement);
}
