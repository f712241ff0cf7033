/** The sentence under the picture of a lane: what is happening now, or why its run ended or paused by itself. */
import type { CSSProperties, JSX } from "react";
import { fillIn, formatCount } from "../../../i18n/index.ts";
import { pausingIn, type Recording, ratesAt } from "../../../run/index.ts";
import { rowsAt } from "../../../store/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { textWidth } from "../picture/text-size.ts";
import { useEndText } from "../transport/use-end-text.ts";
import { captionOf } from "./caption-of.ts";
import styles from "./lane.module.css";
import { useLife } from "./use-life.ts";

export function Caption({
  recording,
  lane,
  onlyNews = false,
}: {
  readonly recording: Recording;
  readonly lane: number;
  /** Whether to show only the life of a picked element, or a premature end; nothing otherwise. */
  readonly onlyNews?: boolean;
}): JSX.Element | null {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const life = useLife(recording, lane);
  const end = useEndText()(recording);
  if (life !== null) {
    return (
      <p data-testid="life" data-life="" title={life} style={sizedFor(life)}>
        {life}
      </p>
    );
  }
  const reason = reasonOf(recording);
  if (onlyNews && (end === null || !(reason === "limit" || reason === "failed"))) return null;
  if (end !== null) {
    return (
      <p
        className={styles["end"]}
        data-testid="end"
        title={end}
        data-reason={reason}
        style={sizedFor(end)}
      >
        {end}
      </p>
    );
  }
  const state = recording.history.stateAtRow(rowsAt(recording, lane, position));
  const { text, numbers, holder, rule } = captionOf(state, {
    rates: ratesAt(recording.history, position.timeMs),
    losses: recording.losses,
    pausing: pausingIn(state),
  });
  // Before anything has happened, say what the strategy will do.
  if (state.made === 0) {
    const summary = say(recording.strategy.summary);
    return <p style={sizedFor(summary)}>{summary}</p>;
  }
  const written = Object.entries(numbers).map(([name, n]) => [name, formatCount(n, language)]);
  const named = {
    ...(holder !== undefined && { holder: say(holder) }),
    ...(rule !== undefined && { rule: say(rule) }),
  };
  const sentence = fillIn(say(text), { ...Object.fromEntries(written), ...named });
  return (
    <p data-testid="caption" title={sentence} style={sizedFor(sentence)}>
      {sentence}
    </p>
  );
}

/** Widths are rounded up to this many ems, so that one more digit rarely changes the size of a sentence. */
const STEP_EMS = 3;

/** Passes the width of a sentence to `lane.module.css`, which sets long ones smaller, on two lines. */
function sizedFor(sentence: string): CSSProperties {
  const ems = Math.ceil(textWidth(sentence, 1, true) / STEP_EMS) * STEP_EMS;
  return { "--ems": ems } as CSSProperties;
}

/** Why the lane stands still. A run that completed although an error ended its stream counts as failed. */
function reasonOf({ end }: Recording): string {
  if (end === null) return "paused";
  return end.reason === "completed" && end.error !== undefined ? "failed" : end.reason;
}
