/** A hook for the life of the element that is picked in a lane. */
import { useMemo } from "react";
import { lifelineOf, type Recording } from "../../../run/index.ts";
import { pickedOf, rowsAt } from "../../../store/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { lifeText } from "./life-text.ts";

/** Returns its life up to the play head, in one line; null if no element of this lane is picked. */
export function useLife(recording: Recording, lane: number): string | null {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const picked = usePlaygroundState(pickedOf);
  const element = picked?.lane === lane ? picked.element : -1;
  const { trace } = recording;
  const recorded = trace.length;
  const events = useMemo(
    () => (element < 0 ? null : lifelineOf(trace, element, recorded)),
    [trace, element, recorded],
  );
  if (events === null) return null;
  const until = rowsAt(recording, lane, position);
  const known = events.filter(({ row }) => row < until);
  return lifeText(recording, element, known, position.timeMs, { say, language });
}
