/** The seed of the run's random numbers, and a new one at a click. */
import { type JSX, useId, useState } from "react";
import { fillIn, formatCount } from "../../../i18n/index.ts";
import { MAX_SEED } from "../../../run/index.ts";
import { DiceIcon } from "../../kit/icons.tsx";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./controls.module.css";
import { Heading, helpOf } from "./Heading.tsx";
import { words } from "./words.ts";

/** Seeds that people can read out to each other. */
const NEW_SEEDS = 10_000;

export function SeedControl(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const seed = usePlaygroundState((state) => state.experiment.seed);
  const language = usePlaygroundState((state) => state.preferences.language);
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const id = useId();
  const enter = () => {
    if (typed === null) return;
    const allowed = /^\d+$/.test(typed.trim()) && Number(typed) <= MAX_SEED;
    if (allowed) actions.setSeed(Number(typed));
    setRefused(allowed ? null : typed);
    setTyped(null);
  };
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
            value={typed ?? String(seed)}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={enter}
            onKeyDown={(event) => {
              if (event.key === "Enter") enter();
            }}
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
