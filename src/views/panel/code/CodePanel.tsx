/** The program that does what the lane does, with the current settings. */
import { type JSX, useEffect, useMemo, useRef } from "react";
import { fillIn } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { runsOn, sourceTextOf } from "../../../systems/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import { downloadText } from "../../kit/download.ts";
import { CopyIcon, DownloadIcon } from "../../kit/icons.tsx";
import { useCopy } from "../../kit/use-copy.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { tabWords } from "../tab-words.ts";
import { words } from "../words.ts";
import { PlainCode } from "./CodeLines.tsx";
import { CodeMarks } from "./CodeMarks.tsx";
import styles from "./code.module.css";

// If the highlighter can't be loaded, the program is shown without colours.
const HighlightedCode = deferred(
  async () => (await import("./HighlightedCode.tsx")).HighlightedCode,
  "quiet",
);

/** The file name extension for each language; JavaScript programs are modules. */
const ENDINGS = { kotlin: ".kt", java: ".java", javascript: ".mjs" } as const;

export function CodePanel({ recording }: { readonly recording: Recording }): JSX.Element {
  const say = useWords();
  const { spec, strategy } = recording;
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const language = usePlaygroundState((state) => state.preferences.language);
  const values = JSON.stringify(recording.valuesAt(timeMs));
  const source = useMemo(
    () => sourceTextOf(strategy, JSON.parse(values), language),
    [strategy, values, language],
  );
  const { text } = source;
  const { system } = strategy;
  const ending = ENDINGS[system.language];
  const { result, copy } = useCopy(text);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    // It opens at the first mark, not at the imports; from then on the reader scrolls.
    const first = region.current?.querySelector("li");
    if (first) region.current?.scrollTo?.({ top: first.offsetTop - 3 * first.offsetHeight });
  }, []);
  return (
    <div className={styles["code"]}>
      <div className={styles["bar"]}>
        <button type="button" onClick={copy}>
          <CopyIcon />
          <span>{say(words.copy)}</span>
        </button>
        <button
          type="button"
          onClick={() => downloadText(`${spec.scenario}-${strategy.id}${ending}`, text)}
        >
          <DownloadIcon />
          <span>{fillIn(say(words.download), { ending })}</span>
        </button>
        <span role="status">
          {result !== "none" && say(result === "copied" ? words.copied : words.copyFailed)}
        </span>
        <p className={styles["about"]}>
          {say(/\bRandom\(/.test(text) ? words.aboutRandomCode : words.aboutCode)}
        </p>
        <p className={styles["versions"]} translate="no">
          {runsOn(system)}
        </p>
      </div>
      <section
        ref={region}
        className={styles["region"]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={say(tabWords.code)}
      >
        <div className={styles["sheet"]}>
          <CodeMarks recording={recording} source={source} />
          <pre translate="no">
            <HighlightedCode
              source={text}
              language={system.language}
              meanwhile={<PlainCode source={text} />}
            />
          </pre>
        </div>
      </section>
    </div>
  );
}
