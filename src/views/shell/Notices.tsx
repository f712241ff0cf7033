/** The notices about a link or a change, until they are closed. */

import type { JSX } from "react";
import { fillIn } from "../../i18n/index.ts";
import { CloseIcon } from "../kit/icons.tsx";
import { useActions, useCatalogue, usePlaygroundState, useWords } from "../playground-context.ts";
import { noticeText } from "./notice-text.ts";
import { noticeWords } from "./notice-words.ts";
import styles from "./shell.module.css";
import { toolWords } from "./tool-words.ts";

/** The most notices that are shown: a link with many mistakes must not fill the page. */
const MAX_SHOWN = 5;

export function Notices(): JSX.Element | null {
  const say = useWords();
  const actions = useActions();
  const catalogue = useCatalogue();
  const notices = usePlaygroundState((state) => state.notices);
  const close = () => {
    // The pressed button disappears, so the focus moves to the picture.
    document.getElementById("picture")?.focus();
    actions.dismissNotices();
  };
  const told = notices.filter((notice) => notice.kind !== "notLoaded");
  if (told.length === 0) return null;
  const texts = [...new Set(told.map((notice) => noticeText(catalogue, notice, say)))];
  const more = texts.length - MAX_SHOWN;
  return (
    <section className={styles["notices"]} role="alert" aria-label={say(toolWords.said)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul tabIndex={0}>
        {texts.slice(0, MAX_SHOWN).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {more > 0 && <li>{fillIn(say(noticeWords.noticeMore), { n: more })}</li>}
      </ul>
      <button type="button" aria-label={say(toolWords.close)} onClick={close}>
        <CloseIcon />
      </button>
    </section>
  );
}
