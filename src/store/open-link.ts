/**
 * Opens links. What reads them and follows the address is loaded when there is one: whoever opens the
 * plain page needs neither at first.
 */
import { plainCatalogue, scenarios } from "../scenarios/index.ts";
import type { Playground } from "./contract.ts";
import { openExperiment } from "./experiment.ts";
import type { AddressBar } from "./link-sync.ts";
import { loadLink } from "./load-link.ts";
import { parseLink } from "./parse-link.ts";
import { persistently } from "./persistently.ts";
import { START } from "./position.ts";
import type { LinkReading } from "./read-link.ts";

/** Reads a link, with all that it names. Total: what can't be loaded or read is said and replaced. */
export async function openLink(text: string): Promise<LinkReading> {
  const catalogue = plainCatalogue;
  const experiment = openExperiment(catalogue, scenarios[0].id);
  const plain = { experiment, position: START, notices: [], catalogue };
  if (/^[#?]?$/.test(text)) return plain;
  const link = parseLink(text);
  try {
    const [{ readParsedLink }, loaded] = await Promise.all([
      import("./read-link.ts"),
      loadLink(link),
    ]);
    return readParsedLink(loaded, link);
  } catch {
    return { ...plain, notices: [{ kind: "notLoaded", given: text }] };
  }
}

/**
 * Keeps the address bar and the experiment the same, as soon as what does it is loaded. `text` is what the
 * address held when the page was opened from it. Never rejects.
 */
export async function followAddress(
  playground: Playground,
  address: AddressBar,
  text: string,
): Promise<void> {
  const opened = playground.store.getState();
  const { syncLink } = await persistently(playground, () => import("./link-sync.ts"));
  syncLink(playground, address, opened, text);
}
