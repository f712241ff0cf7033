/** A source in colours; loaded with the highlighter when the code is first looked at. */
import { type JSX, useMemo } from "react";
import { CodeLines } from "./CodeLines.tsx";
import { highlightKotlin } from "./highlight.ts";

export function HighlightedCode({ source }: { readonly source: string }): JSX.Element {
  const lines = useMemo(() => highlightKotlin(source), [source]);
  return <CodeLines lines={lines} />;
}
