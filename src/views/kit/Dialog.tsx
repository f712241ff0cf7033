/**
 * A modal dialog: the browser's own, which keeps the focus and closes with Escape. In a browser without one, it is
 * shown over the page all the same.
 */
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
  /** Whether it takes most of the window. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isNative = typeof document.createElement("dialog").showModal === "function";
  useEffect(() => {
    if (isNative) dialog.current?.showModal();
    const first = isNative ? "[data-first]" : "[data-first], button";
    dialog.current?.querySelector<HTMLElement>(first)?.focus();
  }, [isNative]);
  return (
    <dialog
      ref={dialog}
      className={styles["dialog"]}
      data-wide={wide}
      data-native={isNative}
      // Otherwise `showModal` opens it.
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
