/** A hook for how small the labels of a picture may be. */
import { useState, useSyncExternalStore } from "react";
import { usePlaygroundState } from "../../playground-context.ts";

/** The least size, as a share of the text size that the reader has chosen: 12 px of 16. */
const LEAST_SHARE = 0.75;
/** The least size while presenting, readable from the back row, as a share of the window's height. */
const PRESENTED_SHARE = 0.022;
/** The same with more than two lanes: as large as the smallest words around the pictures. */
const SHARES_OF_MANY = { height: 0.0165, width: 0.0094 };

/**
 * Returns the least size in px. While presenting it is 2.2 % of the window's height with one or two lanes, and 1.65 %
 * (or less in a narrow window) with more. It is never less than three quarters of the reader's own text size.
 */
export function useLeastText(lanes: number): number {
  const [ownPx] = useState(readersPx);
  const presenting = usePlaygroundState((state) => state.presenting !== null);
  const wished = useSyncExternalStore(
    (listener) => {
      addEventListener("resize", listener);
      return () => removeEventListener("resize", listener);
    },
    () => (presenting ? presentedPx(lanes) : 0),
    () => 0,
  );
  return Math.max(Math.round(LEAST_SHARE * ownPx), Math.ceil(wished));
}

function presentedPx(lanes: number): number {
  if (lanes <= 2) return innerHeight * PRESENTED_SHARE;
  return Math.min(innerHeight * SHARES_OF_MANY.height, innerWidth * SHARES_OF_MANY.width);
}

/** The text size that the reader has chosen, in px: `medium`, because the page's own sizes grow with the window. */
function readersPx(): number {
  const probe = document.createElement("span");
  probe.style.fontSize = "medium";
  document.body.append(probe);
  const px = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return px > 0 ? px : 16;
}
