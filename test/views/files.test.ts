/** Rules for every source file of the page. */
import { describe, expect, it } from "vitest";
import type { Text } from "../../src/i18n/index.ts";

const sources = import.meta.glob<string>("../../src/**/*.{ts,tsx}", {
  eager: true,
  query: "?raw",
  import: "default",
});
const inViews = Object.entries(sources).filter(([path]) => path.includes("/src/views/"));

const words = import.meta.glob<Record<string, Readonly<Record<string, Text>>>>(
  "../../src/views/**/*words.ts",
  { eager: true },
);

describe("the files of the page", () => {
  it("are found", () => {
    expect(inViews.length).toBeGreaterThan(60);
    expect(Object.keys(words).length).toBeGreaterThan(6);
  });

  it.each(inViews)("%s opens with a sentence that says what it is", (_, source) => {
    expect(source).toMatch(/^\/\*\*\s+\S/);
  });
});

describe.each(Object.entries(words))("%s", (path, exported) => {
  // Words are picked by name, or by one or two ids that are the name of a word.
  const others = Object.entries(sources).filter(([other]) => !other.endsWith("words.ts"));
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const isUsed = (list: string, word: string): boolean =>
    others.some(
      ([other, source]) =>
        (other.startsWith(folder) && new RegExp(`\\b${list}\\.${word}\\b`).test(source)) ||
        source.includes(`"${word}"`),
    ) ||
    (word.includes(" ") && word.split(" ").every((id) => isUsed(list, id)));

  it("has no word that the page never uses", () => {
    const unused = Object.entries(exported).flatMap(([list, texts]) =>
      Object.keys(texts).filter((word) => !isUsed(list, word)),
    );
    expect(unused).toEqual([]);
  });
});
