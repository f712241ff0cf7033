import { describe, expect, it } from "vitest";
import { LANGUAGES, type Text } from "../../src/i18n/index.ts";
import { allScenarios as scenarios } from "../support/everything.ts";

/** The units that have no word. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["none", "pieces"]);

const modules = import.meta.glob<Record<string, Readonly<Record<string, Text>>>>(
  "../../src/views/**/*words.ts",
  { eager: true },
);

const texts = Object.entries(modules).flatMap(([path, exported]) =>
  Object.values(exported).flatMap((words) =>
    Object.entries(words).map(([name, text]) => ({ where: `${path} ${name}`, name, text })),
  ),
);

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe("the words of the page", () => {
  it("exist in every folder of the page", () => {
    expect(Object.keys(modules).length).toBeGreaterThanOrEqual(7);
    expect(texts.length).toBeGreaterThan(150);
  });

  it("exist in every language", () => {
    for (const { where, name, text } of texts) {
      expect(Object.keys(text).sort(), where).toEqual([...LANGUAGES].sort());
      if (MAY_BE_EMPTY.has(name)) continue;
      for (const language of LANGUAGES) expect(text[language].trim(), where).not.toBe("");
    }
  });

  it("take the same values in every language", () => {
    for (const { where, text } of texts) expect(places(text.ko), where).toEqual(places(text.en));
  });

  it("have no stray spaces and no broken placeholders", () => {
    for (const { where, text } of texts) {
      for (const language of LANGUAGES) {
        expect(text[language], where).toBe(text[language].trim());
        expect(text[language].replace(/\{\w+\}/g, "1"), where).not.toMatch(/[{}]| {2}/);
      }
    }
  });

  it("are Korean in Korean, and contain no Korean in English", () => {
    for (const { where, text } of texts) {
      // Each language is called by its own name; units are the same everywhere.
      if (text.ko === text.en) continue;
      expect(text.en, where).not.toMatch(/[가-힣]/);
      if (/[a-z]{3}/i.test(text.en.replace(/\{\w+\}/g, ""))) {
        expect(text.ko, where).toMatch(/[가-힣]/);
      }
    }
  });

  it("include a heading for every scenario's group", () => {
    const shell = texts.filter(({ where }) => where.includes("/shell/")).map(({ name }) => name);
    for (const { group } of scenarios) expect(shell).toContain(group);
  });
});
