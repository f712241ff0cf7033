import { describe, expect, it } from "vitest";
import { scenarioOf } from "../../../src/scenarios/index.ts";
import { LOOP, POSTER, sheetOf } from "../../../src/views/poster/sheet.ts";
import { contentOf } from "../../../src/views/poster/sheet-content.ts";
import { textLines } from "../../../src/views/poster/text-lines.ts";
import { textWidth } from "../../../src/views/stage/picture/text-size.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import { openPlayground } from "../support.tsx";

const palette = (property: string) => (property === "--panel" ? "#ffffff" : "#123456");

function parsed(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(document.querySelector("parsererror")).toBeNull();
  expect(svg).not.toMatch(/var\(|NaN|Infinity|undefined/);
  return document;
}

const wordsOf = (document: Document) =>
  [...document.querySelectorAll("text")].map(({ textContent }) => textContent);

describe.each(["ko", "en"] as const)("a poster in %s", (language) => {
  it.each(allScenarios.map(({ id }) => id))("of %s asks its question and can be played", (id) => {
    const playground = openPlayground(`#s=${id}&t=1500`, language);
    const url = `https://example.org/#s=${id}&t=1500`;
    const content = contentOf(playground, url)(playground.position());
    const document = parsed(sheetOf(content, POSTER, palette));
    expect(document.documentElement.getAttribute("viewBox")).toBe("0 0 1600 1000");
    const words = wordsOf(document);
    expect(words.join(" ")).toContain(scenarioOf(catalogue, id).question[language]);
    expect(words).toContain(url);
    expect(document.querySelector('path[shape-rendering="crispEdges"]')).not.toBeNull();
    for (const text of document.querySelectorAll("text")) {
      for (const place of ["x", "y", "font-size"]) {
        expect(Number.isFinite(Number(text.getAttribute(place)))).toBe(true);
      }
    }
  });
});

it("has one lane below the other, each with its name and the numbers of the page", () => {
  const playground = openPlayground("#s=fast-producer&t=3250&2.k=conflated&2.name=QQ");
  const content = contentOf(playground, "https://example.org/")(playground.position());
  expect(content.lanes.map(({ numbers }) => numbers.map(({ text }) => text))).toEqual([
    ["20", "8/8", "1", "10", "0"],
    ["33", "1/1", "0", "10", "21"],
  ]);
  const document = parsed(sheetOf(content, POSTER, palette));
  const tops = [...document.querySelectorAll("svg > svg")].map((svg) =>
    Number(svg.getAttribute("y")),
  );
  expect(tops.length).toBe(3);
  const [, first = 0, second = 0] = tops;
  expect(second).toBeGreaterThan(first + 200);
});

it("a frame of a loop has the pictures but neither question nor link", () => {
  const playground = openPlayground("#t=3250");
  const content = contentOf(playground, "")({ timeMs: 2000, rows: null });
  const document = parsed(sheetOf(content, LOOP, palette));
  expect(document.querySelector('path[shape-rendering="crispEdges"]')).toBeNull();
  expect(wordsOf(document).join(" ")).not.toContain(
    scenarioOf(catalogue, "fast-producer").question.en,
  );
  expect(wordsOf(document)).toContain("16");
});

it("a text is broken between words, into lines that fit", () => {
  const text = "The producer makes 10 elements a second, the consumer a little over 3.";
  const lines = textLines(text, 20, 300);
  expect(lines.join(" ")).toBe(text);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(textWidth(line, 20, true)).toBeLessThanOrEqual(300);
  expect(textLines("", 20, 300)).toEqual([]);
  expect(textLines("unbreakable", 20, 10)).toEqual(["unbreakable"]);
});
