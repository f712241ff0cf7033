/** A program in colours: the lines of a source, cut into pieces of one kind each. */
import type { LanguageFn } from "highlight.js";
import hljs from "highlight.js/lib/core";
import type { System } from "../../../systems/index.ts";

type CodeLanguage = System["language"];

/** Loads the grammar of a language, with the first program in it. Resolves to the language. */
export const GRAMMARS: Readonly<Record<CodeLanguage, () => Promise<CodeLanguage>>> = {
  kotlin: async () =>
    register("kotlin", (await import("highlight.js/lib/languages/kotlin")).default),
  java: async () => register("java", (await import("highlight.js/lib/languages/java")).default),
  javascript: async () =>
    register("javascript", (await import("highlight.js/lib/languages/javascript")).default),
};

function register(language: CodeLanguage, grammar: LanguageFn): CodeLanguage {
  hljs.registerLanguage(language, grammar);
  return language;
}

export type PieceKind = "plain" | "keyword" | "title" | "type" | "string" | "number" | "comment";

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** The kinds of the highlighter's classes; other classes look like their surroundings. */
const KINDS: Readonly<Record<string, PieceKind>> = {
  "hljs-keyword": "keyword",
  "hljs-literal": "keyword",
  "hljs-meta": "keyword",
  "hljs-title": "title",
  "hljs-built_in": "type",
  "hljs-type": "type",
  "hljs-string": "string",
  "hljs-subst": "plain",
  "hljs-number": "number",
  "hljs-comment": "comment",
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

/** The pieces of each line; joined, they are exactly the source. The language's grammar must have been loaded. */
export function highlighted(source: string, language: CodeLanguage): Piece[][] {
  const lines: Piece[][] = [[]];
  const kinds: PieceKind[] = ["plain"];
  const html = hljs.highlight(source, { language }).value;
  for (const [part, opened, text] of html.matchAll(
    /<span class="([^" ]+)[^>]*>|<\/span>|([^<]+)/g,
  )) {
    const kind = kinds.at(-1) ?? "plain";
    if (opened !== undefined) kinds.push(KINDS[opened] ?? kind);
    else if (text === undefined) kinds.pop();
    else addText(lines, kind, part);
  }
  return lines;
}

function addText(lines: Piece[][], kind: PieceKind, escaped: string): void {
  const text = escaped.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);
  for (const [index, part] of text.split("\n").entries()) {
    if (index > 0) lines.push([]);
    if (part !== "") lines.at(-1)?.push({ kind, text: part });
  }
}
