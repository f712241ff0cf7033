/** The tabs of the drawer, in order. */
export const TABS = ["notice", "events", "code"] as const;

export type Tab = (typeof TABS)[number];
