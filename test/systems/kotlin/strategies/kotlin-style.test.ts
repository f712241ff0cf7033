/** What a Kotlin reviewer would ask of every program that the page shows, as far as the text alone shows it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import { columnsOf, MOST_COLUMNS } from "../../../../src/systems/comment-lines.ts";
import { sourceTextOf } from "../../../../src/systems/index.ts";
import { withoutComments } from "../../../parity/real/real-cases.ts";
import { allStrategies } from "../../../support/everything.ts";
import { anyValueOf } from "../../../support/random-specs.ts";
import { rounds } from "../../../support/rounds.ts";

const HANGUL = /[\uac00-\ud7a3]/;

/** Returns the comments of a text; a block counts as one. */
function commentsOf(text: string): string[] {
  return [...text.matchAll(/\/\*\*(.*?)\*\/|\/\/ (.*)$/gms)].map(
    ([, block, line]) => block ?? line?.split("\n")[0] ?? "",
  );
}

const kotlin = allStrategies.filter(({ system }) => system.id === "kotlin");

describe.each(kotlin.map((strategy) => [strategy.id, strategy] as const))("%s", (_, strategy) => {
  const params = [...strategy.workload, ...strategy.params];
  const anyLoad = fc.record(
    Object.fromEntries(params.map((param) => [param.key, anyValueOf(param)])),
  );
  const forAny = (check: (textIn: (language: Language) => string) => void) =>
    fc.assert(
      fc.property(anyLoad, (load) =>
        check((language) => sourceTextOf(strategy, load, language).text),
      ),
      { numRuns: rounds(60) },
    );

  test("no line is wider than 80 columns, in either language", () => {
    forAny((textIn) => {
      for (const line of LANGUAGES.flatMap((language) => textIn(language).split("\n"))) {
        expect([line, columnsOf(line) <= MOST_COLUMNS]).toEqual([line, true]);
      }
    });
  });

  test("its comments are in the language of the page, and everything else is the same in both", () => {
    forAny((textIn) => {
      expect(withoutComments(textIn("ko"))).toBe(withoutComments(textIn("en")));
      expect(textIn("en")).not.toMatch(HANGUL);
      for (const comment of commentsOf(textIn("ko"))) expect(comment).toMatch(HANGUL);
    });
  });

  test("time is measured with a monotonic clock, and no number is computed from two literals", () => {
    forAny((textIn) => {
      expect(textIn("en")).not.toMatch(/currentTimeMillis|nanoTime|GlobalScope/);
      expect(textIn("en")).not.toMatch(/\* 100 \/ \d|\* 100 [<>]=? \d/);
    });
  });

  test("code that catches everything rethrows a cancellation, except where the text wrongly does not", () => {
    forAny((textIn) => {
      const text = textIn("en");
      const caught = text.match(/catch \(e: (Exception|Throwable)\)/g) ?? [];
      const handed =
        text.match(/catch \(e: CancellationException\) \{[^}]*throw e\n *\} catch/g) ?? [];
      if (strategy.version !== "written") expect(handed.length).toBe(caught.length);
    });
  });

  test("code that cancels a coroutine waits for its end", () => {
    forAny((textIn) => {
      const text = textIn("en");
      for (const [, job] of text.matchAll(/(\w+)\.cancel\(\)/g)) {
        if (job !== "channel") expect(text).toContain(`${job}.join()`);
      }
    });
  });

  test("a class with mutable state says which coroutines may use it", () => {
    forAny((textIn) => {
      const text = textIn("en");
      const classes = text.matchAll(
        /((?: \*\/|\*\/)\n)?^(?:object|class) (\w+)[^\n]*\{\n(.*?)^\}/gms,
      );
      for (const [, , name, body] of classes) {
        if (!/(private var|private val \w+ = ArrayDeque)/.test(body ?? "")) continue;
        const about =
          text
            .slice(0, text.indexOf(`class ${name}`))
            .split("\n\n")
            .at(-1) ?? "";
        expect([name, about.replace(/\s*\n \* /g, " ")]).toEqual([
          name,
          expect.stringMatching(/For one (thread|coroutine)/),
        ]);
      }
    });
  });
});
