/** How the page is arranged, by the window, as a hook. */
import { useSyncExternalStore } from "react";

/**
 * `desk`: panel beside stage, nothing scrolls but the panel. `column`: the stage sticks to the top, the panel scrolls
 * beneath. `side`: a low window, the stage at the left, the panel at the right.
 */
export type Arrangement = "desk" | "column" | "side";

/** In em, so that large text of the reader's own counts as a small window: 1,024 x 600 px at 16 px. */
const DESK = "(min-width: 64em) and (min-height: 37.5em)";
const SIDE = "(min-width: 36em) and (min-aspect-ratio: 5/4)";

/** Whether the strips stand under the picture. On a phone they have a tab, which a presentation leaves no room for. */
export function haveStrips(arrangement: Arrangement, presenting: boolean): boolean {
  return arrangement === "desk" || (arrangement === "column" && presenting);
}

export function useArrangement(): Arrangement {
  return useSyncExternalStore(listen, arrangementNow, () => "desk");
}

function arrangementNow(): Arrangement {
  if (matchMedia(DESK).matches) return "desk";
  return matchMedia(SIDE).matches ? "side" : "column";
}

function listen(listener: () => void): () => void {
  const queries = [matchMedia(DESK), matchMedia(SIDE)];
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}
