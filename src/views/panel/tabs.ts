/** The tabs of the panel, in order. */
export const TABS = ["lesson", "settings", "code", "events", "numbers", "guide"] as const;

/** The tabs on a phone, where the strips have a tab because they don't stand under the picture. */
export const PHONE_TABS = ["lesson", "settings", "strips", ...TABS.slice(2)] as const;

export type Tab = (typeof TABS)[number] | "strips";

/** The tab with this name; the lesson if `tabs` has none. */
export function tabOf(name: string, tabs: readonly Tab[]): Tab {
  return tabs.find((tab) => tab === name) ?? "lesson";
}
