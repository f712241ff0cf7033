/** All scenarios at a glance, in groups, with a search. Those that have been opened before are marked. */
import { type JSX, useRef, useState } from "react";
import { fillIn } from "../../i18n/index.ts";
import {
  entryOf,
  LESSON_PLANS,
  type ScenarioEntry,
  type ScenarioId,
  scenarios,
} from "../../scenarios/index.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import { words as groupWords } from "../shell/words.ts";
import { Drawing } from "./Drawing.tsx";
import styles from "./gallery.module.css";
import { galleryWords } from "./gallery-words.ts";
import { thumbnailOf } from "./thumbnails.ts";

export function Gallery({ onClose }: { onClose(): void }): JSX.Element {
  const say = useWords();
  const { openScenario } = useActions();
  const current = usePlaygroundState((state) => state.experiment.scenario);
  const seen = usePlaygroundState((state) => state.preferences.seen);
  const [typed, setTyped] = useState("");
  const [pointed, setPointed] = useState<ScenarioId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = scenarios.filter((scenario) => matches(scenario, typed));
  const groups = [...new Set(found.map(({ group }) => group))];
  const seenCount = scenarios.filter(({ id }) => seen.includes(id)).length;
  const open = (id: ScenarioId) => {
    openScenario(id);
    onClose();
  };
  return (
    <Dialog title={say(groupWords.scenario)} onClose={onClose} wide>
      <div className={styles["bar"]}>
        <input
          type="search"
          data-first=""
          placeholder={say(galleryWords.search)}
          aria-label={say(galleryWords.search)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === "Enter" && first !== undefined) open(first.id);
            if (event.key === "ArrowDown") list.current?.querySelector("button")?.focus();
          }}
        />
        <p role="status">
          {found.length < scenarios.length
            ? fillIn(say(galleryWords.found), { n: found.length })
            : fillIn(say(galleryWords.seenOf), { n: seenCount, all: scenarios.length })}
        </p>
      </div>
      <div ref={list} className={styles["groups"]}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{say(groupWords[group])}</h3>
            <ul>
              {found
                .filter((scenario) => scenario.group === group)
                .map(({ id, name }) => (
                  <li key={id}>
                    <button
                      type="button"
                      data-scenario={id}
                      aria-current={id === current ? "true" : undefined}
                      aria-describedby={id === pointed ? "gallery-plan" : undefined}
                      onClick={() => open(id)}
                      onFocus={() => setPointed(id)}
                      onPointerEnter={() => setPointed(id)}
                    >
                      <Drawing thumbnail={thumbnailOf(id)} />
                      <span>
                        <small aria-hidden="true">
                          {scenarios.findIndex((each) => each.id === id) + 1}
                        </small>
                        <span>{say(name)}</span>
                      </span>
                      {seen.includes(id) && (
                        <span className={styles["seen"]}>
                          <span aria-hidden="true">✓</span>
                          <span className="visually-hidden">{`, ${say(galleryWords.seen)}`}</span>
                        </span>
                      )}
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p>{say(galleryWords.none)}</p>}
      </div>
      <p id="gallery-plan" className={styles["plan"]}>
        {pointed === null ? <span>{say(galleryWords.point)}</span> : <PlanOf id={pointed} />}
      </p>
    </Dialog>
  );
}

/** What a lesson is for, how long it takes, and what it builds on. */
function PlanOf({ id }: { readonly id: ScenarioId }): JSX.Element {
  const say = useWords();
  const { goal, minutes, after } = LESSON_PLANS[id];
  return (
    <>
      <strong>{say(entryOf(id).name)}</strong>
      <span>{fillIn(say(galleryWords.plan), { goal: say(goal), minutes })}</span>
      {after !== undefined && (
        <span>{fillIn(say(galleryWords.after), { name: say(entryOf(after).name) })}</span>
      )}
    </>
  );
}

/** Whether a scenario's id, or its name in either language, contains what was typed. */
function matches({ id, name }: ScenarioEntry, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [id, name.ko, name.en].some((text) => text.toLowerCase().includes(wanted));
}
