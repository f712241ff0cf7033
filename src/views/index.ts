/** The page in React. */
export { App } from "./App.tsx";
