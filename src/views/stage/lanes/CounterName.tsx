/** The name of a counter; while an alert of its number lasts, with its sign. */
import type { JSX } from "react";
import { lastingAt, type Recording } from "../../../run/index.ts";
import { rowsAt } from "../../../store/index.ts";
import { alertText, limitText } from "../../alert-text.ts";
import { usePlaygroundState } from "../../playground-context.ts";
import { useAlerts } from "../../use-alerts.ts";
import styles from "./counter-name.module.css";

/** Which number an alert is about, by the counter that shows it. */
const KINDS: Readonly<Record<string, string>> = {
  depth: "depth",
  dropped: "loss",
  waiting: "wait",
};

export function CounterName({
  recording,
  lane,
  counter,
  name,
}: {
  readonly recording: Recording;
  readonly lane: number;
  readonly counter: string;
  readonly name: string;
}): JSX.Element {
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const alerts = useAlerts(recording);
  const alert = lastingAt(alerts, position.timeMs, rowsAt(recording, lane, position)).find(
    ({ kind }) => kind === KINDS[counter],
  );
  if (alert === undefined) return <>{name}</>;
  return (
    <strong
      className={styles["alert"]}
      data-alert={alert.kind}
      title={`${name}: ${alertText(alert, language)}`}
    >
      <span aria-hidden="true">▲</span> {name}
      <span className="visually-hidden">: {limitText(alert, language)}</span>
    </strong>
  );
}
