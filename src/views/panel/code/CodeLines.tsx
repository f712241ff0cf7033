/** The lines of a source with their numbers; rendered once per source, however often the play head moves. */
import { type JSX, memo } from "react";
import styles from "./code.module.css";
import type { Piece } from "./highlight.ts";

export const CodeLines = memo(function CodeLines({
  lines,
}: {
  readonly lines: readonly (readonly Piece[])[];
}): JSX.Element {
  return (
    <code className={styles["lines"]}>
      {lines.map((pieces, index) => {
        const number = index + 1;
        return (
          <span key={number} className={styles["line"]}>
            {pieces.map(({ kind, text }, piece) => {
              const at = `${piece} ${text}`;
              return kind === "plain" ? (
                text
              ) : (
                <span key={at} className={styles[kind]}>
                  {text}
                </span>
              );
            })}
            {index < lines.length - 1 && "\n"}
          </span>
        );
      })}
    </code>
  );
});

/** A source without colours, while the highlighter is being loaded, or if it can't be loaded. */
export function PlainCode({ source }: { readonly source: string }): JSX.Element {
  return <CodeLines lines={source.split("\n").map((text) => [{ kind: "plain" as const, text }])} />;
}
