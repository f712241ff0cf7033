import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../../src/views/theme/tokens.css"), "utf8");
const blockOf = (selector: string) => {
  const start = css.indexOf(`${selector} {`);
  return css.slice(start, css.indexOf("\n}", start));
};
const tokensOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
const light = tokensOf(blockOf(":root"));
const themes = {
  light,
  dark: { ...light, ...tokensOf(blockOf(':root[data-theme="dark"]')) },
  projector: { ...light, ...tokensOf(blockOf(':root[data-theme="projector"]')) },
};

/** WCAG's relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (bright + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(themes))("the colours of code, %s", (_, tokens) => {
  const inks = ["ink", "ink-soft", "keyword", "title", "type", "string", "number", "comment"];
  const grounds = ["code-sheet", "made-soft", "working-soft", "held-soft", "done-soft"];

  it.each(inks)("%s is readable on the sheet and on every marked line (AA)", (ink) => {
    const colour = tokens[ink.startsWith("ink") ? ink : `code-${ink}`] as string;
    for (const ground of grounds) {
      expect(contrast(colour, tokens[ground] as string), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(["made", "working", "held", "done"])("so is the name in the ink of %s", (role) => {
    const ink = tokens[`${role}-ink`] as string;
    expect(contrast(ink, tokens[`${role}-soft`] as string)).toBeGreaterThanOrEqual(4.5);
  });
});
