import { describe, expect, it } from "vitest";
import {
  CHOOSER_QUESTIONS,
  type ChooserAnswers,
  type ChooserResult,
  chooseStrategy,
  RESULT_LINKS,
  scenarioOf,
} from "../../src/scenarios/index.ts";
import { readLink } from "../../src/store/index.ts";
import { strategyOf } from "../../src/systems/index.ts";

/** Every way to answer all five questions. */
const combinations = Array.from({ length: 2 ** CHOOSER_QUESTIONS.length }, (_, bits) =>
  Object.fromEntries(CHOOSER_QUESTIONS.map((name, bit) => [name, (bits & (1 << bit)) > 0])),
) as Required<ChooserAnswers>[];

function resultOf(answers: ChooserAnswers): ChooserResult {
  const step = chooseStrategy(answers);
  if ("ask" in step) throw new Error(`still asks for ${step.ask}`);
  return step.result;
}

/** The guarantees of the strategy that the page opens for a result. */
function opened(result: ChooserResult) {
  const { experiment, notices } = readLink(`v=1&${RESULT_LINKS[result]}`);
  const [{ strategy }] = experiment.lanes;
  const values = { capacity: 8 };
  return { experiment, notices, strategy, guarantees: strategyOf(strategy).guarantees(values) };
}

describe.each(combinations)("%j", (answers) => {
  const result = resultOf(answers);

  it("leads to the same result when only what is asked is answered, in at most five steps", () => {
    let given: ChooserAnswers = {};
    let step = chooseStrategy(given);
    let asked = 0;
    while ("ask" in step) {
      expect(given[step.ask]).toBeUndefined();
      given = { ...given, [step.ask]: answers[step.ask] };
      step = chooseStrategy(given);
      asked++;
    }
    expect(step.result).toBe(result);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(5);
  });

  it("gives what was asked for", () => {
    if (result === "impossible") {
      expect(answers).toMatchObject({ loss: false, wait: false, memory: true });
      return;
    }
    const { guarantees } = opened(result);
    if (!answers.loss) expect(guarantees.lossless).toBe(true);
    if (!answers.wait) expect(guarantees.producerWaits).toBe(false);
    // An unbounded buffer only where memory is none of the worries.
    if (!Number.isFinite(guarantees.maxBuffered)) expect(answers.memory).toBe(false);
    if (answers.loss && answers.newest) expect(guarantees.keeps).toBe("newest");
    if (answers.loss && answers.important && !answers.newest && !answers.wait) {
      expect(guarantees.keeps).toBe("important");
    }
  });
});

describe("every result", () => {
  const results = Object.keys(RESULT_LINKS) as ChooserResult[];

  it("is reached by some answers, and every question matters to some", () => {
    expect(new Set(combinations.map(resultOf))).toEqual(new Set(results));
    for (const name of CHOOSER_QUESTIONS) {
      const turned = combinations.map((answers) => ({ ...answers, [name]: !answers[name] }));
      const differs = combinations.some((answers, i) => {
        const other = turned[i] as ChooserAnswers;
        return resultOf(answers) !== resultOf(other);
      });
      expect(differs, name).toBe(true);
    }
  });

  it.each(results)("%s opens a page without anything to complain of", (result) => {
    const { notices, experiment, strategy } = opened(result);
    expect(notices).toEqual([]);
    expect(RESULT_LINKS[result]).toContain(`s=${experiment.scenario}`);
    expect(scenarioOf(experiment.scenario).strategies).toContain(strategy);
  });
});
