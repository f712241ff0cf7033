/** Keeps the screen awake for as long as something is presented, where the browser can, as a hook. */
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
        // An empty battery may forbid it: the presentation goes on.
      }
    };
    // The browser takes it back when the page is hidden.
    document.addEventListener("visibilitychange", ask);
    void ask();
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", ask);
      lock?.release().catch(() => undefined);
    };
  }, []);
}
