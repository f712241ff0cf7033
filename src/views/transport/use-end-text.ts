import { usePlaygroundState, useWords } from "../playground-context.ts";
import { endText } from "./end-text.ts";
import { words } from "./words.ts";

/** What stopped the run, if something did. */
export function useEndText(): string | null {
  const say = useWords();
  const paused = usePlaygroundState((state) => state.paused);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const recording = usePlaygroundState((state) => state.recordings[0]);
  const playing = usePlaygroundState((state) => state.playing);
  if (paused === "drop") return say(words.pausedDrop);
  if (paused === "suspension") return say(words.pausedSuspension);
  const end = recording?.end ?? null;
  if (playing || end === null || timeMs < end.atMs) return null;
  return endText(end, say);
}
