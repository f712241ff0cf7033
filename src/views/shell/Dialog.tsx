/**
 * A modal dialog: the browser's own, which keeps the focus and closes with Escape. Where the browser has none,
 * it stands over the page all the same.
 */
import { type JSX, type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../playground-context.ts";
import { CloseIcon } from "./icons.tsx";
import styles from "./shell.module.css";
import { toolWords } from "./tool-words.ts";

export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  onClose(): void;
  readonly children: ReactNode;
}): JSX.Element {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isNative = typeof document.createElement("dialog").showModal === "function";
  useEffect(() => {
    if (isNative) dialog.current?.showModal();
    else dialog.current?.querySelector("button")?.focus();
  }, [isNative]);
  return (
    <dialog
      ref={dialog}
      className={styles["dialog"]}
      data-native={isNative}
      // Else `showModal` opens it.
      open={isNative ? undefined : true}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        if (!isNative && event.key === "Escape") onClose();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          aria-label={say(toolWords.close)}
          onClick={() => (isNative ? dialog.current?.close() : onClose())}
        >
          <CloseIcon />
        </button>
      </header>
      {children}
    </dialog>
  );
}
