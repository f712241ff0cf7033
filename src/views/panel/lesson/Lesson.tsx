/**
 * The lesson: the question, the settings that matter, and what to try next; once the answer is known, also what to
 * notice, what holds, and what really happens.
 */
import type { JSX } from "react";
import { deferred } from "../../kit/deferred.tsx";
import { KeyControls } from "../settings/KeyControls.tsx";
import styles from "./lesson.module.css";
import { More } from "./More.tsx";
import { OtherSettings } from "./OtherSettings.tsx";
import { Question } from "./Question.tsx";
import { useTold } from "./use-told.ts";

const Reality = deferred(async () => (await import("./Reality.tsx")).Reality);

export function Lesson(): JSX.Element {
  const told = useTold();
  return (
    <div className={styles["lesson"]}>
      <Question />
      <KeyControls />
      <OtherSettings />
      <More />
      {told && <Reality />}
    </div>
  );
}
