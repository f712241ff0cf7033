/** What a strategy guarantees, as short as a badge; each is checked by a test over random loads. */
import type { JSX } from "react";
import { fillIn, formatCount, type Text } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import type { Guarantees as Promises } from "../../../systems/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { guaranteeWords } from "./guarantee-words.ts";
import styles from "./lane.module.css";

/** What is lost, by what is kept. */
const LOSSES: Partial<Record<Promises["keeps"], Text>> = {
  oldest: guaranteeWords.lossyOldest,
  newest: guaranteeWords.lossyNewest,
  important: guaranteeWords.lossyUnimportant,
};

export function Guarantees({ recording }: { readonly recording: Recording }): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const { maxBuffered, lossless, producerWaits, inOrder, keeps } = recording.strategy.guarantees(
    recording.startValues,
  );
  // No promise of the channel reaches the elements that are on their way to it.
  const hasNetwork = recording.topology.stations.some(({ kind }) => kind === "network");
  const bounded = Number.isFinite(maxBuffered);
  const boundText =
    maxBuffered === 0
      ? say(guaranteeWords.noBuffer)
      : fillIn(say(guaranteeWords.bounded), { n: formatCount(maxBuffered, language) });
  // That the producer waits is a trade-off, neither good nor bad.
  const items: readonly [good: boolean | null, text: string][] = [
    bounded ? [true, boundText] : [false, say(guaranteeWords.unbounded)],
    // Right behind the promise that it qualifies: what has no room on the line is left out from its end.
    ...(hasNetwork ? [[false, say(guaranteeWords.network)] as [boolean, string]] : []),
    lossless
      ? [true, say(guaranteeWords.lossless)]
      : [false, say(LOSSES[keeps] ?? guaranteeWords.lossy)],
    [null, say(producerWaits ? guaranteeWords.holds : guaranteeWords.free)],
    ...(inOrder ? [[true, say(guaranteeWords.inOrder)] as [boolean, string]] : []),
  ];
  return (
    <ul className={styles["guarantees"]} aria-label={say(guaranteeWords.guarantees)}>
      {items.map(([good, text]) => (
        <li key={text} data-good={good ?? "neutral"}>
          <span aria-hidden="true">{good === null ? "· " : good ? "✓ " : "! "}</span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
