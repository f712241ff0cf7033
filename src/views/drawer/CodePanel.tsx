/** The Kotlin program that does what the lane does, with the settings of now. */
import type { JSX } from "react";
import { type Recording, valuesAt } from "../../run/index.ts";
import { kotlinProgram, strategyOf } from "../../strategies/index.ts";
import { usePlaygroundState, useWords } from "../playground-context.ts";
import { CopyIcon } from "../shell/icons.tsx";
import { useCopy } from "../use-copy.ts";
import styles from "./drawer.module.css";
import { words } from "./words.ts";

export function CodePanel({ recording }: { readonly recording: Recording }): JSX.Element {
  const say = useWords();
  const { spec } = recording;
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const values = valuesAt(spec, timeMs);
  const source = kotlinProgram(strategyOf(spec.strategy), values).text;
  const { result, copy } = useCopy(source);
  return (
    <div className={styles["code"]}>
      <div className={styles["codeBar"]}>
        <button type="button" onClick={copy}>
          <CopyIcon /> {say(words.copy)}
        </button>
        <span role="status">
          {result === "copied" && say(words.copied)}
          {result === "refused" && say(words.copyFailed)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{source}</code>
      </pre>
    </div>
  );
}
