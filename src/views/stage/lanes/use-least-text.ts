/** How small the labels of a picture may be, as a hook. */
import { useSyncExternalStore } from "react";
import { usePlaygroundState } from "../../playground-context.ts";

const LEAST_PX = 12;
/** Read from the back row: of the window's height. */
const PRESENTED_SHARE = 0.022;
/** With more lanes: as large as the smallest words around the pictures, of the window's height and of its width. */
const SHARES_OF_MANY = { height: 0.0165, width: 0.0094 };

/** In px: presented with one lane or two, 2.2 % of the window's height, with more 1.65 %; never under 12. */
export function useLeastText(lanes: number): number {
  const presenting = usePlaygroundState((state) => state.presenting !== null);
  const wished = useSyncExternalStore(
    (listener) => {
      addEventListener("resize", listener);
      return () => removeEventListener("resize", listener);
    },
    () => (presenting ? presentedPx(lanes) : 0),
    () => 0,
  );
  return Math.max(LEAST_PX, Math.ceil(wished));
}

function presentedPx(lanes: number): number {
  if (lanes <= 2) return innerHeight * PRESENTED_SHARE;
  return Math.min(innerHeight * SHARES_OF_MANY.height, innerWidth * SHARES_OF_MANY.width);
}
