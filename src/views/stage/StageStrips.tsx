/** Connects the strips with the page's state. */
import type { JSX } from "react";
import type { StripId } from "../../scenarios/index.ts";
import { usePlayground, usePlaygroundState } from "../playground-context.ts";
import { useLaneNames } from "./lanes/use-lane-name.ts";
import { Strips } from "./strips/index.ts";

export function StageStrips({
  ids,
  spanMs,
}: {
  readonly ids: readonly StripId[];
  readonly spanMs: number;
}): JSX.Element {
  const playground = usePlayground();
  const recordings = usePlaygroundState((state) => state.recordings);
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const playing = usePlaygroundState((state) => state.playing);
  const speed = usePlaygroundState((state) => state.speed);
  const publishedMs = usePlaygroundState((state) => state.position.timeMs);
  const language = usePlaygroundState((state) => state.preferences.language);
  const laneNames = useLaneNames();
  return (
    <Strips
      {...{ ids, spanMs, recordings, laneNames, thresholds, playing, speed, language }}
      publishedMs={publishedMs}
      onSeek={playground.actions.seek}
      position={playground.position}
      onPosition={playground.onPosition}
    />
  );
}
