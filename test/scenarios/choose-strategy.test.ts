import { describe, expect, it, test } from "vitest";
import { initialValues } from "../../src/run/index.ts";
import {
  CHOOSER_ANSWERS,
  type ChooserAnswers,
  type ChooserQuestion,
  type ChooserResult,
  chooseStrategy,
  LIBRARIES,
  LIBRARY_OPERATORS,
  type Library,
  type LibraryAnswer,
  type LibraryOperator,
  NEEDS,
  type Need,
  scenarioOf,
} from "../../src/scenarios/index.ts";
import { readLink, runSpecOf } from "../../src/store/index.ts";
import { type Guarantees, sourceTextOf, strategyOf } from "../../src/systems/index.ts";
import { catalogue } from "../support/everything.ts";

const QUESTIONS = Object.keys(CHOOSER_ANSWERS) as ChooserQuestion[];

/** Every way to answer all questions. */
const combinations = QUESTIONS.reduce<ChooserAnswers[]>(
  (some, question) =>
    some.flatMap((answers) =>
      CHOOSER_ANSWERS[question].map((answer) => ({ ...answers, [question]: answer })),
    ),
  [{}],
) as Required<ChooserAnswers>[];

function resultOf(answers: ChooserAnswers): ChooserResult {
  const step = chooseStrategy(answers);
  if ("ask" in step) throw new Error(`still asks for ${step.ask}`);
  return step;
}

/** What the page opens for a link: its settings, what they promise, and the program that it shows. */
function opened({ link }: LibraryOperator) {
  const { experiment, notices } = readLink(catalogue, `v=1&${link}`);
  const [lane] = experiment.lanes;
  const strategy = strategyOf(catalogue, lane.strategy);
  const values = initialValues(catalogue, runSpecOf(experiment, lane));
  const { text } = sourceTextOf(strategy, values, "en");
  return { experiment, notices, strategy, guarantees: strategy.guarantees(values), text };
}

/** The systems whose programs belong to a library: a flow and a channel are both Kotlin's. */
const SYSTEMS: Readonly<Record<Library, readonly string[]>> = {
  channel: ["kotlin"],
  flow: ["kotlin"],
  rxjava: ["rxjava"],
  reactor: ["reactor"],
  pekko: ["pekko"],
  node: ["node", "web"],
};
const OF_A_FLOW: readonly string[] = [
  "flow-buffer",
  "flow-debounce",
  "flow-sample",
  "flow-on-each",
  "shared-flow",
];

/** The demands that the guarantees don't meet; demands that nothing can meet don't count. */
function broken(answers: Required<ChooserAnswers>, { need }: ChooserResult, found: Guarantees) {
  const { loss, keep, wait, memory } = answers;
  const keeps = { newest: "newest", recent: "newest", first: "oldest", important: "important" };
  const asked: Record<string, boolean> = {
    lossless: loss === "yes" || need === "impossible" || found.lossless,
    // A source that may wait doesn't have to if only the newest element counts.
    waits: wait === "no" || need === "newest" || found.producerWaits,
    goesOn: wait === "yes" || !found.producerWaits,
    bounded: need === "unbounded" || Number.isFinite(found.maxBuffered),
    keeps: loss === "no" || found.keeps === "all" || found.keeps === keeps[keep],
  };
  if (need === "unbounded") expect(memory).toBe("no");
  return Object.keys(asked).filter((name) => !asked[name]);
}

/** The needs for which a library has nothing, or the page does not play it: the demands that the link then doesn't meet. */
const NOT_KEPT: Readonly<Record<string, readonly string[]>> = {
  "rxjava important": ["keeps"],
  "reactor important": ["keeps"],
  "pekko important": ["keeps"],
  "node important": ["keeps"],
};

describe.each(LIBRARIES)("%s", (library) => {
  const own = combinations.filter((answers) => answers.library === library);

  it("gives the same result if only the questions that are asked are answered, at most five of them", () => {
    for (const answers of own) {
      let given: ChooserAnswers = {};
      let step = chooseStrategy(given);
      const asked: ChooserQuestion[] = [];
      while ("ask" in step) {
        expect(asked).not.toContain(step.ask);
        asked.push(step.ask);
        given = { ...given, [step.ask]: answers[step.ask] };
        step = chooseStrategy(given);
      }
      expect(step).toEqual(resultOf(answers));
      expect(asked[0]).toBe("library");
      expect(asked.length).toBeLessThanOrEqual(5);
    }
  });

  it("gives what was asked for, whatever the answers; the exceptions are listed", () => {
    const missing: Record<string, string[]> = {};
    for (const answers of own) {
      const result = resultOf(answers);
      const answer = LIBRARY_OPERATORS[library][result.need];
      for (const operator of [answer, ...(answer.others ?? [])]) {
        for (const what of broken(answers, result, opened(operator).guarantees)) {
          const name = `${library} ${result.need}`;
          missing[name] = [...new Set([...(missing[name] ?? []), what])];
        }
      }
    }
    const known = Object.entries(NOT_KEPT).filter(([name]) => name.startsWith(`${library} `));
    expect(missing).toEqual(Object.fromEntries(known));
  });
});

const ALL = LIBRARIES.flatMap((library) =>
  NEEDS.map((need): [Library, Need, LibraryAnswer] => [
    library,
    need,
    LIBRARY_OPERATORS[library][need],
  ]),
);

describe("every answer of every library", () => {
  it("is reached by some answers, and every question makes a difference for some", () => {
    const reached = new Set(combinations.map((answers) => JSON.stringify(resultOf(answers))));
    for (const [library, need] of ALL) {
      expect([...reached].some((text) => text.includes(`"${library}","need":"${need}"`))).toBe(
        true,
      );
    }
    for (const question of QUESTIONS) {
      const results = new Map<string, Set<string>>();
      for (const answers of combinations) {
        const others = JSON.stringify({ ...answers, [question]: null });
        const some = results.get(others) ?? new Set();
        results.set(others, some.add(JSON.stringify(resultOf(answers))));
      }
      expect(
        [...results.values()].some(({ size }) => size > 1),
        question,
      ).toBe(true);
    }
  });

  it.each(ALL)("%s, %s: opens a program of its library, as it is now", (library, _, answer) => {
    for (const operator of [answer, ...(answer.others ?? [])]) {
      const { notices, experiment, strategy } = opened(operator);
      expect(notices).toEqual([]);
      const { id, revision, strategies } = scenarioOf(catalogue, experiment.scenario);
      expect(operator.link).toMatch(
        new RegExp(`^s=${revision === 1 ? id : `${id}\\.${revision}`}(&|$)`),
      );
      expect(strategies).toContain(strategy.id);
      expect(SYSTEMS[library]).toContain(strategy.system.id);
      if (library === "channel") expect(OF_A_FLOW).not.toContain(strategy.id);
      if (library === "flow" && answer.isInstead !== true) {
        expect(OF_A_FLOW).toContain(strategy.id);
      }
    }
  });

  it.each(ALL)("%s, %s: is in the program that it opens, as it is written", (_, __, answer) => {
    const shown =
      answer.isNear === true ? (answer.others ?? []) : [answer, ...(answer.others ?? [])];
    for (const operator of shown) {
      // A call that is too wide for one line of a program takes several.
      const text = opened(operator)
        .text.replace(/\(\n\s+/g, "(")
        .replace(/,\n\s+/g, ", ");
      for (const line of operator.code.split("\n")) expect(text).toMatch(patternOf(line));
    }
  });

  test("what is not kept of what was asked for is near it at best, and said so", () => {
    for (const name of Object.keys(NOT_KEPT)) {
      const [library, need] = name.split(" ") as [Library, Need];
      expect(LIBRARY_OPERATORS[library][need].isNear, name).toBe(true);
    }
  });
});

/** Matches a line of code in a program, where numbers, names and callbacks fill in what the line leaves open. */
function patternOf(line: string): RegExp {
  const open: readonly [RegExp, string][] = [
    [/\b(n|ms)\b/g, "\\d+L?"],
    [/\b[xT]\b/g, "\\w+"],
    [/\bscheduler\b/g, "Schedulers\\.\\w+\\(\\)"],
    [/\\\{\\\}/g, "\\{[^}]*\\}"],
  ];
  // A program may add further arguments or a block at the end.
  const escaped = line
    .trim()
    .replace(/[(\s]*[){}\s]*$/, "")
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(open.reduce((text, [from, to]) => text.replace(from, to), escaped));
}
