/** Words of the page in Korean and English. Anyone may import this; it imports nothing. */
export { formatBytes, formatCount, formatPercent, formatRate, formatSeconds } from "./format.ts";
export { fillIn, LANGUAGES, type Language, type Text } from "./text.ts";
