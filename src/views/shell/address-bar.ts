/** The browser's address bar as the store wants it. */
import type { AddressBar } from "../../store/index.ts";

/** Browsers limit how often the address may change. */
const EVERY_MS = 250;

export function browserAddressBar(page: Window): AddressBar {
  const { history, location } = page;
  let pending: number | undefined;
  // Whoever writes or changes the address at once must not be overwritten by what waited.
  const forget = () => page.clearTimeout(pending);
  return {
    read: () => (location.hash.length > 1 ? location.hash : location.search),
    replace(link) {
      forget();
      pending = page.setTimeout(() => history.replaceState(null, "", `#${link}`), EVERY_MS);
    },
    push(link) {
      forget();
      history.pushState(null, "", `#${link}`);
    },
    onChange(listener) {
      const onChange = () => {
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
