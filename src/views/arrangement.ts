/** A hook for how the page is arranged, which depends on the window. */
import { useSyncExternalStore } from "react";

/**
 * `desk`: the panel stands beside the stage, and only the panel scrolls. `column`: the stage sticks to the top, and the
 * panel scrolls beneath it. `side`: in a low window, the stage is at the left and the panel at the right.
 */
export type Arrangement = "desk" | "column" | "side";

/** In em, so that a window counts as small if the reader has chosen large text: 1,024 x 600 px at 16 px. */
const DESK = "(min-width: 64em) and (min-height: 37.5em)";
const SIDE = "(min-width: 36em) and (min-aspect-ratio: 5/4)";

/** Whether the strips stand under the picture. On a phone they have a tab instead, except while presenting upright. */
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
