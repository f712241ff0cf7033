/** What a person chose for the page itself; kept in the browser, never in a link. */
import { LANGUAGES, type Language } from "../i18n/index.ts";

/** `system` follows the device; `projector` is light with strong lines and large type. */
export const THEMES = ["system", "light", "dark", "projector"] as const;

export type Theme = (typeof THEMES)[number];

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

/** Where preferences are kept. */
export interface PreferenceStorage {
  /** The stored text, or null; may throw where storage is forbidden. */
  read(): string | null;
  write(text: string): void;
}

/** Reads what is stored; whatever is missing or unknown is taken from `fallback`. */
export function readPreferences(storage: PreferenceStorage, fallback: Preferences): Preferences {
  const { language, theme } = storedIn(storage);
  return {
    language: LANGUAGES.find((known) => known === language) ?? fallback.language,
    theme: THEMES.find((known) => known === theme) ?? fallback.theme,
  };
}

/**
 * Stores what differs between `before` and `now`, and leaves the rest as it is stored: another tab may have
 * changed that. Where storing is forbidden preferences last as long as the page.
 */
export function writePreferences(
  storage: PreferenceStorage,
  now: Preferences,
  before: Preferences,
): void {
  const changed = Object.entries(now).filter(
    ([key, value]) => before[key as keyof Preferences] !== value,
  );
  try {
    storage.write(JSON.stringify({ ...storedIn(storage), ...Object.fromEntries(changed) }));
  } catch {
    // Private windows may forbid storage: the page works without it.
  }
}

/** What is stored, whatever it is worth. */
function storedIn(storage: PreferenceStorage): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(storage.read() ?? "{}"));
  } catch {
    return {};
  }
}
