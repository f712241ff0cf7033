/** Keeps a part that fails from taking the page with it: it says so there, and offers to load the page again. */
import { Component, type JSX, type ReactNode } from "react";
import styles from "../app.module.css";
import { useWords } from "../playground-context.ts";
import { words } from "../words.ts";

export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failure /> : this.props.children;
  }
}

/** The address and the browser's memory hold the experiment: loading the page again loses nothing. */
function Failure(): JSX.Element {
  const say = useWords();
  return (
    <p className={styles["failure"]} role="alert">
      <span>{say(words.failed)}</span>
      <button type="button" onClick={() => location.reload()}>
        {say(words.again)}
      </button>
    </p>
  );
}
