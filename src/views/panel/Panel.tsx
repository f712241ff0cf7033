/** The panel beside the stage: the lesson, the settings, the code, the events, the numbers, the guide. */
import { type JSX, useId, useRef } from "react";
import type { Arrangement } from "../arrangement.ts";
import { deferred } from "../kit/deferred.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./panel.module.css";
import { Resizer } from "./Resizer.tsx";
import { tabWords } from "./tab-words.ts";
import { PHONE_TABS, TABS, tabOf } from "./tabs.ts";

const TabBody = deferred(async () => (await import("./TabBody.tsx")).TabBody);

export function Panel({ arrangement }: { readonly arrangement: Arrangement }): JSX.Element {
  const say = useWords();
  const id = useId();
  const { setPanel } = useActions();
  const tabs = arrangement === "desk" ? TABS : PHONE_TABS;
  const tab = tabOf(
    usePlaygroundState((state) => state.preferences.panel.tab),
    tabs,
  );
  const recording = usePlaygroundState((state) => state.recordings[state.selected]);
  const tabList = useRef<HTMLDivElement>(null);
  const moveFocus = (to: number) => {
    const index = (to + tabs.length) % tabs.length;
    tabList.current?.querySelectorAll("button")[index]?.focus();
    setPanel({ tab: tabs[index] ?? tab });
  };
  return (
    <section className={styles["panel"]} aria-label={say(tabWords.panel)} data-tab={tab}>
      <div ref={tabList} role="tablist" className={styles["tabs"]} aria-label={say(tabWords.panel)}>
        {tabs.map((name, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={tab === name}
            aria-controls={`${id}-panel`}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setPanel({ tab: name })}
            onKeyDown={(event) => {
              const to = TARGETS[event.key]?.(index, tabs.length);
              if (to === undefined) return;
              event.preventDefault();
              moveFocus(to);
            }}
          >
            {say(tabWords[name])}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: plain text scrolls by keyboard only if it can be focused
        tabIndex={0}
        className={styles["body"]}
        aria-labelledby={`${id}-${tab}`}
      >
        {recording !== undefined && <TabBody key={tab} tab={tab} recording={recording} />}
      </div>
      {arrangement === "desk" && <Resizer />}
    </section>
  );
}

/** Which tab a key leads to, from the tab at `index`. */
const TARGETS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};
