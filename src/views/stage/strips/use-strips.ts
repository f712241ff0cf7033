/** A hook for the strips that are shown: undefined for one that is still being loaded or reading the recordings. */
import { useEffect, useReducer, useState } from "react";
import type { Recording } from "../../../run/index.ts";
import type { StripId } from "../../../scenarios/index.ts";
import { persistently } from "../../../store/index.ts";
import { usePlayground } from "../../playground-context.ts";
import { strips } from "./registry.ts";
import type { Strip } from "./strip.ts";

export function useStrips(
  ids: readonly StripId[],
  recordings: readonly Recording[],
): readonly (Strip | undefined)[] {
  const loaded = useLoadedStrips(ids);
  const [prepared] = useState(() => new WeakMap<Recording, Set<Strip>>());
  const [, readOn] = useReducer((count: number) => count + 1, 0);
  const shown = loaded.map((strip) =>
    strip !== undefined && recordings.every((each) => isPrepared(strip, each, prepared))
      ? strip
      : undefined,
  );
  const isBehind = shown.some((strip, index) => strip !== loaded[index]);
  useEffect(() => {
    if (!isBehind) return;
    const timer = setInterval(readOn, 0);
    return () => clearInterval(timer);
  }, [isBehind]);
  return shown;
}

/** Reads the next slice, unless all was read once: from then on a drawing reads the little that has come since. */
function isPrepared(
  strip: Strip,
  recording: Recording,
  prepared: WeakMap<Recording, Set<Strip>>,
): boolean {
  if (strip.prepare === undefined || prepared.get(recording)?.has(strip)) return true;
  if (!strip.prepare(recording)) return false;
  const known = prepared.get(recording) ?? new Set<Strip>();
  prepared.set(recording, known.add(strip));
  return true;
}

function useLoadedStrips(ids: readonly StripId[]): readonly (Strip | undefined)[] {
  const playground = usePlayground();
  const [loaded, setLoaded] = useState<Readonly<Partial<Record<StripId, Strip>>>>({});
  const wanted = ids.join();
  useEffect(() => {
    let gone = false;
    for (const id of wanted.split(",") as StripId[]) {
      const strip = strips[id];
      if (typeof strip !== "function") continue;
      persistently(playground, strip).then((own) => {
        if (!gone) setLoaded((old) => (old[id] === own ? old : { ...old, [id]: own }));
      });
    }
    return () => {
      gone = true;
    };
  }, [playground, wanted]);
  return ids.map((id) => {
    const strip = strips[id];
    return typeof strip === "function" ? loaded[id] : strip;
  });
}
