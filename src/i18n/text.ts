/** A text in every language of the page. */
export interface Text {
  readonly ko: string;
  readonly en: string;
}

export const LANGUAGES = ["ko", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/** Replaces each `{name}` in a text by the value of that name; a name without a value stays as it is. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
