/** Puts the page together: the only file with effects at import. */
import { createRoot } from "react-dom/client";
import {
  createPlayground,
  followAddress,
  openLink,
  type Pacing,
  type Preferences,
  readPreferences,
  type Theme,
  writePreferences,
} from "./store/index.ts";
import { App, browserAddressBar, pageName } from "./views/index.ts";
import "./views/theme/tokens.css";
import "./views/theme/base.css";

const PREFERENCES_KEY = "backpressure-playground";

const PRESENTING_KEY = `${PREFERENCES_KEY}-presenting`;
let remembered: boolean | null = null;

const storage = {
  read: () => localStorage.getItem(PREFERENCES_KEY),
  write: (text: string) => localStorage.setItem(PREFERENCES_KEY, text),
};

/** The browser paints and hears its user between two slices. */
const pacing: Pacing = {
  now: () => performance.now(),
  later: (task) => setTimeout(task, 0),
};

async function start(): Promise<void> {
  const preferences = readPreferences(storage, {
    language: navigator.language.startsWith("ko") ? "ko" : "en",
    theme: "system",
  });
  const address = browserAddressBar(window);
  const text = address.read();
  const playground = createPlayground(preferences, await openLink(text), pacing);
  if (wasPresenting()) playground.actions.present(true);
  // Without it the page plays all the same; the address then stays as it was opened.
  followAddress(playground, address, text).catch(() => undefined);
  show(preferences);
  playground.store.subscribe((state, before) => {
    rememberPresenting(state.presenting !== null);
    if (state.preferences === before.preferences) return;
    show(state.preferences);
    writePreferences(storage, state.preferences, before.preferences);
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => show(playground.store.getState().preferences));

  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no element #root");
  createRoot(root).render(<App playground={playground} />);

  function show({ language, theme }: Preferences): void {
    document.documentElement.lang = language;
    document.documentElement.dataset["theme"] = shownTheme(theme);
    document.title = pageName[language];
  }
}

function shownTheme(theme: Theme): string {
  if (theme !== "system") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** A reload comes back to the presentation: a remote may have sent it. Another tab knows nothing of it. */
function wasPresenting(): boolean {
  try {
    return sessionStorage.getItem(PRESENTING_KEY) !== null;
  } catch {
    return false;
  }
}

function rememberPresenting(presenting: boolean): void {
  if (presenting === remembered) return;
  remembered = presenting;
  try {
    if (presenting) sessionStorage.setItem(PRESENTING_KEY, "1");
    else sessionStorage.removeItem(PRESENTING_KEY);
  } catch {
    // Where storage is forbidden a reload leaves the presentation.
  }
}

void start();
