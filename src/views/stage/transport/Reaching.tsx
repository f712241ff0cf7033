/** The progress of a jump that takes a while, and a button that cancels it. */
import type { JSX } from "react";
import { fillIn, formatCount, formatSeconds } from "../../../i18n/index.ts";
import { progressOfJump } from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { reachingWords } from "./reaching-words.ts";

export function Reaching(): JSX.Element | null {
  const say = useWords();
  const actions = useActions();
  const language = usePlaygroundState((state) => state.preferences.language);
  const reaching = usePlaygroundState((state) => state.reaching);
  if (reaching === null) return null;
  const { share, rows, standsAtMs } = progressOfJump(reaching);
  const to = fillIn(say(reachingWords.reaching), { n: formatSeconds(reaching.timeMs, language) });
  const done = fillIn(say(standsAtMs === null ? reachingWords.soFar : reachingWords.standing), {
    rows: formatCount(rows, language),
    n: formatSeconds(standsAtMs ?? 0, language),
  });
  return (
    <>
      <span>{to}</span>
      <progress value={share} max={1} aria-label={to} />
      {/* It changes with every slice, so screen readers get the progress instead. */}
      <span aria-hidden="true" data-so-far="">
        {done}
      </span>
      <button type="button" onClick={actions.stopReaching}>
        <span>{say(reachingWords.stop)}</span>
      </button>
    </>
  );
}
