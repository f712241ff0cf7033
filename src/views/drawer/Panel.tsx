/** What the drawer shows; loaded when it is first opened, and with it the library that moves it. */
import { LazyMotion, MotionConfig } from "framer-motion";
import * as m from "framer-motion/m";
import type { JSX } from "react";
import type { Recording } from "../../run/index.ts";
import { Notice } from "../lesson/Notice.tsx";
import { CodePanel } from "./CodePanel.tsx";
import styles from "./drawer.module.css";
import { EventsPanel } from "./EventsPanel.tsx";
import type { Tab } from "./tabs.ts";

const loadFeatures = async () => (await import("../motion-features.ts")).features;

export function Panel({
  tab,
  recording,
}: {
  readonly tab: Tab;
  readonly recording: Recording;
}): JSX.Element {
  return (
    <LazyMotion strict features={loadFeatures}>
      <MotionConfig reducedMotion="user">
        <m.div
          key={tab}
          className={styles["panel"]}
          initial={{ y: 8 }}
          animate={{ y: 0 }}
          transition={{ duration: 0.18 }}
        >
          {tab === "notice" && <Notice />}
          {tab === "events" && <EventsPanel recording={recording} />}
          {tab === "code" && <CodePanel recording={recording} />}
        </m.div>
      </MotionConfig>
    </LazyMotion>
  );
}
