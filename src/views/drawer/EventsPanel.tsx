/** What happened up to the play head, newest last; or all that happened to one element. */

import { type JSX, useEffect, useId, useRef, useState } from "react";
import { fillIn, formatSeconds } from "../../i18n/index.ts";
import { lastEvents, lifelineOf, type Recording, type TraceEvent } from "../../run/index.ts";
import { rowsAt } from "../../store/index.ts";
import { usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./drawer.module.css";
import { eventRole, eventText } from "./event-text.ts";
import { tabWords } from "./tab-words.ts";
import { words } from "./words.ts";

const SHOWN = 80;

export function EventsPanel({ recording }: { readonly recording: Recording }): JSX.Element {
  const say = useWords();
  const helpId = useId();
  const [followed, setFollowed] = useState("");
  const position = usePlaygroundState((state) => state.position);
  const until = rowsAt(recording, 0, position);
  const events = /^\d+$/.test(followed)
    ? lifelineOf(recording.trace, Number(followed), until)
    : lastEvents(recording.trace, until, SHOWN);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // The list alone is scrolled: whoever looks at the picture is left there.
    if (until >= 0 && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [until]);
  return (
    <div className={styles["events"]}>
      <div>
        <label>
          {say(words.follow)}{" "}
          <input
            aria-describedby={helpId}
            inputMode="numeric"
            size={6}
            value={followed}
            onChange={(event) => setFollowed(event.target.value.trim())}
          />
        </label>{" "}
        <small id={helpId}>{say(words.followHelp)}</small>
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
            {events.map((event) => (
              <EventRow key={event.row} event={event} recording={recording} />
            ))}
          </tbody>
        </table>
        {events.length === 0 && <p>{say(words.noEvents)}</p>}
      </section>
    </div>
  );
}

function EventRow({
  event,
  recording,
}: {
  readonly event: TraceEvent;
  readonly recording: Recording;
}): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const actor = recording.actorOf(event.who);
  const who =
    actor?.role === "worker"
      ? fillIn(say(words.worker), { n: actor.index + 1 })
      : say(words.producer);
  return (
    <tr data-role={eventRole(event)}>
      <td>{fillIn(say(words.seconds), { n: formatSeconds(event.timeMs, language) })}</td>
      <td>{who}</td>
      <td>{say(eventText(event))}</td>
      <td>{event.element >= 0 ? event.element : ""}</td>
    </tr>
  );
}
