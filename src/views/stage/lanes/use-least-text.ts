/** How small the labels of a picture may be, as a hook. */
import { useState, useSyncExternalStore } from "react";
import { usePlaygroundState } from "../../playground-context.ts";

/** Of the size that the reader has chosen for text: 12 px of 16. */
const LEAST_SHARE = 0.75;
/** Read from the back row: of the window's height. */
const PRESENTED_SHARE = 0.022;
/** With more lanes: as large as the smallest words around the pictures, of the window's height and of its width. */
const SHARES_OF_MANY = { height: 0.0165, width: 0.0094 };

/**
 * In px: presented with one lane or two, 2.2 % of the window's height, with more 1.65 %; never under three quarters of the
 * reader's own size.
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

/** The page's own sizes grow with the window; `medium` is what the reader has chosen. */
function readersPx(): number {
  const probe = document.createElement("span");
  probe.style.fontSize = "medium";
  document.body.append(probe);
  const px = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return px > 0 ? px : 16;
}
