/** The drawer at the foot of the page: what to notice, the events, the code. */
import { type JSX, useEffect, useId, useRef } from "react";
import { deferred } from "../deferred.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import { ChevronIcon } from "../shell/icons.tsx";
import styles from "./drawer.module.css";
import { tabWords } from "./tab-words.ts";
import { TABS, type Tab } from "./tabs.ts";

const Panel = deferred(async () => (await import("./Panel.tsx")).Panel);

export function Drawer(): JSX.Element {
  const say = useWords();
  const id = useId();
  const { openDrawer } = useActions();
  const wanted = usePlaygroundState((state) => state.drawer);
  const tab = TABS.find((name) => name === wanted) ?? null;
  const tabList = useRef<HTMLDivElement>(null);
  const recording = usePlaygroundState((state) => state.recordings[0]);
  const choose = (next: Tab) => openDrawer(next === tab ? null : next);
  const moveFocus = (from: number, by: number) => {
    const to = (from + by + TABS.length) % TABS.length;
    tabList.current?.querySelectorAll("button")[to]?.focus();
    if (tab !== null) openDrawer(TABS[to] ?? null);
  };
  useEffect(() => {
    // Opened from elsewhere on the page, the drawer is where the reader is now.
    if (tab === null) return;
    tabList.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }, [tab]);
  return (
    <section className={styles["drawer"]} aria-label={say(tabWords.drawer)}>
      <div
        ref={tabList}
        role="tablist"
        className={styles["tabs"]}
        aria-label={say(tabWords.drawer)}
      >
        {TABS.map((name, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={tab === name}
            aria-controls={`${id}-panel`}
            aria-expanded={tab === name}
            tabIndex={tab === name || (tab === null && index === 0) ? 0 : -1}
            onClick={() => choose(name)}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") moveFocus(index, 1);
              if (event.key === "ArrowLeft") moveFocus(index, -1);
              if (event.key === "Escape") openDrawer(null);
            }}
          >
            {say(tabWords[name])}
          </button>
        ))}
        <span className={styles["chevron"]} data-open={tab !== null}>
          <ChevronIcon />
        </span>
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${tab ?? TABS[0]}`}>
        {tab !== null && recording !== undefined && (
          <Panel tab={tab} recording={recording} meanwhile={<div className={styles["panel"]} />} />
        )}
      </div>
    </section>
  );
}
