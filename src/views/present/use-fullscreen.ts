/** A hook that keeps the page in full screen while presenting, in browsers that can. */
import { useEffect, useEffectEvent } from "react";

/** Requests full screen, and leaves it on unmount. Calls `onLeave` when the user has left it with the browser's key. */
export function useFullscreen(onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    let was = isFull();
    // Phones may not have it, and after a reload the browser refuses it: the page then just fills its window.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    const onChange = () => {
      const is = isFull();
      if (was && !is) leave();
      was = is;
    };
    document.addEventListener("fullscreenchange", onChange);
    return () => {
      document.removeEventListener("fullscreenchange", onChange);
      if (isFull()) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}

function isFull(): boolean {
  // It is undefined in browsers without full screen.
  return Boolean(document.fullscreenElement);
}
