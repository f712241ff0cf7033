/** The page in React. */
import { words } from "./shell/words.ts";

export { App } from "./App.tsx";
export { browserAddressBar } from "./shell/address-bar.ts";
/** The name of the page. */
export const pageName = words.name;
