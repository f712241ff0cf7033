/** The words of the page's head, its tools and its dialogs. */
import { toolWords } from "../../src/views/shell/tool-words.ts";
import { words } from "../../src/views/shell/words.ts";

export const shellWords = { ...words, ...toolWords };
