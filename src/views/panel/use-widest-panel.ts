/** A hook for how wide the panel may be in this window. */
import { useSyncExternalStore } from "react";
import { PANEL_WIDTHS } from "../../store/index.ts";

/** The width that the stage keeps: as in `app.module.css`, which limits a remembered width of the panel. */
const STAGE_PX = 600;

/** Returns the greatest width, in px of a page whose root font size is 16 px. */
export function useWidestPanel(): number {
  return useSyncExternalStore(listen, widestNow, () => PANEL_WIDTHS.max);
}

function listen(listener: () => void): () => void {
  addEventListener("resize", listener);
  return () => removeEventListener("resize", listener);
}

function widestNow(): number {
  const { min, max } = PANEL_WIDTHS;
  const room = Math.floor((innerWidth * 16) / remPx()) - STAGE_PX;
  return Math.max(min, Math.min(max, room));
}

/** The root font size in px, which may be more than 16. */
export function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
