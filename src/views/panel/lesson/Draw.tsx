/** Offers to draw the depth that one expects onto its strip, instead of choosing an answer. */
import type { JSX } from "react";
import { claimRunOf } from "../../../run/index.ts";
import {
  askedOf,
  cleared,
  emptySheet,
  isPredicted,
  showsAtMsOf,
  stripsOf,
} from "../../../store/index.ts";
import { useArrangement } from "../../arrangement.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { answerWords } from "./answer-words.ts";

export function Draw(): JSX.Element | null {
  const say = useWords();
  const { setAsked, setPanel } = useActions();
  const isDesk = useArrangement() === "desk";
  const asked = usePlaygroundState(askedOf);
  const untilMs = usePlaygroundState(showsAtMsOf);
  const recording = usePlaygroundState((state) => state.recordings[0]);
  // One curve is drawn: of several lanes it would not be clear whose it is.
  const isThere = usePlaygroundState(
    ({ catalogue, experiment, recordings }) =>
      recordings.length === 1 && stripsOf(catalogue, experiment).includes("depth"),
  );
  const { drawn, guess, reached } = asked;
  if (drawn !== null) {
    return (
      <>
        {!reached && !isPredicted(asked) && <span>{say(answerWords.drawing)}</span>}
        {isPredicted(asked) && !reached && (
          <button type="button" onClick={() => setAsked({ drawn: cleared(drawn) })}>
            {say(answerWords.clear)}
          </button>
        )}
        {!reached && (
          <button type="button" onClick={() => setAsked({ drawn: null })}>
            {say(answerWords.choose)}
          </button>
        )}
      </>
    );
  }
  if (!isThere || reached || guess !== null || untilMs === null || recording === undefined) {
    return null;
  }
  const begin = () => {
    setAsked({ drawn: emptySheet(claimRunOf(recording), untilMs) });
    // A phone has its strips elsewhere.
    if (!isDesk) setPanel({ tab: "strips" });
  };
  return (
    <button type="button" onClick={begin}>
      {say(answerWords.draw)}
    </button>
  );
}
