/** Keeps the address bar and the experiment the same, in both directions. */
import { type Catalogue, joined } from "../scenarios/index.ts";
import { isStrategyId } from "../systems/index.ts";
import type { Playground, PlaygroundState } from "./contract.ts";
import { writeLink } from "./link.ts";
import { loadLink, scenarioIn, strategiesIn } from "./load-link.ts";
import type { Notice } from "./notice.ts";
import { type ParsedLink, parseLink } from "./parse-link.ts";
import { readParsedLink } from "./read-link.ts";

/** The address bar. */
export interface AddressBar {
  /** What stands after `#`, or else after `?`. */
  read(): string;
  /**
   * Changes what stands after `#` without a new entry in the history of the browser; within a second, however
   * often it is called.
   */
  replace(link: string): void;
  /** The same with a new entry. */
  push(link: string): void;
  /** Tells of changes made by the reader: an edited address, back, forward. */
  onChange(listener: () => void): () => void;
}

/**
 * Starts to keep both the same; returns how to stop. The address is told of every change, and while playing
 * of every published position: a reload shows the page as it was. `opened` and `text` are what
 * the page and the address were when one was opened from the other: both may have changed since, and then
 * the reader's address is followed.
 */
export function syncLink(
  { store, actions }: Playground,
  address: AddressBar,
  opened: PlaygroundState = store.getState(),
  text: string = address.read(),
): () => void {
  let shown = linkOf(opened);
  let scenario = store.getState().experiment.scenario;
  let following = false;
  /** The reader's address whose parts are being loaded. Until they are there, no moment of what still plays is written over it. */
  let awaited: string | null = null;
  let followed = { text, missing: missingIn(opened) };
  const follow = (link: ParsedLink, changed: string, catalogue: Catalogue) => {
    const reading = readParsedLink(catalogue, link);
    followed = { text: changed, missing: missingIn(reading) };
    // What the reader has in the address stays there: writing it anew would break the way back.
    following = true;
    try {
      actions.openLink(reading);
    } finally {
      following = false;
    }
    shown = linkOf(store.getState());
    scenario = store.getState().experiment.scenario;
  };
  const withMore = (loaded: Catalogue) => joined(store.getState().catalogue, loaded);
  /** Opens the link anew that could not be loaded as a whole. */
  const followAgain = async () => {
    const { text: missed } = followed;
    const link = parseLink(missed);
    const loaded = await loadLink(link);
    if (followed.text !== missed) return;
    follow(link, missed, withMore(loaded));
    if (address.read() !== missed) address.replace(shown);
  };
  const heed = () => {
    const changed = address.read();
    awaited = null;
    if (bare(changed) === shown) return;
    const link = parseLink(changed);
    const { catalogue } = store.getState();
    if (isLinkIn(catalogue, link)) {
      follow(link, changed, catalogue);
    } else {
      awaited = changed;
      loadLink(link).then((loaded) => {
        // Unless the reader has gone elsewhere meanwhile.
        if (awaited !== changed) return;
        awaited = null;
        follow(link, changed, withMore(loaded));
      });
    }
  };
  const stopListening = address.onChange(heed);
  const show = (state: PlaygroundState, before: PlaygroundState = state) => {
    const isAgain = state.attempt !== before.attempt;
    if (isAgain && followed.missing.some((notice) => before.notices.includes(notice))) {
      followAgain();
    }
    if (following) return;
    if (awaited !== null) {
      if (state.experiment === before.experiment) return;
      awaited = null;
    }
    const link = linkOf(state);
    // An address that was opened stays while the page is on its way there; if that is given up, it names where the page is.
    const isThere = before.reaching !== null && state.reaching === null;
    if (link === (isThere ? bare(address.read()) : shown)) return;
    shown = link;
    if (state.experiment.scenario === scenario) address.replace(link);
    else address.push(link);
    scenario = state.experiment.scenario;
  };
  if (address.read() !== text) heed();
  else if (followed.missing.length > 0 && store.getState().attempt !== opened.attempt)
    followAgain();
  else show(store.getState());
  const unsubscribe = store.subscribe(show);
  return () => {
    stopListening();
    unsubscribe();
  };
}

/** Whether a catalogue has all that a link names. */
function isLinkIn({ scenarios, strategies }: Catalogue, link: ParsedLink): boolean {
  const named = strategiesIn(link).filter(isStrategyId);
  return scenarios.has(scenarioIn(link)) && named.every((id) => strategies.has(id));
}

/** What stands in the address without its first character. */
function bare(text: string): string {
  return text.replace(/^[#?]/, "");
}

/** What is said of parts of a link that could not be loaded. */
function missingIn({ notices }: Pick<PlaygroundState, "notices">): readonly Notice[] {
  return notices.filter((notice) => notice.kind === "notLoaded" && notice.given !== null);
}

/** While it plays the head stands between two whole ms: nothing happens there, and the earlier one reads better. */
function linkOf({ catalogue, experiment, position, playing }: PlaygroundState): string {
  const { timeMs, rows } = position;
  const at = playing ? { timeMs: Math.floor(timeMs), rows } : position;
  return writeLink(catalogue, experiment, at);
}
