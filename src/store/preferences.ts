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
  try {
    const stored: unknown = JSON.parse(storage.read() ?? "{}");
    const { language, theme } = (stored ?? {}) as Partial<Record<keyof Preferences, unknown>>;
    return {
      language: LANGUAGES.find((known) => known === language) ?? fallback.language,
      theme: THEMES.find((known) => known === theme) ?? fallback.theme,
    };
  } catch {
    return fallback;
  }
}

/** Stores the preferences; where that is forbidden they last as long as the page. */
export function writePreferences(storage: PreferenceStorage, preferences: Preferences): void {
  try {
    storage.write(JSON.stringify(preferences));
  } catch {
    // Private windows may forbid storage: the page works without it.
  }
}
