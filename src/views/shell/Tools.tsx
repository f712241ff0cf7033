/** The tools of the page's head: undo, sharing, full screen, language, theme, help. */
import { type JSX, useState } from "react";
import { LANGUAGES, type Language } from "../../i18n/index.ts";
import { THEMES, type Theme, writeLink } from "../../store/index.ts";
import { deferred } from "../deferred.tsx";
import { useActions, usePlayground, usePlaygroundState, useWords } from "../playground-context.ts";
import { HelpIcon, RedoIcon, ScreenIcon, ShareIcon, UndoIcon } from "./icons.tsx";
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
    <>
      <IconButton label={say(toolWords.undo)} disabled={!canUndo} onClick={actions.undo}>
        <UndoIcon />
      </IconButton>
      <IconButton label={say(toolWords.redo)} disabled={!canRedo} onClick={actions.redo}>
        <RedoIcon />
      </IconButton>
      <button type="button" className={styles["share"]} onClick={share}>
        <ShareIcon />
        <span>{say(toolWords.share)}</span>
      </button>
      <IconButton label={say(toolWords.present)} onClick={toggleFullScreen}>
        <ScreenIcon />
      </IconButton>
      <select
        aria-label={say(toolWords.language)}
        value={language}
        onChange={(event) => actions.setLanguage(event.target.value as Language)}
      >
        {LANGUAGES.map((choice) => (
          <option key={choice} value={choice} lang={choice}>
            {say(toolWords[choice])}
          </option>
        ))}
      </select>
      <select
        aria-label={say(toolWords.theme)}
        value={theme}
        onChange={(event) => actions.setTheme(event.target.value as Theme)}
      >
        {THEMES.map((choice) => (
          <option key={choice} value={choice}>
            {say(toolWords[choice])}
          </option>
        ))}
      </select>
      <IconButton label={say(toolWords.help)} onClick={() => setDialog("help")}>
        <HelpIcon />
      </IconButton>
      {dialog === "help" && <HelpDialog onClose={close} />}
      {dialog !== null && dialog !== "help" && <ShareDialog url={dialog.share} onClose={close} />}
    </>
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

function toggleFullScreen(): void {
  // Where full screen is refused (an embedded page, a phone) the page simply stays as it is.
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}
