/** The browser's address bar, behind the interface of the store. */
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
  // When the reader turns to the address bar to copy it, or leaves the page, the address is brought up to date.
  for (const away of ["blur", "pagehide"]) page.addEventListener(away, write);
  return {
    read: () => (location.hash.length > 1 ? location.hash : location.search),
    replace(link) {
      waiting = link;
      // The next change does not postpone the write: while a run plays, changes never stop.
      timer ??= page.setTimeout(write, EVERY_MS);
    },
    push(link) {
      // Going back must lead to the last experiment of the entry that is being left.
      write();
      history.pushState(null, "", `#${link}`);
    },
    onChange(listener) {
      const onChange = () => {
        // A pending link belongs to the entry that the reader has left.
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
