/** The header of the page: the button for the panel, the scenario, and the tools. */
import type { JSX, ReactNode } from "react";
import { entryOf } from "../../scenarios/index.ts";
import { deferred } from "../kit/deferred.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import { ChevronIcon, PanelIcon } from "./header-icons.tsx";
import styles from "./shell.module.css";
import { words } from "./words.ts";

const Gallery = deferred(async () => (await import("../gallery/Gallery.tsx")).Gallery);

/** `children` are the tools at the end of the header. */
export function Header({ children }: { readonly children?: ReactNode }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const open = usePlaygroundState((state) => state.preferences.panel.open);
  const scenario = usePlaygroundState((state) => state.experiment.scenario);
  const choosing = usePlaygroundState((state) => state.dialog === "gallery");
  return (
    <header className={styles["header"]}>
      <button
        type="button"
        className={styles["fold"]}
        aria-label={say(words.panel)}
        aria-pressed={open}
        title={say(words.panel)}
        onClick={() => actions.setPanel({ open: !open })}
      >
        <PanelIcon />
      </button>
      <h1 className="visually-hidden">{say(words.name)}</h1>
      <button
        type="button"
        className={styles["scenario"]}
        data-scenario={scenario}
        aria-haspopup="dialog"
        title={`${say(words.scenario)} (G)`}
        onClick={() => actions.openDialog("gallery")}
      >
        <span className="visually-hidden">{`${say(words.scenario)}: `}</span>
        <span>{say(entryOf(scenario).name)}</span>
        <ChevronIcon />
      </button>
      <div className={styles["tools"]}>{children}</div>
      {choosing && <Gallery onClose={() => actions.openDialog(null)} />}
    </header>
  );
}
