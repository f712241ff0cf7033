/** The words of the head of the page, of its tools and dialogs. */
import { toolWords } from "../../src/views/shell/tool-words.ts";
import { words } from "../../src/views/shell/words.ts";

export const shellWords = { ...words, ...toolWords };
