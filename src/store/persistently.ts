/** Retries, on request, to load what could not be loaded. */
import type { Playground } from "./contract.ts";

/**
 * What `load` gives. Each time that fails, the page tells so, and `load` is called anew at the next
 * `actions.loadAgain()`. It never rejects.
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
