/** What texts are made from: a moment, and words and numbers in the page's language. */
import type { Brush, SceneInput } from "../brush.ts";

export interface Teller extends Pick<Brush, "say" | "count" | "state"> {
  readonly input: Pick<SceneInput, "timeMs" | "language">;
}
