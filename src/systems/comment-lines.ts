/** Comments of a source text: where they stand, and where they break, so that no line is wider than 80 columns. */
import type { CommentForm } from "./source-text.ts";

export const MOST_COLUMNS = 80;

/** Comments behind short lines begin here. */
const COMMENT_COLUMN = 46;

/** How many columns a text takes: a Korean letter takes two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text)
    columns += /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter) ? 2 : 1;
  return columns;
}

/** A line with its comment behind it; where that is too wide, the comment stands above. */
export function withComment(code: string, comment: string): string[] {
  const near = `${code}  // ${comment}`;
  const aligned = `${code.padEnd(COMMENT_COLUMN)}// ${comment}`;
  const behind = [aligned, near].find(
    (line) => columnsOf(line) <= MOST_COLUMNS && line.length >= near.length,
  );
  if (behind !== undefined) return [behind];
  return [...remarkLines(comment, "line", code.slice(0, code.search(/\S/))), code];
}

/** The lines of a comment that stands by itself, each behind `margin`. */
export function remarkLines(text: string, form: CommentForm, margin: string): string[] {
  if (form === "line") return broken(text, `${margin}// `);
  const single = `${margin}/** ${text} */`;
  if (columnsOf(single) <= MOST_COLUMNS) return [single];
  return [`${margin}/**`, ...broken(text, `${margin} * `), `${margin} */`];
}

/** A text broken between words, each line behind `lead`. */
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
