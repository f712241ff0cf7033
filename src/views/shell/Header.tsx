/** The head of the page: its name, the scenarios, undo, sharing, full screen, language, theme, help. */
import { type JSX, lazy, Suspense, useState } from "react";
import { LANGUAGES, type Language } from "../../i18n/index.ts";
import { type ScenarioGroup, type ScenarioId, scenarios } from "../../scenarios/index.ts";
import { THEMES, type Theme, writeLink } from "../../store/index.ts";
import { ErrorBoundary } from "../ErrorBoundary.tsx";
import { useActions, usePlayground, usePlaygroundState, useWords } from "../playground-context.ts";
import { HelpIcon, RedoIcon, ScreenIcon, ShareIcon, UndoIcon } from "./icons.tsx";
import styles from "./shell.module.css";
import { words } from "./words.ts";

const ShareDialog = lazy(async () => ({
  default: (await import("./ShareDialog.tsx")).ShareDialog,
}));
const HelpDialog = lazy(async () => ({ default: (await import("./HelpDialog.tsx")).HelpDialog }));

export function Header(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const { store, position } = usePlayground();
  const canUndo = usePlaygroundState((state) => state.past.length > 0);
  const canRedo = usePlaygroundState((state) => state.future.length > 0);
  const { language, theme } = usePlaygroundState((state) => state.preferences);
  const [dialog, setDialog] = useState<"help" | { readonly share: string } | null>(null);
  const share = () => {
    actions.pause();
    const { experiment } = store.getState();
    const link = writeLink(experiment, position());
    setDialog({ share: `${location.origin}${location.pathname}#${link}` });
  };
  const close = () => setDialog(null);
  return (
    <header className={styles["header"]}>
      <h1>
        <Mark />
        <span>{say(words.name)}</span>
      </h1>
      <ScenarioPicker />
      <div className={styles["tools"]}>
        <IconButton label={say(words.undo)} disabled={!canUndo} onClick={actions.undo}>
          <UndoIcon />
        </IconButton>
        <IconButton label={say(words.redo)} disabled={!canRedo} onClick={actions.redo}>
          <RedoIcon />
        </IconButton>
        <button type="button" className={styles["share"]} onClick={share}>
          <ShareIcon />
          <span>{say(words.share)}</span>
        </button>
        <IconButton label={say(words.present)} onClick={toggleFullScreen}>
          <ScreenIcon />
        </IconButton>
        <select
          aria-label={say(words.language)}
          value={language}
          onChange={(event) => actions.setLanguage(event.target.value as Language)}
        >
          {LANGUAGES.map((choice) => (
            <option key={choice} value={choice} lang={choice}>
              {say(words[choice])}
            </option>
          ))}
        </select>
        <select
          aria-label={say(words.theme)}
          value={theme}
          onChange={(event) => actions.setTheme(event.target.value as Theme)}
        >
          {THEMES.map((choice) => (
            <option key={choice} value={choice}>
              {say(words[choice])}
            </option>
          ))}
        </select>
        <IconButton label={say(words.help)} onClick={() => setDialog("help")}>
          <HelpIcon />
        </IconButton>
      </div>
      <ErrorBoundary>
        <Suspense fallback={null}>
          {dialog === "help" && <HelpDialog onClose={close} />}
          {dialog !== null && dialog !== "help" && (
            <ShareDialog url={dialog.share} onClose={close} />
          )}
        </Suspense>
      </ErrorBoundary>
    </header>
  );
}

function ScenarioPicker(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const current = usePlaygroundState((state) => state.experiment.scenario);
  const groups = [...new Set(scenarios.map(({ group }) => group))];
  const options = (group: ScenarioGroup) =>
    scenarios
      .filter((scenario) => scenario.group === group)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {say(name)}
        </option>
      ));
  return (
    <select
      className={styles["scenario"]}
      aria-label={say(words.scenario)}
      value={current}
      onChange={(event) => actions.openScenario(event.target.value as ScenarioId)}
    >
      {groups.map((group) => (
        <optgroup key={group} label={say(words[group])}>
          {options(group)}
        </optgroup>
      ))}
    </select>
  );
}

function IconButton({
  label,
  disabled = false,
  onClick,
  children,
}: {
  readonly label: string;
  readonly disabled?: boolean;
  onClick(): void;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <button
      type="button"
      className={styles["icon"]}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** The sign of the page: a full buffer with one element held in front of it. */
function Mark(): JSX.Element {
  return (
    <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true">
      <circle cx="5" cy="11" r="4" fill="var(--suspended)" />
      <path d="M11.500 3v16" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
      <rect x="15" y="7" width="6" height="8" rx="2" fill="var(--buffered)" />
      <rect x="23" y="7" width="6" height="8" rx="2" fill="var(--buffered)" />
    </svg>
  );
}

function toggleFullScreen(): void {
  // Where full screen is refused (an embedded page, a phone) the page simply stays as it is.
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}
