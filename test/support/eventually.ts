/** Waits for something that may take a while on a busy machine. */
import { vi } from "vitest";

/** The same patience as in the components' tests (`fresh-page.ts`). */
const MOST_MS = 10_000;

/** Retries `expectation` until it no longer throws, and returns its result. Rejects with its last error if it always does. */
export function eventually<T>(expectation: () => T): Promise<T> {
  return vi.waitFor(expectation, { timeout: MOST_MS });
}
