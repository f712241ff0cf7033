/** The alerts up to the play head, newest first; pressing a time moves the play head there. */
import type { JSX } from "react";
import { fillIn, formatCount, formatSeconds } from "../../../i18n/index.ts";
import { type Alert, alertsOf, type Recording, thresholdsOf } from "../../../run/index.ts";
import { alertText, alertValueText } from "../../alert-text.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./numbers.module.css";
import { numbersWords } from "./numbers-words.ts";

const SHOWN = 50;

export function AlertList({
  recordings,
}: {
  readonly recordings: readonly Recording[];
}): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const alerts = recordings
    .flatMap((recording, lane) =>
      alertsOf(recording, thresholdsOf(thresholds), timeMs).map((alert) => ({ lane, alert })),
    )
    .sort((one, other) => other.alert.fromMs - one.alert.fromMs || one.lane - other.lane);
  const hidden = alerts.length - SHOWN;
  const laneName = (lane: number) => {
    const strategy = recordings[lane]?.strategy;
    return strategy === undefined ? "" : say(strategy.name);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and must be reachable by keyboard
    <div className={styles["alerts"]} tabIndex={0}>
      <table>
        <caption>
          {fillIn(say(numbersWords.alerts), { n: formatCount(alerts.length, language) })}
        </caption>
        {alerts.length > 0 && (
          <thead>
            <tr>
              {recordings.length > 1 && <th scope="col">{say(numbersWords.lane)}</th>}
              <th scope="col">{say(numbersWords.alert)}</th>
              <th scope="col">{say(numbersWords.from)}</th>
              <th scope="col">{say(numbersWords.to)}</th>
              <th scope="col">{say(numbersWords.highest)}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {alerts.slice(0, SHOWN).map(({ lane, alert }) => (
            <tr key={`${lane} ${keyOf(alert)}`} data-lasts={alert.toMs === null}>
              {recordings.length > 1 && <td>{laneName(lane)}</td>}
              <td>
                <span aria-hidden="true">{alert.toMs === null ? "▲ " : "△ "}</span>
                <span>{alertText(alert, language)}</span>
              </td>
              <td>
                <TimeLink timeMs={alert.fromMs} />
              </td>
              <td>
                {alert.toMs === null ? say(numbersWords.lasts) : <TimeLink timeMs={alert.toMs} />}
              </td>
              <td>{alertValueText(alert, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {alerts.length === 0 && <p>{say(numbersWords.noAlerts)}</p>}
      {hidden > 0 && (
        <p>{fillIn(say(numbersWords.earlier), { n: formatCount(hidden, language) })}</p>
      )}
    </div>
  );
}

function keyOf({ kind, unit, fromMs, fromRow }: Alert): string {
  return `${kind} ${unit} ${fromMs} ${fromRow}`;
}

/** A time, as a button that moves the play head there. */
function TimeLink({ timeMs }: { readonly timeMs: number }): JSX.Element {
  const say = useWords();
  const { seek } = useActions();
  const language = usePlaygroundState((state) => state.preferences.language);
  const n = formatSeconds(timeMs, language);
  return (
    <button
      type="button"
      className={styles["link"]}
      aria-label={fillIn(say(numbersWords.goTo), { n })}
      onClick={() => seek(timeMs)}
    >
      {fillIn(say(numbersWords.seconds), { n })}
    </button>
  );
}
