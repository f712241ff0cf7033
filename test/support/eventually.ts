/** Waits for what a busy machine may take a while to bring about. */
import { vi } from "vitest";

/** As long as the components' tests wait for what they look for (`fresh-page.ts`). */
const MOST_MS = 10_000;

/** Asks again and again until `expectation` no longer throws; its last error if it always does. */
export function eventually<T>(expectation: () => T): Promise<T> {
  return vi.waitFor(expectation, { timeout: MOST_MS });
}
