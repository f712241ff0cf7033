/** The edge between panel and stage: dragged, or moved with the arrow keys; a double click gives the first width back. */
import { type JSX, useRef } from "react";
import { PANEL_WIDTHS } from "../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./panel.module.css";
import { tabWords } from "./tab-words.ts";

const STEP_PX = 20;

export function Resizer(): JSX.Element {
  const say = useWords();
  const { setPanel } = useActions();
  const widthPx = usePlaygroundState((state) => state.preferences.panel.widthPx);
  const grip = useRef<{ readonly x: number; readonly widthPx: number } | null>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can't be dragged
    <div
      role="separator"
      className={styles["resizer"]}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say(tabWords.width)}
      aria-valuemin={PANEL_WIDTHS.min}
      aria-valuemax={PANEL_WIDTHS.max}
      aria-valuenow={widthPx}
      onDoubleClick={() => setPanel({ widthPx: PANEL_WIDTHS.first })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, widthPx };
      }}
      onPointerMove={(event) => {
        if (grip.current === null) return;
        // The page may be drawn larger than 16 px a rem: the edge stays under the pointer.
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
        const moved = ((event.clientX - grip.current.x) * 16) / rem;
        setPanel({ widthPx: grip.current.widthPx + moved });
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
      onPointerCancel={() => {
        grip.current = null;
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        setPanel({ widthPx: widthPx + by });
      }}
    />
  );
}
