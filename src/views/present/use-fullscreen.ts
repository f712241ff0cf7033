/** Full screen for as long as something is presented, where the browser has it, as a hook. */
import { useEffect, useEffectEvent } from "react";

/** Asks for the whole screen; `onLeave` is called when the reader has left it by the browser's own key. */
export function useFullscreen(onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    let was = document.fullscreenElement !== null;
    // A phone has none, and after a reload nobody has pressed anything: the page then fills its window.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    const heed = () => {
      const is = document.fullscreenElement !== null;
      if (was && !is) leave();
      was = is;
    };
    document.addEventListener("fullscreenchange", heed);
    return () => {
      document.removeEventListener("fullscreenchange", heed);
      if (document.fullscreenElement !== null) {
        document.exitFullscreen().catch(() => undefined);
      }
    };
  }, []);
}
