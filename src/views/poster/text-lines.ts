/** Breaks text into lines, because SVG doesn't wrap it. */
import { textWidth } from "../stage/picture/text-size.ts";

/** The words of `text` in lines of at most `width` px. A longer word gets its own line, and sticks out. */
export function textLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, true) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
