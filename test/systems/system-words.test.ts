/** The words of a system are its own: neither they nor the log of its runs use the terms of another library. */

import { describe, expect, test } from "vitest";
import { LANGUAGES, type Text } from "../../src/i18n/index.ts";
import { eventAt } from "../../src/run/index.ts";
import { strategyOf, wordsOf } from "../../src/systems/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { eventText } from "../../src/views/panel/events/event-text.ts";
import { catalogue } from "../support/everything.ts";
import { recorded } from "../support/runs.ts";

/** Terms that only coroutines have. */
const OF_KOTLIN = /coroutine|코루틴|\bsend\b|suspen|\bdelay\b/i;

const OTHERS = [
  { scenario: "rxjava", strategy: "rx-observe-on" },
  { scenario: "reactor", strategy: "reactor-limit-rate" },
  { scenario: "akka", strategy: "pekko-buffer" },
  { scenario: "node-streams", strategy: "node-write" },
  { scenario: "node-streams", strategy: "web-pipe" },
] as const;

function textsOf(strategy: "bounded" | (typeof OTHERS)[number]["strategy"]): Text[] {
  const { holding, pressure, ...others } = wordsOf(strategyOf(catalogue, strategy));
  return [others, holding ?? {}, pressure ?? {}].flatMap((some) => Object.values(some));
}

describe.each(["bounded", ...OTHERS.map(({ strategy }) => strategy)] as const)(
  "the words of %s",
  (strategy) => {
    test.each(LANGUAGES)("exist in %s, with at most one number", (language) => {
      for (const text of textsOf(strategy)) {
        expect(text[language].trim()).toBe(text[language]);
        expect(text[language]).not.toBe("");
        expect(text[language].replace("{n}", "1")).not.toMatch(/[{}]/);
        if (language === "en") expect(text.en).not.toMatch(/[가-힣]/);
      }
    });
  },
);

describe.each(OTHERS)("of another library, $strategy:", ({ scenario, strategy }) => {
  test("its words include none of Kotlin's terms", () => {
    for (const { ko, en } of textsOf(strategy)) {
      expect(`${ko} ${en}`).not.toMatch(OF_KOTLIN);
    }
  });

  test("the log of its runs includes none of them either", () => {
    const run = recorded({ scenario, strategy });
    const seen = new Set<RowKind>();
    for (let row = 0; row < run.trace.length; row++) {
      const event = eventAt(run.trace, row);
      seen.add(event.kind);
      const { ko, en } = eventText(run, event);
      expect(`${ko} ${en}`).not.toMatch(OF_KOTLIN);
    }
    expect(seen.has(RowKind.ENDED)).toBe(true);
  });
});
