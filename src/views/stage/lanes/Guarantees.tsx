/** What a strategy guarantees, in a few words each. A test checks every guarantee over random loads. */
import type { JSX } from "react";
import { fillIn, formatCount, type Text } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import type { Guarantees as Promises } from "../../../systems/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { guaranteeWords } from "./guarantee-words.ts";
import styles from "./lane.module.css";

/** The words for what is lost, by what is kept. */
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
  // What a channel guarantees does not hold for elements that are still on their way to it.
  const hasNetwork = recording.topology.stations.some(({ kind }) => kind === "network");
  const bounded = Number.isFinite(maxBuffered);
  const boundText =
    maxBuffered === 0
      ? say(guaranteeWords.noBuffer)
      : fillIn(say(guaranteeWords.bounded), { n: formatCount(maxBuffered, language) });
  // That the producer waits is a trade-off, neither good nor bad.
  const items: readonly [good: boolean | null, text: string][] = [
    bounded ? [true, boundText] : [false, say(guaranteeWords.unbounded)],
    // Right after the guarantee that it qualifies, because items without room are left out from the end of the line.
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
