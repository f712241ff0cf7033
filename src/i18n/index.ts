/** The page's two languages, Korean and English: texts and numbers. Any folder may import this; it imports none. */
export { formatBytes, formatCount, formatPercent, formatRate, formatSeconds } from "./format.ts";
export { fillIn, LANGUAGES, type Language, type Text } from "./text.ts";
