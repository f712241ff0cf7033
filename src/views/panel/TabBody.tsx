/** The content of a tab of the panel. Each is loaded when it is first opened, as is the library that animates them. */
import { LazyMotion, MotionConfig } from "framer-motion";
import * as m from "framer-motion/m";
import type { JSX } from "react";
import type { Recording } from "../../run/index.ts";
import { deferred } from "../kit/deferred.tsx";
import styles from "./panel.module.css";
import type { Tab } from "./tabs.ts";

const Lesson = deferred(async () => (await import("./lesson/Lesson.tsx")).Lesson);
const Settings = deferred(async () => (await import("./settings/Settings.tsx")).Settings);
const StripsTab = deferred(async () => (await import("./StripsTab.tsx")).StripsTab);
const CodePanel = deferred(async () => (await import("./code/CodePanel.tsx")).CodePanel);
const EventsPanel = deferred(async () => (await import("./events/EventsPanel.tsx")).EventsPanel);
const NumbersPanel = deferred(
  async () => (await import("./numbers/NumbersPanel.tsx")).NumbersPanel,
);
const Guide = deferred(async () => (await import("./guide/Guide.tsx")).Guide);

const loadFeatures = async () => (await import("../kit/motion-features.ts")).features;

export function TabBody({
  tab,
  recording,
}: {
  readonly tab: Tab;
  /** The recording of the selected lane. */
  readonly recording: Recording;
}): JSX.Element {
  return (
    <LazyMotion strict features={loadFeatures}>
      <MotionConfig reducedMotion="user">
        <m.div
          key={tab}
          data-tab={tab}
          className={styles["tab"]}
          initial={{ y: 6 }}
          animate={{ y: 0 }}
          transition={{ duration: 0.18 }}
        >
          {tab === "lesson" && <Lesson />}
          {tab === "settings" && <Settings />}
          {tab === "strips" && <StripsTab />}
          {tab === "code" && <CodePanel recording={recording} />}
          {tab === "events" && <EventsPanel recording={recording} />}
          {tab === "numbers" && <NumbersPanel />}
          {tab === "guide" && <Guide />}
        </m.div>
      </MotionConfig>
    </LazyMotion>
  );
}
