/**
 * Opens links. The code that reads a link and follows the address is loaded when there is a link, because the plain page
 * does not need it at first.
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

/** Loads what a link names, and reads it. Total: what can't be loaded or read is reported and replaced. */
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
 * Keeps the address bar and the experiment in step, as soon as the code for it is loaded. `text` is the address from which
 * the page was opened. Never rejects.
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
