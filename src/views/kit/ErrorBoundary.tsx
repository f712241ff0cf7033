/** Keeps a part that fails from taking down the page: shows an error in its place, and a button to try again. */
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

  private readonly drawAgain = () => this.setState({ failed: false });

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Broken onAgain={this.drawAgain} />;
  }
}

function Broken({ onAgain }: { onAgain(): void }): JSX.Element {
  return <Failure text={useWords()(words.broken)} onAgain={onAgain} />;
}

/** An error in the place of a missing part, with a button to try again. */
export function Failure({
  text,
  onAgain,
}: {
  readonly text: string;
  onAgain(): void;
}): JSX.Element {
  const say = useWords();
  return (
    <p className={styles["failure"]} role="alert">
      <span>{text}</span>
      <button type="button" onClick={onAgain}>
        {say(words.again)}
      </button>
    </p>
  );
}
