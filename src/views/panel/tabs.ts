/** The tabs of the drawer, in order. */
export const TABS = ["notice", "reality", "events", "numbers", "code", "practice"] as const;

export type Tab = (typeof TABS)[number];
