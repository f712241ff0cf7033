/** Puts the page together: the only file with effects at import. */
import { createRoot } from "react-dom/client";
import {
  createPlayground,
  followAddress,
  openLink,
  type Pacing,
  type Playground,
  type Preferences,
  type Presenting,
  readPreferences,
  type Theme,
  writePreferences,
} from "./store/index.ts";
import { App, browserAddressBar, pageName } from "./views/index.ts";
import "./views/theme/tokens.css";
import "./views/theme/base.css";

const PREFERENCES_KEY = "backpressure-playground";

const PRESENTING_KEY = `${PREFERENCES_KEY}-presenting`;
let remembered: Presenting | null | undefined;

const storage = {
  read: () => localStorage.getItem(PREFERENCES_KEY),
  write: (text: string) => localStorage.setItem(PREFERENCES_KEY, text),
};

/** Lets the browser paint and handle input between two slices of work. */
const pacing: Pacing = {
  now: () => performance.now(),
  later: (task) => setTimeout(task, 0),
};

/**
 * Gives the browser a chance to paint and handle input. Without it, running the script, reading the preferences
 * (which waits for another process) and recording the first run would be one long task.
 */
function yieldToBrowser(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function start(): Promise<void> {
  await yieldToBrowser();
  const preferences = readPreferences(storage, {
    language: navigator.language.startsWith("ko") ? "ko" : "en",
    theme: "system",
  });
  const address = browserAddressBar(window);
  const text = address.read();
  const opened = await openLink(text);
  await yieldToBrowser();
  const playground = createPlayground(preferences, opened, pacing);
  presentAgain(playground);
  void followAddress(playground, address, text);
  show(preferences);
  playground.store.subscribe((state, before) => {
    rememberPresenting(state.presenting);
    if (state.preferences === before.preferences) return;
    show(state.preferences);
    writePreferences(storage, state.preferences, before.preferences);
  });
  keepStyles(playground);
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

/** Loads failed stylesheets again on the next attempt: importing their part a second time loads only its script. */
function keepStyles({ store, actions }: Playground): void {
  const failed = new Set<HTMLLinkElement>();
  const onError = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== "stylesheet") return;
    failed.add(target);
    actions.partNotLoaded();
  };
  addEventListener("error", onError, true);
  store.subscribe(({ attempt }, before) => {
    if (attempt === before.attempt) return;
    for (const link of failed) link.replaceWith(link.cloneNode());
    failed.clear();
  });
}

function shownTheme(theme: Theme): string {
  if (theme !== "system") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/**
 * After a reload, returns to the card or the blank screen that was shown: a presenter's remote may have caused the
 * reload. Session storage keeps this to the tab.
 */
function presentAgain({ actions }: Playground): void {
  try {
    const text = sessionStorage.getItem(PRESENTING_KEY);
    if (text === null) return;
    actions.present(true);
    actions.setPresenting(JSON.parse(text));
  } catch {
    // If it can't be read, the page doesn't present, or presents from the first card.
  }
}

function rememberPresenting(presenting: Presenting | null): void {
  if (presenting === remembered) return;
  remembered = presenting;
  try {
    if (presenting === null) sessionStorage.removeItem(PRESENTING_KEY);
    else sessionStorage.setItem(PRESENTING_KEY, JSON.stringify(presenting));
  } catch {
    // Where storage is forbidden, a reload ends the presentation.
  }
}

// Tells check.js that this script has arrived and that the browser can run it.
document.documentElement.dataset["started"] = "";
start().catch((error: unknown) => {
  document.getElementById("not-started")?.removeAttribute("hidden");
  throw error;
});
