/** The browser's address bar as the store wants it. */
import type { AddressBar } from "../../store/index.ts";

/** Browsers limit how often the address may change: Safari allows it 100 times in 30 s. */
const EVERY_MS = 400;

export function browserAddressBar(page: Window): AddressBar {
  const { history, location } = page;
  let timer: number | undefined;
  let waiting: string | null = null;
  const forget = () => {
    page.clearTimeout(timer);
    timer = undefined;
    waiting = null;
  };
  const write = () => {
    if (waiting !== null) history.replaceState(null, "", `#${waiting}`);
    forget();
  };
  // A reader who copies the address, or leaves the page, finds it up to date.
  for (const away of ["blur", "pagehide"]) page.addEventListener(away, write);
  return {
    read: () => (location.hash.length > 1 ? location.hash : location.search),
    replace(link) {
      waiting = link;
      // Not put off by the next change: while a run is played they never end.
      timer ??= page.setTimeout(write, EVERY_MS);
    },
    push(link) {
      // The entry that is left keeps its last experiment: the way back leads to it.
      write();
      history.pushState(null, "", `#${link}`);
    },
    onChange(listener) {
      const onChange = () => {
        // What waited belongs to the entry that the reader has left.
        forget();
        listener();
      };
      page.addEventListener("hashchange", onChange);
      page.addEventListener("popstate", onChange);
      return () => {
        page.removeEventListener("hashchange", onChange);
        page.removeEventListener("popstate", onChange);
      };
    },
  };
}
