/** The tools in the page's header: undo, redo, compare, present, share, and a menu with language, theme and help. */
import { type JSX, useState } from "react";
import { LANGUAGES, type Language } from "../../i18n/index.ts";
import { MAX_LANES, THEMES, type Theme, writeLink } from "../../store/index.ts";
import { deferred } from "../kit/deferred.tsx";
import { CompareIcon, MoreIcon, RedoIcon, ScreenIcon, ShareIcon, UndoIcon } from "../kit/icons.tsx";
import { Menu } from "../kit/Menu.tsx";
import { useActions, usePlayground, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./shell.module.css";
import { toolWords } from "./tool-words.ts";

const ShareDialog = deferred(async () => (await import("./ShareDialog.tsx")).ShareDialog);
const HelpDialog = deferred(async () => (await import("./HelpDialog.tsx")).HelpDialog);

export function Tools(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const { store, position } = usePlayground();
  const canUndo = usePlaygroundState((state) => state.past.length > 0);
  const canRedo = usePlaygroundState((state) => state.future.length > 0);
  const full = usePlaygroundState((state) => state.recordings.length >= MAX_LANES);
  const [shared, setShared] = useState<string | null>(null);
  const help = usePlaygroundState((state) => state.dialog === "help");
  const share = () => {
    actions.pause();
    const { catalogue, experiment } = store.getState();
    const link = writeLink(catalogue, experiment, position());
    setShared(`${location.origin}${location.pathname}#${link}`);
  };
  return (
    <>
      <IconButton label={say(toolWords.undo)} disabled={!canUndo} onClick={actions.undo}>
        <UndoIcon />
      </IconButton>
      <IconButton label={say(toolWords.redo)} disabled={!canRedo} onClick={actions.redo}>
        <RedoIcon />
      </IconButton>
      <button
        type="button"
        className={styles["tool"]}
        disabled={full}
        title={say(toolWords.compareHelp)}
        onClick={actions.addLane}
      >
        <CompareIcon />
        <span>{say(toolWords.compare)}</span>
      </button>
      <button
        type="button"
        className={styles["tool"]}
        title={say(toolWords.present)}
        onClick={() => actions.present(true)}
      >
        <ScreenIcon />
        <span>{say(toolWords.present)}</span>
      </button>
      <button type="button" className={styles["tool"]} onClick={share}>
        <ShareIcon />
        <span>{say(toolWords.share)}</span>
      </button>
      <Menu label={say(toolWords.menu)} icon={<MoreIcon />} className={styles["more"]}>
        {(shut) => (
          <Choices
            onHelp={() => {
              shut();
              actions.openDialog("help");
            }}
          />
        )}
      </Menu>
      {help && <HelpDialog onClose={() => actions.openDialog(null)} />}
      {shared !== null && <ShareDialog url={shared} onClose={() => setShared(null)} />}
    </>
  );
}

function Choices({ onHelp }: { onHelp(): void }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const { language, theme } = usePlaygroundState((state) => state.preferences);
  return (
    <div className={styles["choices"]}>
      <label>
        <span>{say(toolWords.language)}</span>
        <select
          value={language}
          onChange={(event) => actions.setLanguage(event.target.value as Language)}
        >
          {LANGUAGES.map((choice) => (
            <option key={choice} value={choice} lang={choice}>
              {say(toolWords[choice])}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say(toolWords.theme)}</span>
        <select value={theme} onChange={(event) => actions.setTheme(event.target.value as Theme)}>
          {THEMES.map((choice) => (
            <option key={choice} value={choice}>
              {say(toolWords[choice])}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={onHelp}>
        {say(toolWords.help)}
      </button>
    </div>
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
