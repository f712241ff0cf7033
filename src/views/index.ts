/** The page in React. */
export { App } from "./App.tsx";
export { browserAddressBar } from "./shell/address-bar.ts";
