/** Links as chats, mail programs and people leave them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLink, writeLink } from "../../src/store/index.ts";
import { parseLink } from "../../src/store/parse-link.ts";
import { catalogue } from "../support/everything.ts";
import { anyExperiment, anyPosition } from "./any-experiment.ts";

const WHOLE = "v=1&s=bounded-buffer&cap=5";

describe("what happens to links on their way", () => {
  test.each([
    "#v%3D1%26s%3Dbounded-buffer%26cap%3D5",
    "%23v%3D1%26s%3Dbounded-buffer%26cap%3D5",
    "#v%253D1%2526s%253Dbounded-buffer%2526cap%253D5",
    "#v=1%26s=bounded-buffer%26cap=5",
    "#v=1&amp;s=bounded-buffer&amp;cap=5",
    "#v=1&amp;amp;s=bounded-buffer&#38;cap=5",
    "#v=1&s=bounded%2Dbuffer&cap=5",
    ...[".", ",", ")", ">", "&gt;", "%3E", "%29.", ").", "”", " ", ". ", "。"].map(
      (end) => `#${WHOLE}${end}`,
    ),
  ])("%s is read as it was written", (text) => {
    expect(readLink(catalogue, text)).toEqual(readLink(catalogue, WHOLE));
    expect(readLink(catalogue, text).notices).toEqual([]);
  });

  const changes: readonly ((link: string) => string)[] = [
    encodeURIComponent,
    (link) => encodeURIComponent(encodeURIComponent(link)),
    (link) => link.replaceAll("&", "&amp;"),
    (link) => `${link}).`,
  ];

  test("no link that the page writes is changed, and every one survives", () => {
    fc.assert(
      fc.property(anyExperiment, anyPosition, (experiment, position) => {
        const link = writeLink(catalogue, experiment, position);
        const parsed = parseLink(link);
        expect([...parsed.pairs].map((pair) => pair.join("=")).join("&")).toBe(link);
        for (const change of changes) expect(parseLink(`#${change(link)}`)).toEqual(parsed);
      }),
      { numRuns: 50 },
    );
  });

  test("percent signs that escape nothing stay as they are", () => {
    expect([...parseLink("a=%&b=%zz&c=%E0%A4").pairs]).toEqual([
      ["a", "%"],
      ["b", "%zz"],
      ["c", "%E0%A4"],
    ]);
  });
});

describe("times", () => {
  test.each([
    ["0.0000001", 0],
    ["1e-7", 0],
    ["1.00000049", 1],
    ["12.3456", 12.346],
    ["2500.125", 2500.125],
  ])("t=%s stands at %d ms, to the thousandth that a play head can stand at", (given, timeMs) => {
    const { experiment, position, notices } = readLink(catalogue, `t=${given}`);
    expect(position.timeMs).toBe(timeMs);
    expect(notices).toEqual([]);
    expect(readLink(catalogue, writeLink(catalogue, experiment, position)).position).toEqual(
      position,
    );
  });

  test.each(["1e3", "1e", "e-7", "-1e-7", "1e-7e-7"])("t=%s is none", (given) => {
    expect(readLink(catalogue, `t=${given}`).notices).toEqual([{ kind: "time", given }]);
  });
});
