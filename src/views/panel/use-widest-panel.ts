/** How wide the panel may be in this window, as a hook. */
import { useSyncExternalStore } from "react";
import { PANEL_WIDTHS } from "../../store/index.ts";

/** What the stage keeps beside it: as in `app.module.css`, where a width that is remembered gives way. */
const STAGE_PX = 600;

/** In px of a page that is not zoomed. */
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

/** The page may be drawn larger than 16 px a rem. */
export function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
