/** The control of the seed of the run's random numbers, with a button for a new one. */
import { type JSX, useId, useState } from "react";
import { fillIn, formatCount } from "../../../i18n/index.ts";
import { plainNumber } from "../../../params/index.ts";
import { MAX_SEED } from "../../../run/index.ts";
import { DiceIcon } from "../../kit/icons.tsx";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./controls.module.css";
import { Heading, helpOf } from "./Heading.tsx";
import { useEntry } from "./use-entry.ts";
import { words } from "./words.ts";

/** New seeds go up to this, so that people can read them out to each other. */
const NEW_SEEDS = 10_000;

export function SeedControl(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const seed = usePlaygroundState((state) => state.experiment.seed);
  const language = usePlaygroundState((state) => state.preferences.language);
  const [refused, setRefused] = useState<string | null>(null);
  const id = useId();
  const entry = useEntry(String(seed), (text) => {
    const typed = plainNumber(text);
    const allowed = /^\d+$/.test(typed) && Number(typed) <= MAX_SEED;
    if (allowed) actions.setSeed(Number(typed));
    setRefused(allowed ? null : text);
  });
  const draw = () => {
    setRefused(null);
    actions.setSeed(1 + Math.floor(Math.random() * NEW_SEEDS));
  };
  return (
    <div className={styles["control"]} data-seed="">
      <Heading id={id} label={words.seed} help={words.seedHelp}>
        <span className={styles["field"]}>
          <input
            id={id}
            className={styles["number"]}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={refused !== null}
            aria-describedby={`${helpOf(id)} ${id}-problem`}
            {...entry}
          />
          <button
            type="button"
            aria-label={say(words.newSeed)}
            title={say(words.newSeed)}
            onClick={draw}
          >
            <DiceIcon />
          </button>
        </span>
      </Heading>
      <p id={`${id}-problem`} className={styles["problem"]} role="alert">
        {refused !== null &&
          fillIn(say(words.refused), {
            given: `“${refused}”`,
            min: 0,
            max: formatCount(MAX_SEED, language),
            used: seed,
          })}
      </p>
    </div>
  );
}
