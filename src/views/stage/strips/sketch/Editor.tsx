/** Where a prediction is drawn: by dragging over the field, or with a slider that left and right move through time. */
import {
  type JSX,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { fillIn, formatCount, formatSeconds, type Text } from "../../../../i18n/index.ts";
import {
  type DrawnDepth,
  drawnOf,
  isPredicted,
  timeOf,
  withStroke,
} from "../../../../store/index.ts";
import { usePlayground, usePlaygroundState, useWords } from "../../../playground-context.ts";
import styles from "./sketch.module.css";
import type { Scale } from "./sketch-paths.ts";
import { sketchWords } from "./sketch-words.ts";

interface EditorProps {
  readonly drawn: DrawnDepth;
  readonly scale: Scale;
  readonly width: number;
  readonly height: number;
  readonly spanMs: number;
  /** The number and the name of the lane; null if there is only one. */
  readonly whose: string | null;
  /** The depth at the upper edge of the field, in elements. */
  readonly top: number;
}

interface Point {
  readonly index: number;
  readonly value: number;
}

export function Editor(props: EditorProps): JSX.Element {
  const { drawn, scale, width, height, spanMs, whose, top } = props;
  const say = useWords();
  const sayOf = (alone: Text, ofLane: Text) =>
    whose === null ? say(alone) : fillIn(say(ofLane), { lane: whose });
  const { store, actions } = usePlayground();
  const language = usePlaygroundState((state) => state.preferences.language);
  const [cursor, setCursor] = useState(0);
  const from = useRef<Point | null>(null);
  const slider = useRef<HTMLInputElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const last = drawn.values.length - 1;
  const isEmpty = !isPredicted({ guess: null, drawn });
  const begins = useRef(isEmpty);
  useEffect(() => {
    // When the user comes back to a drawing, the focus belongs elsewhere.
    if (!begins.current) return;
    slider.current?.focus({ preventScroll: true });
    // On a phone the reader comes from further down, and the sheet may be hidden behind the stage.
    sheet.current?.scrollIntoView?.({ block: "nearest" });
  }, []);

  const stroke = (start: Point, end: Point) => {
    // Several moves may come between two renders, so the drawing is read from the store.
    const now = drawnOf(store.getState());
    if (now !== null) actions.setAsked({ drawn: withStroke(now, start, end), guess: null });
    setCursor(end.index);
  };
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent): Point => {
    const { left, top: upper } = currentTarget.getBoundingClientRect();
    const share = (((clientX - left) / width) * spanMs) / drawn.untilMs;
    const index = Math.min(last, Math.max(0, Math.round(share * last)));
    return { index, value: (1 - (clientY - upper) / height) * top };
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, cursor + by));
    const value = drawn.values[cursor] ?? null;
    // Where nothing is drawn yet, moving the cursor extends the line.
    if (value !== null && drawn.values[next] === null)
      stroke({ index: cursor, value }, { index: next, value });
    else setCursor(next);
  };

  const value = drawn.values[cursor] ?? null;
  const at = { time: formatSeconds(timeOf(drawn, cursor), language) };
  return (
    <>
      <div
        ref={sheet}
        className={styles["sheet"]}
        style={{ width: scale.x(drawn.untilMs) }}
        data-sheet=""
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = pointOf(event);
          stroke(from.current, from.current);
        }}
        onPointerMove={(event) => {
          if (from.current === null) return;
          const to = pointOf(event);
          stroke(from.current, to);
          from.current = to;
        }}
        onPointerUp={() => {
          from.current = null;
        }}
        onPointerCancel={() => {
          from.current = null;
        }}
      >
        {isEmpty && <span>{sayOf(sketchWords.here, sketchWords.hereOf)}</span>}
      </div>
      <input
        ref={slider}
        type="range"
        className="visually-hidden"
        aria-label={sayOf(sketchWords.expected, sketchWords.expectedOf)}
        aria-description={say(sketchWords.help)}
        aria-valuetext={
          value === null
            ? fillIn(say(sketchWords.nothing), at)
            : fillIn(say(sketchWords.at), { ...at, depth: formatCount(value, language) })
        }
        min={0}
        max={drawn.top}
        step={stepOf(drawn.top)}
        value={value ?? 0}
        onKeyDown={onKey}
        onChange={({ target }) => {
          const point = { index: cursor, value: Number(target.value) };
          stroke(point, point);
        }}
      />
      <i
        className={styles["cursor"]}
        style={{
          transform: `translate(${scale.x(timeOf(drawn, cursor))}px, ${scale.y(value ?? 0)}px)`,
        }}
      />
    </>
  );
}

/** The step of the slider: about forty of them lead from the bottom to the top. */
function stepOf(top: number): number {
  return Math.max(1, Math.round(top / 40));
}
