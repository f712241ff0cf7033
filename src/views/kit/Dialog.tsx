/** A modal dialog: the browser's own, which keeps the focus and closes with Escape. */
import { type JSX, type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../playground-context.ts";
import { toolWords } from "../shell/tool-words.ts";
import styles from "./dialog.module.css";
import { CloseIcon } from "./icons.tsx";

export function Dialog({
  title,
  onClose,
  wide = false,
  children,
}: {
  readonly title: string;
  onClose(): void;
  /** Whether it has most of the window. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles["dialog"]}
      data-wide={wide}
      aria-labelledby={id}
      onClose={onClose}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          aria-label={say(toolWords.close)}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </header>
      {children}
    </dialog>
  );
}
