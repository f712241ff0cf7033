/** What the page has to say about a link, until it is closed. */
import type { JSX } from "react";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import { CloseIcon } from "./icons.tsx";
import { noticeText } from "./notice-text.ts";
import styles from "./shell.module.css";
import { words } from "./words.ts";

export function Notices(): JSX.Element | null {
  const say = useWords();
  const actions = useActions();
  const notices = usePlaygroundState((state) => state.notices);
  if (notices.length === 0) return null;
  const texts = new Set(notices.map((notice) => noticeText(notice, say)));
  return (
    <section className={styles["notices"]} role="alert" aria-label={say(words.said)}>
      <ul>
        {[...texts].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <button type="button" aria-label={say(words.close)} onClick={actions.dismissNotices}>
        <CloseIcon />
      </button>
    </section>
  );
}
