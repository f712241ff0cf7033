/** What the drawer shows; loaded when it is first opened, and with it the library that moves it. */
import { LazyMotion, MotionConfig } from "framer-motion";
import * as m from "framer-motion/m";
import { type JSX, lazy, Suspense, useEffect, useRef } from "react";
import type { Recording } from "../../run/index.ts";
import { Notice } from "./lesson/Notice.tsx";
import styles from "./panel.module.css";
import type { Tab } from "./tabs.ts";

const Reality = lazy(async () => ({ default: (await import("./lesson/Reality.tsx")).Reality }));
const Practice = lazy(async () => ({
  default: (await import("./guide/Practice.tsx")).Practice,
}));

const EventsPanel = lazy(async () => ({
  default: (await import("./events/EventsPanel.tsx")).EventsPanel,
}));
const NumbersPanel = lazy(async () => ({
  default: (await import("./numbers/NumbersPanel.tsx")).NumbersPanel,
}));

const CodePanel = lazy(async () => ({ default: (await import("./code/CodePanel.tsx")).CodePanel }));

const loadFeatures = async () => (await import("../kit/motion-features.ts")).features;

export function Panel({
  tab,
  recording,
}: {
  readonly tab: Tab;
  readonly recording: Recording;
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The drawer opens at the foot of the page: what it shows is brought into sight.
    if (tab !== null) box.current?.scrollIntoView?.({ block: "nearest" });
  }, [tab]);
  return (
    <LazyMotion strict features={loadFeatures}>
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
          <Suspense fallback={null}>
            {tab === "reality" && <Reality />}
            {tab === "practice" && <Practice />}
            {tab === "events" && <EventsPanel recording={recording} />}
            {tab === "numbers" && <NumbersPanel />}
            {tab === "code" && <CodePanel recording={recording} />}
          </Suspense>
        </m.div>
      </MotionConfig>
    </LazyMotion>
  );
}
