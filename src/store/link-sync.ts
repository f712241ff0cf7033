/** Keeps the address bar and the experiment the same, in both directions. */
import type { Playground, PlaygroundState } from "./contract.ts";
import { writeLink } from "./link.ts";
import { isLinkLoaded, loadLink } from "./load-link.ts";
import { readLink } from "./read-link.ts";

/** The address bar. */
export interface AddressBar {
  /** What stands after `#`, or else after `?`. */
  read(): string;
  /** Changes what stands after `#` without a new entry in the history of the browser. */
  replace(link: string): void;
  /** The same with a new entry. */
  push(link: string): void;
  /** Tells of changes made by the reader: an edited address, back, forward. */
  onChange(listener: () => void): () => void;
}

/**
 * Starts to keep both the same; returns how to stop. While playing the address is left alone. `opened` is
 * what the address stands for now, if the page may have changed since.
 */
export function syncLink(
  { store, actions }: Playground,
  address: AddressBar,
  opened: Shown = store.getState(),
): () => void {
  let shown = linkOf(opened);
  let scenario = store.getState().experiment.scenario;
  let following = false;
  const follow = (text: string) => {
    // What the reader has in the address stays there: writing it anew would break the way back.
    following = true;
    actions.openLink(readLink(text));
    following = false;
    shown = linkOf(store.getState());
    scenario = store.getState().experiment.scenario;
  };
  const stopListening = address.onChange(() => {
    const text = address.read();
    if (text.replace(/^[#?]/, "") === shown) return;
    if (isLinkLoaded(text)) {
      follow(text);
    } else {
      loadLink(text).then(() => {
        // Unless the reader has gone elsewhere meanwhile.
        if (address.read() === text) follow(text);
      });
    }
  });
  const show = (state: ReturnType<typeof store.getState>) => {
    if (state.playing || following) return;
    const link = linkOf(state);
    if (link === shown) return;
    shown = link;
    if (state.experiment.scenario === scenario) address.replace(link);
    else address.push(link);
    scenario = state.experiment.scenario;
  };
  show(store.getState());
  const unsubscribe = store.subscribe(show);
  return () => {
    stopListening();
    unsubscribe();
  };
}

type Shown = Pick<PlaygroundState, "experiment" | "position">;

function linkOf({ experiment, position }: Shown): string {
  return writeLink(experiment, position);
}
