/** Whether a part of the page lies behind another one. */
import type { Locator } from "playwright-core";

/** Whether something else is visible at the left end of a part, halfway down. */
export function isCovered(part: Locator): Promise<boolean> {
  return part.evaluate((node) => {
    const { left, top, height } = node.getBoundingClientRect();
    const seen = document.elementFromPoint(left + 4, top + height / 2);
    return seen === null || !node.contains(seen);
  });
}
