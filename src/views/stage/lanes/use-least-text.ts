/** How small the labels of a picture may be, as a hook. */
import { useSyncExternalStore } from "react";
import { usePlaygroundState } from "../../playground-context.ts";

const LEAST_PX = 12;
/** Read from the back row: of the window's height. */
const PRESENTED_SHARE = 0.022;

/** In px: presented with one lane or two, 2.2 % of the window's height; never under 12. */
export function useLeastText(lanes: number): number {
  const presenting = usePlaygroundState((state) => state.presenting !== null);
  const height = useSyncExternalStore(
    (listener) => {
      addEventListener("resize", listener);
      return () => removeEventListener("resize", listener);
    },
    () => innerHeight,
    () => 0,
  );
  if (!presenting || lanes > 2) return LEAST_PX;
  return Math.max(LEAST_PX, Math.ceil(height * PRESENTED_SHARE));
}
