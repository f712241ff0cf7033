/** The marks beside the code: which actors are at which line, updated with every frame. */
import { type JSX, useCallback, useRef, useSyncExternalStore } from "react";
import { fillIn, type Text } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { pickedOf, rowsAt } from "../../../store/index.ts";
import { type SourceText, type SystemWords, wordsOf } from "../../../systems/index.ts";
import { usePlayground, usePlaygroundState, useWords } from "../../playground-context.ts";
import { words } from "../words.ts";
import styles from "./code.module.css";
import { type Mark, marksOf } from "./marks-of.ts";

/** Up to this many actors are named one by one. */
const NAMED = 4;

export function CodeMarks({
  recording,
  source,
}: {
  readonly recording: Recording;
  readonly source: SourceText;
}): JSX.Element {
  const say = useWords();
  const own = wordsOf(recording.strategy);
  const picked = usePlaygroundState((state) => {
    const found = pickedOf(state);
    return found?.lane === state.selected ? found.element : -1;
  });
  const marks = useMarks(recording, source, picked);
  return (
    <ul className={styles["marks"]} aria-label={say(own.standing)}>
      {linesOf(marks).map((atLine) => (
        <li
          key={atLine[0].line}
          className={styles["marked"]}
          data-role={atLine[0].role}
          data-picked={atLine.some(({ elements }) => elements.includes(picked)) || undefined}
          style={{ top: `calc(${atLine[0].line - 1} * var(--code-line))` }}
        >
          <span className={styles["names"]}>
            {atLine.map(
              (mark) => mark.count > 0 && <MarkName key={mark.role} mark={mark} own={own} />,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function MarkName({ mark, own }: { readonly mark: Mark; readonly own: SystemWords }): JSX.Element {
  const say = useWords();
  const texts: Readonly<Record<Mark["activities"][number], Text>> = {
    ready: words.ready,
    busy: own.busy,
    held: own.holding?.begins ?? words.gate,
    gate: words.gate,
  };
  const doing = mark.activities.map((activity) => say(texts[activity])).join(", ");
  return (
    <span className={styles["name"]} data-role={mark.role} data-line={mark.line}>
      <span className={styles["shape"]} aria-hidden="true" />
      <span className={styles["label"]}>{nameOf(mark, say)}</span>
      <span className="visually-hidden">
        {` ${fillIn(say(words.atLine), { n: mark.line })}: ${doing}`}
      </span>
    </span>
  );
}

/** Groups marks by line. */
function linesOf(marks: readonly Mark[]): [Mark, ...Mark[]][] {
  const lines = new Map<number, [Mark, ...Mark[]]>();
  for (const mark of marks) {
    const atLine = lines.get(mark.line);
    if (atLine === undefined) lines.set(mark.line, [mark]);
    else atLine.push(mark);
  }
  return [...lines.values()];
}

/** The name of a mark: `worker 2`, `workers 1, 2` or `workers ×8`. */
function nameOf({ role, who, count }: Mark, say: (text: Text) => string): string {
  const [one, several] = NAMES[role];
  if (count > NAMED || (who.length === 0 && count > 1)) {
    return fillIn(say(several), { n: `×${count}` });
  }
  if (count > 1) return fillIn(say(several), { n: who.join(", ") });
  return fillIn(say(one), { n: who[0] ?? "" });
}

const NAMES: Readonly<Record<Mark["role"], readonly [one: Text, several: Text]>> = {
  producer: [words.producer, words.producers],
  sender: [words.sender, words.senders],
  worker: [words.worker, words.workers],
  monitor: [words.monitor, words.monitor],
};

/** The current marks. The list stays the same object until an actor is at another line or does something else. */
function useMarks(recording: Recording, source: SourceText, picked: number): readonly Mark[] {
  const playground = usePlayground();
  const last = useRef<readonly Mark[]>([]);
  const look = () => {
    const rows = rowsAt(recording, playground.store.getState().selected, playground.position());
    const marks = marksOf(recording.history.stateAtRow(rows), source, picked);
    if (JSON.stringify(marks) !== JSON.stringify(last.current)) last.current = marks;
    return last.current;
  };
  const follow = useCallback((changed: () => void) => playground.onPosition(changed), [playground]);
  return useSyncExternalStore(follow, look);
}
