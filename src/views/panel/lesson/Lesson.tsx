/** The lesson: the question, the settings that matter, and what there is to notice, to check and to try next. */
import type { JSX } from "react";
import { deferred } from "../../kit/deferred.tsx";
import { KeyControls } from "../settings/KeyControls.tsx";
import styles from "./lesson.module.css";
import { More } from "./More.tsx";
import { Question } from "./Question.tsx";

const Reality = deferred(async () => (await import("./Reality.tsx")).Reality);

export function Lesson(): JSX.Element {
  return (
    <div className={styles["lesson"]}>
      <Question />
      <KeyControls />
      <More />
      <Reality />
    </div>
  );
}
