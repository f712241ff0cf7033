/** The seed of the run's random numbers, and a new one at a click. */
import { type JSX, useId, useState } from "react";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import { DiceIcon } from "../shell/icons.tsx";
import styles from "./controls.module.css";
import { words } from "./words.ts";

/** Seeds that people can read out to each other. */
const NEW_SEEDS = 10_000;

export function SeedControl(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const seed = usePlaygroundState((state) => state.experiment.seed);
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const enter = () => {
    if (typed !== null && /^\d+$/.test(typed.trim())) actions.setSeed(Number(typed));
    setTyped(null);
  };
  return (
    <div className={styles["control"]}>
      <div className={styles["row"]}>
        <label htmlFor={id} title={say(words.seedHelp)}>
          {say(words.seed)}
        </label>
        <span className={styles["field"]}>
          <input
            id={id}
            className={styles["number"]}
            inputMode="numeric"
            autoComplete="off"
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
            onClick={() => actions.setSeed(1 + Math.floor(Math.random() * NEW_SEEDS))}
          >
            <DiceIcon />
          </button>
        </span>
      </div>
    </div>
  );
}
