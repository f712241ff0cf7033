/** The Kotlin program that does what the lane does, with the settings of now. */
import { type JSX, useState } from "react";
import { initialValues, type Recording } from "../../run/index.ts";
import { kotlinProgram, strategyOf } from "../../strategies/index.ts";
import type { WorkloadValues } from "../../workloads/index.ts";
import { useWords } from "../playground-context.ts";
import { CopyIcon } from "../shell/icons.tsx";
import styles from "./drawer.module.css";
import { words } from "./words.ts";

export function CodePanel({ recording }: { readonly recording: Recording }): JSX.Element {
  const say = useWords();
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const { spec } = recording;
  const values = initialValues(spec);
  const source = kotlinProgram(
    strategyOf(spec.strategy),
    values,
    values as typeof values & WorkloadValues,
  );
  const copy = () => {
    navigator.clipboard.writeText(source).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  };
  return (
    <div className={styles["code"]}>
      <div className={styles["codeBar"]}>
        <button type="button" onClick={copy}>
          <CopyIcon /> {say(words.copy)}
        </button>
        <span role="status">
          {copied === "yes" && say(words.copied)}
          {copied === "failed" && say(words.copyFailed)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{source}</code>
      </pre>
    </div>
  );
}
