/** The parts of every lesson: no answer is given before its run has shown it or the reader has asked for it. */
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, type Language, type Text } from "../../../../src/i18n/index.ts";
import {
  type Answer,
  loadSequel,
  type ScenarioId,
  type Sequel,
  scenarioOf,
} from "../../../../src/scenarios/index.ts";
import { type Playground, progressOf, showsAtMsOf } from "../../../../src/store/index.ts";
// What the page loads on demand is there at once, so that no test waits for it.
import "../../../../src/views/panel/lesson/Answers.tsx";
import { answerWords } from "../../../../src/views/panel/lesson/answer-words.ts";
import { OtherSettings } from "../../../../src/views/panel/lesson/OtherSettings.tsx";
import { Question } from "../../../../src/views/panel/lesson/Question.tsx";
import { allScenarios, catalogue } from "../../../support/everything.ts";
import { doing, openPlayground, show } from "../../support.tsx";

afterEach(cleanup);

const page = () => document.body.textContent ?? "";
const stage = () => document.querySelector<HTMLElement>("[data-stage]")?.dataset["stage"];
const rightOf = (answers: readonly Answer[]) => answers.findIndex(({ right }) => right);
const wrongOf = (answers: readonly Answer[]) => answers.findIndex(({ right }) => !right);

async function open(id: string, language: Language = "en"): Promise<Playground> {
  const { revision } = scenarioOf(catalogue, id as ScenarioId);
  const playground = openPlayground(`#s=${revision === 1 ? id : `${id}.${revision}`}`, language);
  show(
    playground,
    <>
      <Question />
      <OtherSettings />
    </>,
  );
  await screen.findByRole("list", { name: answerWords.answers[language] });
  return playground;
}

const press = (words: Text, language: Language = "en") =>
  fireEvent.click(screen.getByRole("button", { name: words[language] }));

function choose(list: Text, index: number, language: Language = "en"): void {
  const buttons = within(screen.getByRole("list", { name: list[language] })).getAllByRole("button");
  fireEvent.click(buttons[index] as HTMLElement);
}

/** No answer is marked as right or wrong, and no explanation is on the page. */
function expectNothingTold(answers: readonly Answer[], language: Language = "en"): void {
  expect(document.querySelector("[data-verdict]:not([data-verdict=open])")).toBeNull();
  for (const { why } of answers) expect(page()).not.toContain(why[language]);
}

/** The right answer and the wrong one that was guessed are marked, and every answer has its explanation. */
function expectTold(answers: readonly Answer[], language: Language = "en"): void {
  expect(document.querySelectorAll("[data-verdict=right]")).toHaveLength(1);
  expect(document.querySelectorAll("[data-verdict=guessedWrong]")).toHaveLength(1);
  for (const { why } of answers) expect(page()).toContain(why[language]);
}

/** Guesses wrong, plays until the answer shows, says what was seen; nothing is given away until then. */
function goThrough(playground: Playground, answers: readonly Answer[], language: Language): void {
  const stopMs = showsAtMsOf(playground.store.getState());
  if (stopMs === null) throw new Error("the run of the question is not on the page");
  expect(stage()).toBe("predict");
  expectNothingTold(answers, language);
  choose(answerWords.answers, wrongOf(answers), language);
  expect(stage()).toBe("run");
  doing(() => playground.actions.seek(stopMs - 1));
  expect(stage()).toBe("run");
  expectNothingTold(answers, language);
  doing(() => playground.actions.seek(stopMs));
  expect(stage()).toBe("observe");
  expectNothingTold(answers, language);
  choose(answerWords.answers, rightOf(answers), language);
  expect(stage()).toBe("verdict");
  expectTold(answers, language);
}

describe.each(LANGUAGES)("from the prediction to the twin's verdict, in %s", (language) => {
  it.each(allScenarios)("$id", async ({ id, answers }) => {
    const sequel: Sequel = await loadSequel(id);
    const playground = await open(id, language);
    goThrough(playground, answers, language);

    press(answerWords.toWhy, language);
    await screen.findByText(sequel.why.question[language]);
    // A part that is over still shows its answer.
    expectNothingTold([...answers, ...sequel.why.answers], language);
    expect(page()).toContain(answers[rightOf(answers)]?.text[language]);
    choose(answerWords.choices, wrongOf(sequel.why.answers), language);
    expectTold(sequel.why.answers, language);

    press(answerWords.toTwin, language);
    await screen.findByText(sequel.twin.question[language]);
    expect(page()).not.toContain(scenarioOf(catalogue, id).question[language]);
    expect(playground.position().timeMs).toBe(0);
    expect(showsAtMsOf(playground.store.getState())).toBe(sequel.twin.showsAtMs);
    goThrough(playground, sequel.twin.answers, language);

    press(answerWords.done, language);
    expect(stage()).toBe("folded");
    expect(screen.queryByRole("list")).toBeNull();
  });
});

describe("“Just show me”", () => {
  it("skips the rest of every part, and gives nothing away about the next one", async () => {
    const { why, twin } = await loadSequel("retry");
    await open("retry");
    press(answerWords.show);
    expect(stage()).toBe("verdict");
    press(answerWords.toWhy);
    await screen.findByText(why.question.en);
    expectNothingTold(why.answers);
    press(answerWords.show);
    for (const answer of why.answers) expect(page()).toContain(answer.why.en);
    press(answerWords.toTwin);
    await screen.findByText(twin.question.en);
    expectNothingTold(twin.answers);
    press(answerWords.show);
    expect(stage()).toBe("verdict");
    for (const answer of twin.answers) expect(page()).toContain(answer.why.en);
  });
});

describe("the twin's run", () => {
  async function atTwin(): Promise<Playground> {
    const { twin } = await loadSequel("fast-producer");
    const playground = await open("fast-producer");
    for (const words of [answerWords.show, answerWords.toWhy]) press(words);
    await screen.findByRole("list", { name: answerWords.choices.en });
    for (const words of [answerWords.show, answerWords.toTwin]) press(words);
    await screen.findByText(twin.question.en);
    return playground;
  }

  it("pauses by itself where its answer shows", async () => {
    const playground = await atTwin();
    choose(answerWords.answers, 0);
    press(answerWords.play);
    doing(() => {
      for (let frame = 0; frame < 400; frame++) playground.frame(16);
    });
    expect(playground.store.getState()).toMatchObject({ playing: false, paused: "lesson" });
    expect(playground.position().timeMs).toBe(1000);
    expect(stage()).toBe("observe");
  });

  it("is one step of undo, after which its question says that it is about other settings and leads back", async () => {
    const playground = await atTwin();
    const { experiment } = playground.store.getState();
    expect(screen.queryByText(answerWords.changed.en)).toBeNull();
    doing(playground.actions.undo);
    expect(playground.store.getState().experiment.values).toEqual({});
    doing(() => playground.actions.seek(20_000));
    expect(stage()).toBe("predict");
    press(answerWords.setThem);
    expect(playground.store.getState().experiment).toEqual(experiment);
    expect(playground.position().timeMs).toBe(0);
    expect(screen.queryByText(answerWords.twinElsewhere.en)).toBeNull();
  });

  it.each(["toAnswers", "again"] as const)(
    "gives way to the scenario's own with “%s”",
    async (way) => {
      const playground = await atTwin();
      if (way === "again") press(answerWords.show);
      press(answerWords[way]);
      expect(playground.store.getState().experiment).toMatchObject({ values: {}, seed: 42 });
      expect(stage()).toBe(way === "again" ? "predict" : "verdict");
      expect(page()).toContain(scenarioOf(catalogue, "fast-producer").question.en);
    },
  );

  it("moves the focus to what is asked next", async () => {
    await atTwin();
    expect(document.activeElement?.textContent).not.toBe("");
    expect(document.querySelector("section")?.contains(document.activeElement)).toBe(true);
  });
});

describe("a lesson that is folded", () => {
  it("unfolds where it was", async () => {
    const playground = await open("conflated");
    press(answerWords.show);
    press(answerWords.toWhy);
    await screen.findByRole("list", { name: answerWords.choices.en });
    press(answerWords.fold);
    expect(stage()).toBe("folded");
    press(answerWords.unfold);
    await screen.findByRole("list", { name: answerWords.choices.en });
    expect(progressOf(playground.store.getState()).part).toBe("why");
  });
});
