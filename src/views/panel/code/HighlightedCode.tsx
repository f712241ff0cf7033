/** A source in colours; loaded with the highlighter when the code is first shown. */
import { type JSX, useMemo } from "react";
import type { System } from "../../../systems/index.ts";
import { useLoaded } from "../../kit/deferred.tsx";
import { CodeLines, PlainCode } from "./CodeLines.tsx";
import { GRAMMARS, highlighted } from "./highlight.ts";

interface HighlightedCodeProps {
  readonly source: string;
  readonly language: System["language"];
}

export function HighlightedCode({ source, language }: HighlightedCodeProps): JSX.Element {
  const isThere = useLoaded(GRAMMARS[language]) === language;
  const lines = useMemo(
    () => (isThere ? highlighted(source, language) : null),
    [source, language, isThere],
  );
  return lines === null ? <PlainCode source={source} /> : <CodeLines lines={lines} />;
}
