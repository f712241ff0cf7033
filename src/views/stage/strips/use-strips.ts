/** The strips that are shown, as a hook: undefined for one that is still to come. */
import { useEffect, useState } from "react";
import type { StripId } from "../../../scenarios/index.ts";
import { persistently } from "../../../store/index.ts";
import { usePlayground } from "../../playground-context.ts";
import { strips } from "./registry.ts";
import type { Strip } from "./strip.ts";

export function useStrips(ids: readonly StripId[]): readonly (Strip | undefined)[] {
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
