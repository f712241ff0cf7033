/** Places the comments of a source text, and wraps them so that no line is wider than 80 columns. */
import type { CommentForm } from "./source-text.ts";

export const MOST_COLUMNS = 80;

/** The column at which comments after short lines begin. */
const COMMENT_COLUMN = 46;

/** Returns how many columns a text takes: a Korean letter takes two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text)
    columns += /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter) ? 2 : 1;
  return columns;
}

/** Returns a line of code with its comment after it, or on lines above it if that would be too wide. */
export function withComment(code: string, comment: string): string[] {
  const near = `${code}  // ${comment}`;
  const aligned = `${code.padEnd(COMMENT_COLUMN)}// ${comment}`;
  const behind = [aligned, near].find(
    (line) => columnsOf(line) <= MOST_COLUMNS && line.length >= near.length,
  );
  if (behind !== undefined) return [behind];
  return [...remarkLines(comment, "line", code.slice(0, code.search(/\S/))), code];
}

/** Returns the lines of a comment that stands by itself, each indented by `margin`. */
export function remarkLines(text: string, form: CommentForm, margin: string): string[] {
  if (form === "line") return broken(text, `${margin}// `);
  const single = `${margin}/** ${text} */`;
  if (columnsOf(single) <= MOST_COLUMNS) return [single];
  return [`${margin}/**`, ...broken(text, `${margin} * `), `${margin} */`];
}

/** Wraps a text between words; each line begins with `lead`. */
function broken(text: string, lead: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && columnsOf(lead + longer) > MOST_COLUMNS) {
      lines.push(lead + line);
      line = word;
    } else line = longer;
  }
  return [...lines, lead + line];
}
