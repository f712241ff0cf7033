/** What the drawer shows; loaded when it is first opened, and with it the library that moves it. */
import { LazyMotion, MotionConfig } from "framer-motion";
import * as m from "framer-motion/m";
import { type JSX, useEffect, useRef } from "react";
import type { Recording } from "../../run/index.ts";
import { persistently } from "../../store/index.ts";
import { deferred } from "../deferred.tsx";
import { Notice } from "../lesson/Notice.tsx";
import { usePlayground } from "../playground-context.ts";
import styles from "./drawer.module.css";
import type { Tab } from "./tabs.ts";

const Reality = deferred(async () => (await import("../lesson/Reality.tsx")).Reality);
const Practice = deferred(async () => (await import("../practice/Practice.tsx")).Practice);
const EventsPanel = deferred(async () => (await import("./EventsPanel.tsx")).EventsPanel);
const NumbersPanel = deferred(async () => (await import("./NumbersPanel.tsx")).NumbersPanel);
const CodePanel = deferred(async () => (await import("./CodePanel.tsx")).CodePanel);

const loadFeatures = async () => (await import("../motion-features.ts")).features;

export function Panel({
  tab,
  recording,
}: {
  readonly tab: Tab;
  readonly recording: Recording;
}): JSX.Element {
  const playground = usePlayground();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The drawer opens at the foot of the page: what it shows is brought into sight.
    if (tab !== null) box.current?.scrollIntoView?.({ block: "nearest" });
  }, [tab]);
  return (
    <LazyMotion strict features={() => persistently(playground, loadFeatures)}>
      <MotionConfig reducedMotion="user">
        <m.div
          key={tab}
          ref={box}
          data-tab={tab}
          // Text alone can be scrolled by keyboard only if it can be reached.
          tabIndex={tab === "reality" ? 0 : undefined}
          className={styles["panel"]}
          initial={{ y: 8 }}
          animate={{ y: 0 }}
          transition={{ duration: 0.18 }}
        >
          {tab === "notice" && <Notice />}
          {tab === "reality" && <Reality />}
          {tab === "practice" && <Practice />}
          {tab === "events" && <EventsPanel recording={recording} />}
          {tab === "numbers" && <NumbersPanel />}
          {tab === "code" && <CodePanel recording={recording} />}
        </m.div>
      </MotionConfig>
    </LazyMotion>
  );
}
