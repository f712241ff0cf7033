/** The offer to draw the expected depth of the selected lane onto its strip, instead of choosing an answer. */
import type { JSX } from "react";
import { fillIn } from "../../../i18n/index.ts";
import { claimRunOf, type Recording } from "../../../run/index.ts";
import {
  askedOf,
  cleared,
  drawnLaneOf,
  emptySheet,
  isPredicted,
  showsAtMsOf,
} from "../../../store/index.ts";
import { haveStrips, useArrangement } from "../../arrangement.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { useLaneNames } from "../../stage/lanes/use-lane-name.ts";
import { answerWords } from "./answer-words.ts";

/** `away` says whether it stands beside the strips of a phone, with the question in another tab. */
export function Draw({ away = false }: { readonly away?: boolean }): JSX.Element | null {
  const say = useWords();
  const { setAsked, setPanel } = useActions();
  const asked = usePlaygroundState(askedOf);
  const names = useLaneNames();
  const selected = usePlaygroundState((state) => state.selected);
  const lane = usePlaygroundState(drawnLaneOf);
  const begin = useBegin();
  const { drawn, guess, reached } = asked;
  const wayBack = away && (
    <button type="button" onClick={() => setPanel({ tab: "lesson" })}>
      {say(answerWords.toQuestion)}
    </button>
  );
  if (reached) return wayBack || null;
  if (drawn === null) {
    if (guess !== null || begin === null) return null;
    return (
      <button type="button" onClick={begin}>
        {say(answerWords.draw)}
      </button>
    );
  }
  const nameOf = (index: number) => ({ lane: names[index] ?? String(index + 1) });
  const drawing =
    names.length > 1 && lane !== null
      ? fillIn(say(answerWords.drawingOf), nameOf(lane))
      : say(answerWords.drawing);
  return (
    <>
      {!isPredicted(asked) && <span>{drawing}</span>}
      {lane !== selected && begin !== null && (
        <button type="button" onClick={begin}>
          {fillIn(say(answerWords.drawLane), nameOf(selected))}
        </button>
      )}
      {isPredicted(asked) && (
        <button type="button" onClick={() => setAsked({ drawn: cleared(drawn) })}>
          {say(answerWords.clear)}
        </button>
      )}
      <button type="button" onClick={() => setAsked({ drawn: null })}>
        {say(answerWords.choose)}
      </button>
      {wayBack}
    </>
  );
}

/**
 * Returns a function that lays an empty sheet over the strip of depth for the selected lane; null if the question is
 * about another run, if the lane has no queue, or if no strip can be shown.
 */
function useBegin(): (() => void) | null {
  const { setAsked, setPanel, setPresenting } = useActions();
  const presenting = usePlaygroundState((state) => state.presenting !== null);
  const haveThem = haveStrips(useArrangement(), presenting);
  const untilMs = usePlaygroundState(showsAtMsOf);
  const lane = usePlaygroundState((state) => state.selected);
  const recording = usePlaygroundState((state) => state.recordings[state.selected]);
  if (untilMs === null || recording === undefined || !hasQueue(recording)) return null;
  // While presenting on a phone on its side, there is no strip to draw on.
  if (presenting && !haveThem) return null;
  return () => {
    const whose = { lane, spec: recording.spec };
    setAsked({ drawn: emptySheet(claimRunOf(recording), untilMs, whose) });
    // The card of a presentation would cover the strips; a phone has them in a tab.
    setPresenting({ aside: true });
    if (!haveThem) setPanel({ tab: "strips" });
  };
}

function hasQueue({ topology }: Recording): boolean {
  return topology.stations.some(({ kind }) => kind === "buffer");
}
