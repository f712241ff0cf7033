/** The page in React. */
import { words } from "./shell/words.ts";

export { App } from "./App.tsx";
export { browserAddressBar } from "./shell/address-bar.ts";
/** What the page is called. */
export const pageName = words.name;
