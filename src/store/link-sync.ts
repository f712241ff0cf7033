/** Keeps the address bar and the experiment in step, in both directions. */
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
  /** The text after `#`, or else after `?`. */
  read(): string;
  /**
   * Replaces the text after `#` without a new entry in the browser's history. However often it is called, the address
   * is written within a second.
   */
  replace(link: string): void;
  /** The same with a new entry. */
  push(link: string): void;
  /** Calls back when the reader changes the address: by editing it, back or forward. */
  onChange(listener: () => void): () => void;
}

/**
 * Starts keeping both in step; returns a function that stops it. The address is updated at every change, and while
 * playing at every published position, so that a reload shows the page as it was. `opened` and `text` are the page and
 * the address from when the page was opened from the address; if both have changed since, the address wins.
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
  /** The reader's address while what it names is being loaded. Until then nothing is written over it. */
  let awaited: string | null = null;
  let followed = { text, missing: missingIn(opened) };
  const follow = (link: ParsedLink, changed: string, catalogue: Catalogue) => {
    const reading = readParsedLink(catalogue, link);
    followed = { text: changed, missing: missingIn(reading) };
    // The reader's address stays as it is: writing it again would break the browser's Back.
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
  /** Reopens a link of which some part could not be loaded. */
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
        // The reader may have gone elsewhere meanwhile.
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
    // An opened address stays while the page jumps there; if the jump is cancelled, it names where the page is.
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

/** Whether a catalogue has everything that a link names. */
function isLinkIn({ scenarios, strategies }: Catalogue, link: ParsedLink): boolean {
  const named = strategiesIn(link).filter(isStrategyId);
  return scenarios.has(scenarioIn(link)) && named.every((id) => strategies.has(id));
}

/** The part of the address without its first character. */
function bare(text: string): string {
  return text.replace(/^[#?]/, "");
}

/** The notices about parts of a link that could not be loaded. */
function missingIn({ notices }: Pick<PlaygroundState, "notices">): readonly Notice[] {
  return notices.filter((notice) => notice.kind === "notLoaded" && notice.given !== null);
}

/** While playing, the head stands between two whole ms, where nothing happens; the earlier one makes a shorter link. */
function linkOf({ catalogue, experiment, position, playing }: PlaygroundState): string {
  const { timeMs, rows } = position;
  const at = playing ? { timeMs: Math.floor(timeMs), rows } : position;
  return writeLink(catalogue, experiment, at);
}
