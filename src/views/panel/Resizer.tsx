/** The edge between panel and stage: dragged, or moved with the arrow keys; a double click restores the first width. */
import { type JSX, useRef } from "react";
import { PANEL_WIDTHS } from "../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./panel.module.css";
import { tabWords } from "./tab-words.ts";
import { remPx, useWidestPanel } from "./use-widest-panel.ts";

const STEP_PX = 20;

export function Resizer(): JSX.Element {
  const say = useWords();
  const { setPanel } = useActions();
  const widestPx = useWidestPanel();
  const wishedPx = usePlaygroundState((state) => state.preferences.panel.widthPx);
  const widthPx = Math.min(wishedPx, widestPx);
  const setWidth = (px: number) => setPanel({ widthPx: Math.min(px, widestPx) });
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
      aria-valuemax={widestPx}
      aria-valuenow={widthPx}
      onDoubleClick={() => setPanel({ widthPx: PANEL_WIDTHS.first })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, widthPx };
      }}
      onPointerMove={(event) => {
        if (grip.current === null) return;
        // The edge stays under the pointer.
        const moved = ((event.clientX - grip.current.x) * 16) / remPx();
        setWidth(grip.current.widthPx + moved);
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
        setWidth(widthPx + by);
      }}
    />
  );
}
