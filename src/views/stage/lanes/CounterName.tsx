/** The name of a counter, with a sign while an alert about its number lasts. */
import type { JSX } from "react";
import { type Alert, lastingAt, type Recording } from "../../../run/index.ts";
import { rowsAt } from "../../../store/index.ts";
import { alertText, limitText } from "../../alert-text.ts";
import { usePlaygroundState } from "../../playground-context.ts";
import { useAlerts } from "../../use-alerts.ts";
import styles from "./counter-name.module.css";

export function CounterName({
  recording,
  lane,
  alerts: kinds,
  name,
}: {
  readonly recording: Recording;
  readonly lane: number;
  /** The kinds of alerts that are about its number. */
  readonly alerts: readonly Alert["kind"][];
  readonly name: string;
}): JSX.Element {
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const alerts = useAlerts(recording);
  const alert = lastingAt(alerts, position.timeMs, rowsAt(recording, lane, position)).find(
    ({ kind }) => kinds.includes(kind),
  );
  if (alert === undefined) return <span>{name}</span>;
  return (
    <strong
      className={styles["alert"]}
      data-alert={alert.kind}
      title={`${name}: ${alertText(alert, language)}`}
    >
      <span aria-hidden="true">{"▲ "}</span>
      <span>{name}</span>
      <span className="visually-hidden">{`: ${limitText(alert, language)}`}</span>
    </strong>
  );
}
