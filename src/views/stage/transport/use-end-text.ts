/** What is written at a lane whose run has ended, or has paused by itself. */
import { formatCount } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { askedOf } from "../../../store/index.ts";
import { wordsOf } from "../../../systems/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { endText } from "./end-text.ts";
import { words } from "./words.ts";

/** Returns a function that says what stopped a run; null if nothing did. */
export function useEndText(): (recording: Recording) => string | null {
  const say = useWords();
  const paused = usePlaygroundState((state) => state.paused);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const playing = usePlaygroundState((state) => state.playing);
  const language = usePlaygroundState((state) => state.preferences.language);
  const told = usePlaygroundState((state) => {
    const { seen, shown } = askedOf(state);
    return shown || seen !== null;
  });
  const alone = usePlaygroundState((state) => state.recordings.length === 1);
  return ({ end, strategy, history }) => {
    const { marks } = history;
    const own = wordsOf(strategy);
    if (paused === "drop" && marks.firstLossMs === timeMs) return say(words.pausedDrop);
    if (paused === "suspension" && own.pressure !== null && marks.firstPressureMs === timeMs) {
      return say(own.pressure.paused);
    }
    // With other lanes, how a lane ended comes before the pause for the lesson.
    const isOver = end !== null && timeMs >= end.atMs;
    if (paused === "lesson" && !told && (alone || !isOver)) return say(words.pausedLesson);
    if (paused === "trip" && marks.firstTripMs === timeMs) return say(words.pausedTrip);
    if (playing || end === null || timeMs < end.atMs) return null;
    const { undelivered } = history.stateAt(end.atMs).lostBy;
    return endText(end, strategy, formatCount(undelivered, language), say);
  };
}
