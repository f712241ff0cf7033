/** The tabs of the panel, in order. */
export const TABS = ["lesson", "settings", "code", "events", "numbers", "guide"] as const;

/** Where the strips do not stand under the picture they have a tab. */
export const PHONE_TABS = ["lesson", "settings", "strips", ...TABS.slice(2)] as const;

export type Tab = (typeof TABS)[number] | "strips";

/** The tab of a name, wherever it comes from; the first if there is none of that name. */
export function tabOf(name: string, tabs: readonly Tab[]): Tab {
  return tabs.find((tab) => tab === name) ?? "lesson";
}
