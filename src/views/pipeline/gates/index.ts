/** What patterns add to the picture, with its style: loaded after the picture, for runs that have a pattern. */
import "./gates.css";

export { patternOf } from "./compose.ts";
