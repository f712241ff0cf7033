/** A person's choices for the page itself, kept in the browser and never in a link. */
import { LANGUAGES, type Language } from "../i18n/index.ts";

/** `system` follows the device; `projector` is light with strong lines and large type. */
export const THEMES = ["system", "light", "dark", "projector"] as const;

export type Theme = (typeof THEMES)[number];

/** The panel beside the stage. */
export interface PanelPreferences {
  /** The tab that is open, by the name that the views give it. */
  readonly tab: string;
  /** Within `PANEL_WIDTHS`, in px of a page that is not zoomed. */
  readonly widthPx: number;
  /** Whether the panel is shown; when it is folded, the stage has its room. */
  readonly open: boolean;
}

export const PANEL_WIDTHS = { min: 300, max: 560, first: 368 } as const;

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly panel: PanelPreferences;
  /** Scenarios that have been opened, by id. */
  readonly seen: readonly string[];
}

/** Defaults for what has not been chosen yet. */
export type GivenPreferences = Pick<Preferences, "language" | "theme"> & Partial<Preferences>;

/** Where preferences are kept. */
export interface PreferenceStorage {
  /** The stored text, or null; may throw where storage is forbidden. */
  read(): string | null;
  write(text: string): void;
}

const FIRST_PANEL: PanelPreferences = {
  tab: "lesson",
  widthPx: PANEL_WIDTHS.first,
  open: true,
};

/** The most ids that are kept of what was opened. */
const MOST_SEEN = 200;

/** Preferences with defaults for whatever is missing. */
export function wholePreferences(given: GivenPreferences): Preferences {
  return { panel: FIRST_PANEL, seen: [], ...given };
}

/** Reads the stored preferences; whatever is missing or unknown is taken from `fallback`. */
export function readPreferences(
  storage: PreferenceStorage,
  fallback: GivenPreferences,
): Preferences {
  const whole = wholePreferences(fallback);
  const { language, theme, panel, seen } = storedIn(storage);
  return {
    language: LANGUAGES.find((known) => known === language) ?? whole.language,
    theme: THEMES.find((known) => known === theme) ?? whole.theme,
    panel: readPanel(panel, whole.panel),
    seen: Array.isArray(seen) ? seen.filter(isText).slice(0, MOST_SEEN) : whole.seen,
  };
}

/**
 * Stores what differs between `before` and `now`, and leaves the rest as stored, because another tab may have changed it.
 * Where storage is forbidden, preferences last as long as the page.
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

/** The stored value, unchecked. */
function storedIn(storage: PreferenceStorage): Partial<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(storage.read() ?? "{}"));
  } catch {
    return {};
  }
}

/** The panel with some of it changed; its width stays within `PANEL_WIDTHS`. */
export function withPanel(
  preferences: Preferences,
  change: Partial<PanelPreferences>,
): Preferences {
  const panel = { ...preferences.panel, ...change };
  return { ...preferences, panel: { ...panel, widthPx: allowedWidth(panel.widthPx) } };
}

/** The preferences with a scenario added to those that have been opened. */
export function withSeen(preferences: Preferences, scenario: string): Preferences {
  if (preferences.seen.includes(scenario)) return preferences;
  return { ...preferences, seen: [...preferences.seen, scenario].slice(-MOST_SEEN) };
}

function readPanel(stored: unknown, fallback: PanelPreferences): PanelPreferences {
  const { tab, widthPx, open } = fieldsOf(stored);
  return {
    tab: isText(tab) ? tab : fallback.tab,
    widthPx: typeof widthPx === "number" ? allowedWidth(widthPx) : fallback.widthPx,
    open: typeof open === "boolean" ? open : fallback.open,
  };
}

function allowedWidth(px: number): number {
  const { min, max, first } = PANEL_WIDTHS;
  return Number.isFinite(px) ? Math.round(Math.min(max, Math.max(min, px))) : first;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= 40;
}

/** The fields of an unknown value; none if it is not an object. */
function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? value : {};
}
