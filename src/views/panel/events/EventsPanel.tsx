/** The log of events up to the play head, newest last, or of everything that happened to one element. */

import { type JSX, useEffect, useId, useRef, useState } from "react";
import { fillIn, formatSeconds, type Text } from "../../../i18n/index.ts";
import { plainNumber } from "../../../params/index.ts";
import {
  type ActorRole,
  type Alert,
  lastEvents,
  lifelineOf,
  printedLines,
  type Recording,
  type TraceEvent,
} from "../../../run/index.ts";
import { pickedOf, rowsAt } from "../../../store/index.ts";
import { RowKind } from "../../../trace/index.ts";
import { alertText } from "../../alert-text.ts";
import { alertWords } from "../../alert-words.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { useAlerts } from "../../use-alerts.ts";
import styles from "../panel.module.css";
import { tabWords } from "../tab-words.ts";
import { words } from "../words.ts";
import { type AlertMoment, withAlerts } from "./alert-moments.ts";
import { elementOf, eventNumber, eventRole, eventText, operatorName } from "./event-text.ts";
import { eventWords } from "./event-words.ts";

const SHOWN = 80;
const NO_ALERTS: readonly Alert[] = [];

export function EventsPanel({ recording }: { readonly recording: Recording }): JSX.Element {
  const say = useWords();
  const helpId = useId();
  const [typed, setTyped] = useState("");
  const { pick } = useActions();
  const position = usePlaygroundState((state) => state.position);
  const lane = usePlaygroundState((state) => state.selected);
  const until = rowsAt(recording, lane, position);
  const alerts = useAlerts(recording);
  const picked = usePlaygroundState((state) => {
    const found = pickedOf(state);
    return found?.lane === state.selected ? found.element : null;
  });
  // An element that is picked elsewhere is followed here; one that is typed here is picked everywhere.
  const isOther = picked !== null && Number(plainNumber(typed)) !== picked;
  const followed = isOther ? String(picked) : typed;
  const follow = (text: string) => {
    setTyped(text);
    const number = plainNumber(text);
    pick(/^\d+$/.test(number) ? { lane, element: Number(number) } : null);
  };
  const wanted = plainNumber(followed);
  const follows = /^\d+$/.test(wanted);
  const isNone = wanted !== "" && !follows;
  const events = follows
    ? lifelineOf(recording.trace, Number(wanted), until)
    : lastEvents(recording.trace, until, SHOWN);
  const log = withAlerts(events, follows ? NO_ALERTS : alerts, position.timeMs, until);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only the list is scrolled, so that the page stays where the reader looks.
    if (until >= 0 && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [until]);
  return (
    <div className={styles["events"]}>
      <div>
        <label>
          <span>{`${say(words.follow)} `}</span>
          <input
            aria-describedby={helpId}
            aria-invalid={isNone}
            inputMode="numeric"
            size={6}
            value={followed}
            onChange={(event) => follow(event.target.value)}
          />
        </label>
        <small id={helpId} role="status" data-refused={isNone}>
          {isNone ? fillIn(say(words.followNone), { given: `“${wanted}”` }) : say(words.followHelp)}
        </small>
      </div>
      <section
        ref={box}
        className={styles["scroll"]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={say(tabWords.events)}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.time)}</th>
              <th scope="col">{say(words.who)}</th>
              <th scope="col">{say(words.what)}</th>
              <th scope="col">{say(words.element)}</th>
            </tr>
          </thead>
          <tbody>
            {log.map((entry) =>
              "alert" in entry ? (
                <AlertRow key={`${entry.alert.kind} ${entry.begins} ${entry.timeMs}`} {...entry} />
              ) : (
                <EventRow
                  key={entry.row}
                  event={entry}
                  recording={recording}
                  picked={picked}
                  onPick={(element) => follow(String(element))}
                />
              ),
            )}
          </tbody>
        </table>
        {log.length === 0 && <p>{say(words.noEvents)}</p>}
      </section>
    </div>
  );
}

function AlertRow({ alert, begins, timeMs }: AlertMoment): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const text = say(begins ? alertWords.begins : alertWords.ends);
  return (
    <tr data-role={begins ? "alert" : "quiet"} data-alert={alert.kind}>
      <td>{fillIn(say(words.seconds), { n: formatSeconds(timeMs, language) })}</td>
      <td>{say(alertWords.monitor)}</td>
      <td>
        <span aria-hidden="true">{begins ? "▲ " : "△ "}</span>
        <span>{fillIn(text, { what: alertText(alert, language) })}</span>
      </td>
      <td />
    </tr>
  );
}

function EventRow({
  event,
  recording,
  picked,
  onPick,
}: {
  readonly event: TraceEvent;
  readonly recording: Recording;
  readonly picked: number | null;
  onPick(element: number): void;
}): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const actor = recording.actorOf(event.who);
  const operator = actor === undefined ? operatorName(recording.topology, event) : undefined;
  const name = operator ?? NAMES[actor?.role ?? "producer"];
  const who = fillIn(say(name), { n: (actor?.index ?? 0) + 1 });
  const text = fillIn(say(eventText(recording, event)), {
    n: eventNumber(recording, event),
    text: printedText(recording, event),
  });
  const element = elementOf(event);
  return (
    <tr
      data-role={eventRole(event)}
      data-picked={element !== null && element === picked ? "true" : undefined}
    >
      <td>{fillIn(say(words.seconds), { n: formatSeconds(event.timeMs, language) })}</td>
      <td>{who}</td>
      <td>{text}</td>
      <td>
        {element !== null && (
          <button
            type="button"
            title={fillIn(say(words.pickElement), { n: element })}
            onClick={() => onPick(element)}
          >
            {element}
          </button>
        )}
      </td>
    </tr>
  );
}

const NAMES: Readonly<Record<ActorRole, Text>> = {
  body: eventWords.main,
  producer: words.producer,
  sender: eventWords.senderN,
  worker: words.worker,
  monitor: eventWords.monitorName,
};

/** The line whose printing begins in an event's row; empty if nothing is printed. */
function printedText(recording: Recording, { row, kind }: TraceEvent): string {
  if (kind !== RowKind.PRINTED) return "";
  const { trace, strategy, startValues } = recording;
  let end = row + 1;
  while (end < trace.length && trace.kindAt(end) === RowKind.CONTINUED) end++;
  const [line] = printedLines(recording, strategy, startValues, row, end);
  return line?.text ?? "";
}
