/** What follows the verdict of every lesson: the runs confirm the right answers, and only those. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Text } from "../../src/i18n/index.ts";
import { claimRunOf, DEFAULT_SEED, initialValues, Recording } from "../../src/run/index.ts";
import {
  type Answer,
  type ClaimRun,
  type LessonRuns,
  loadSequel,
  type ScenarioId,
  type Sequel,
} from "../../src/scenarios/index.ts";
import { type Experiment, openExperiment, readLink, runSpecOf } from "../../src/store/index.ts";
import { allScenarios, catalogue } from "../support/everything.ts";

/** The answer to a twin question must not depend on one lucky seed. */
const SEEDS = [DEFAULT_SEED, 1, 7];

const sequels = await Promise.all(
  allScenarios.map(async (scenario) => ({
    id: scenario.id,
    scenario,
    sequel: await loadSequel(scenario.id),
  })),
);

test("every file in the folder is the sequel of one scenario", () => {
  const files = readdirSync(new URL("../../src/scenarios/sequels/", import.meta.url));
  expect(files.toSorted()).toEqual(allScenarios.map(({ id }) => `${id}.ts`).toSorted());
});

describe.each(sequels)("$id", ({ id, scenario, sequel }) => {
  const { said, why, twin } = sequel;
  const { experiment, notices, position } = readLink(catalogue, `v=1&${twin.link}`);

  test("its answers predict different readings, and the right one the reading of the run", () => {
    expect(said).toHaveLength(scenario.answers.length);
    expect(new Set(said).size).toBe(said.length);
    const right = said[scenario.answers.findIndex((answer) => answer.right)];
    const runs = runsOf(openExperiment(catalogue, id));
    expect(readingOf(sequel, runs, runs[0].durationMs)).toBe(right);
  });

  test("the twin question is about the same scenario and strategies, with other settings", () => {
    expect(notices).toEqual([]);
    expect(position.timeMs).toBe(0);
    const own = openExperiment(catalogue, id);
    expect(experiment.scenario).toBe(id);
    expect(experiment.lanes.map(({ strategy }) => strategy)).toEqual(
      own.lanes.map(({ strategy }) => strategy),
    );
    const changed = [experiment.values, ...experiment.lanes.map(({ values }) => values)];
    const later = experiment.interventions.map(({ key }) => key);
    expect([...changed.flatMap(Object.keys), ...later]).not.toEqual([]);
  });

  test("the answers to the twin question predict different readings, and the right one what its run has shown by then", () => {
    const says = twin.answers.map((answer) => answer.says);
    expect(new Set(says).size).toBe(says.length);
    const right = twin.answers.find((answer) => answer.right)?.says;
    for (const seed of SEEDS) {
      const runs = runsOf({ ...experiment, seed });
      const seen = runs.map((run) => untilThen(run, twin.showsAtMs));
      expect([seed, readingOf(sequel, seen, twin.showsAtMs)]).toEqual([seed, right]);
    }
  });

  test("the twin’s run has not ended when its answer shows", () => {
    const [run] = runsOf(experiment);
    expect(run.end().atMs).toBeGreaterThanOrEqual(twin.showsAtMs);
  });

  test.each(why.answers.map((answer) => [answer.text.en, answer] as const))(
    "why: runs behave as if this were the reason only if it is: %s",
    (_, { right, holds }) => {
      if (typeof holds === "string") expect(right).toBe(false);
      else expect(holds(lessonRunsOf(id))).toBe(right);
    },
  );

  test.each([
    ["why", why.question, why.answers],
    ["twin", twin.question, twin.answers],
  ] as const)(
    "%s: has two to four answers, one right, all in both languages",
    (_, question, answers) => {
      expect(answers.length).toBeGreaterThanOrEqual(2);
      expect(answers.length).toBeLessThanOrEqual(4);
      expect(answers.filter(({ right }) => right)).toHaveLength(1);
      for (const language of LANGUAGES) {
        const texts = textsOf(question, answers).map((text) => text[language].trim());
        expect(new Set(texts).size).toBe(texts.length);
        for (const text of texts) expect(text).not.toBe("");
      }
      const sentences = [question, ...answers.map((answer) => answer.why)];
      for (const { ko, en } of sentences) {
        expect(ko).toMatch(/[가-힣]/);
        expect(en).not.toMatch(/[가-힣]/);
      }
    },
  );
});

test("nearly every answer to why is checked on runs", () => {
  const beyond = sequels.flatMap(({ id, sequel }) =>
    sequel.why.answers.flatMap(({ text, holds }) =>
      typeof holds === "string" ? [`${id}: ${text.en}`] : [],
    ),
  );
  expect(beyond).toEqual([
    "adaptive-buffer: The old channel was closed, so nothing can be taken any more.",
  ]);
});

test("the right answers are spread over all places, so that the place gives nothing away", () => {
  for (const pick of [
    ({ why }: Sequel) => why.answers,
    ({ twin }: Sequel) => twin.answers as readonly Answer[],
  ]) {
    const places = sequels.map(({ sequel }) => pick(sequel).findIndex(({ right }) => right));
    for (const place of [0, 1, 2]) {
      expect(places.filter((other) => other === place).length).toBeGreaterThanOrEqual(4);
    }
  }
});

function textsOf(question: Text, answers: readonly Answer[]): Text[] {
  return [question, ...answers.flatMap(({ text, why }) => [text, why])];
}

function runsOf(experiment: Experiment): [ClaimRun, ...ClaimRun[]] {
  const [first, ...others] = experiment.lanes.map((lane) =>
    claimRunOf(new Recording(catalogue, runSpecOf(experiment, lane))),
  );
  if (first === undefined) throw new Error("an experiment without a lane");
  return [first, ...others];
}

function lessonRunsOf(id: ScenarioId): LessonRuns {
  const own = openExperiment(catalogue, id);
  const lanes = runsOf(own);
  return {
    run: lanes[0],
    lanes,
    other(values, strategy = own.lanes[0].strategy) {
      const spec = { ...runSpecOf(own, { strategy, values: {} }), values };
      // What it sets is a setting of the strategy, and within its range.
      expect(initialValues(catalogue, spec)).toMatchObject(values);
      return claimRunOf(new Recording(catalogue, spec));
    },
  };
}

function readingOf({ reads }: Sequel, runs: readonly ClaimRun[], untilMs: number) {
  const [first] = runs;
  if (first === undefined) throw new Error("no run");
  return reads(first, untilMs, runs);
}

/** A run as seen with the play head at `untilMs`: a question about a later time, or about the whole run, fails the test. */
function untilThen(run: ClaimRun, untilMs: number): ClaimRun {
  const seen = (timeMs: number) => {
    expect(timeMs).toBeLessThanOrEqual(untilMs);
    return timeMs;
  };
  const never = () => {
    throw new Error("looks at the whole run");
  };
  return {
    capacity: run.capacity,
    values: run.values,
    heapMiBOf: (elements) => run.heapMiBOf(elements),
    durationMs: untilMs,
    countsAt: (timeMs) => run.countsAt(seen(timeMs)),
    demandAt: (timeMs) => run.demandAt(seen(timeMs)),
    output: () => run.output().filter(({ timeMs }) => timeMs <= untilMs),
    end: () => (run.end().atMs <= untilMs ? run.end() : { reason: "goes on", atMs: untilMs }),
    maxBuffered: never,
    firstLossMs: never,
    maxWaitMs: never,
  };
}
