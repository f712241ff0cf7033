/** A hook that keeps the screen awake while presenting, in browsers that can. */
import { useEffect } from "react";

export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const given = (await navigator.wakeLock?.request("screen")) ?? null;
        if (gone) await given?.release();
        else lock = given;
      } catch {
        // A low battery may forbid it; the presentation continues without.
      }
    };
    // The browser releases the lock when the page is hidden, so it is requested again when the page reappears.
    document.addEventListener("visibilitychange", ask);
    void ask();
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", ask);
      lock?.release().catch(() => undefined);
    };
  }, []);
}
