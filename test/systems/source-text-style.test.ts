/** The style of every program that the page shows, whatever its system: its width and the language of its comments. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/i18n/index.ts";
import { columnsOf, MOST_COLUMNS } from "../../src/systems/comment-lines.ts";
import { sourceTextOf } from "../../src/systems/index.ts";
import { allStrategies } from "../support/everything.ts";
import { anyValueOf } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";

const HANGUL = /[\uac00-\ud7a3]/;

/** Matches the text after `//`, which none of the programs has in a string. */
const commentsOf = (text: string) =>
  [...text.matchAll(/\/\/ (.*)$/gm)].map(([, said]) => said ?? "");

describe.each(allStrategies.map((strategy) => [strategy.id, strategy] as const))(
  "%s",
  (_, strategy) => {
    const params = [...strategy.workload, ...strategy.params];
    // The greatest number is the widest, and random values seldom include it.
    const wideValueOf = (param: (typeof params)[number]) =>
      param.kind === "int"
        ? fc.oneof(anyValueOf(param), fc.constant(param.max))
        : anyValueOf(param);
    const anyLoad = fc.record(
      Object.fromEntries(params.map((param) => [param.key, wideValueOf(param)])),
    );

    test("no line is wider than 80 columns, and comments are in the language of the page", () => {
      fc.assert(
        fc.property(anyLoad, (load) => {
          const [ko = "", en = ""] = LANGUAGES.map(
            (language) => sourceTextOf(strategy, load, language).text,
          );
          for (const line of `${ko}\n${en}`.split("\n")) {
            expect([line, columnsOf(line) <= MOST_COLUMNS]).toEqual([line, true]);
          }
          expect(en).not.toMatch(HANGUL);
          for (const comment of commentsOf(ko)) expect(comment).toMatch(HANGUL);
        }),
        { numRuns: rounds(60) },
      );
    });
  },
);
