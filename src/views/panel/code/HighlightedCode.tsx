/** A source in colours; loaded with the highlighter when the code is first looked at. */
import { type JSX, useMemo } from "react";
import type { System } from "../../../systems/index.ts";
import { CodeLines } from "./CodeLines.tsx";
import { highlighted } from "./highlight.ts";

export { loadLanguage } from "./highlight.ts";

interface HighlightedCodeProps {
  readonly source: string;
  readonly language: System["language"];
}

export function HighlightedCode({ source, language }: HighlightedCodeProps): JSX.Element {
  const lines = useMemo(() => highlighted(source, language), [source, language]);
  return <CodeLines lines={lines} />;
}
