/** Retries, on request, to load what could not be loaded. */
import type { Playground } from "./contract.ts";

/**
 * Returns what `load` resolves to. Each time it fails, the page shows a notice, and `load` is called again at the next
 * `actions.loadAgain()`. Never rejects.
 */
export async function persistently<T>(playground: Playground, load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      const again = anotherAttempt(playground);
      playground.actions.partNotLoaded();
      await again;
    }
  }
}

function anotherAttempt({ store }: Playground): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ attempt }, before) => {
      if (attempt === before.attempt) return;
      stop();
      resolve();
    });
  });
}
