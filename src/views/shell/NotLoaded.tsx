/** Says that something could not be loaded, and offers to try again. It uses nothing that is itself loaded later. */
import type { JSX } from "react";
import { fillIn } from "../../i18n/index.ts";
import { entryOf, isScenarioId } from "../../scenarios/index.ts";
import styles from "../app.module.css";
import { Failure } from "../kit/ErrorBoundary.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import { words } from "../words.ts";

/** The number of characters of a link that are quoted. */
const MAX_QUOTED = 40;

export function NotLoaded(): JSX.Element | null {
  const say = useWords();
  const { loadAgain } = useActions();
  const notices = usePlaygroundState((state) => state.notices);
  // Something that was asked for by name says more than an unnamed part, so it comes first.
  const [first] = notices
    .flatMap((notice) => (notice.kind === "notLoaded" ? [notice.given] : []))
    .sort((one, other) => Number(one === null) - Number(other === null));
  if (first === undefined) return null;
  const text =
    first === null
      ? say(words.partNotLoaded)
      : fillIn(say(words.notLoaded), {
          given: isScenarioId(first) ? say(entryOf(first).name) : first.slice(0, MAX_QUOTED),
        });
  return (
    <div className={styles["notLoaded"]}>
      <Failure text={text} onAgain={loadAgain} />
    </div>
  );
}
