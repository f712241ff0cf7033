import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import { type Answer, scenarioOf } from "../../../../src/scenarios/index.ts";
import { isUntouched, type Playground, writeLink } from "../../../../src/store/index.ts";
import { answerWords } from "../../../../src/views/panel/lesson/answer-words.ts";
import { Question } from "../../../../src/views/panel/lesson/Question.tsx";
import { allScenarios } from "../../../support/everything.ts";
import { doing, openPlayground, show } from "../../support.tsx";
import { teach } from "./lessons.ts";

afterEach(cleanup);

const text = (name: string) => ({ ko: `${name} 답`, en: `${name} answer` });
const why = (name: string) => ({ ko: `${name} 까닭`, en: `${name} reason` });
const ANSWERS: readonly Answer[] = [
  { text: text("one"), right: false, why: why("one") },
  { text: text("two"), right: true, why: why("two") },
  { text: text("three"), right: false, why: why("three") },
];

async function open(link = "", language: Language = "en"): Promise<Playground> {
  teach("fast-producer", { answers: ANSWERS });
  const playground = openPlayground(link, language);
  show(playground, <Question />);
  await screen.findAllByRole("button");
  return playground;
}

const answer = (name: string, language: Language = "en") =>
  screen.getByRole("button", { name: text(name)[language] });
const item = (name: string, language: Language = "en") =>
  answer(name, language).closest("li") as HTMLElement;
const page = () => document.body.textContent ?? "";

describe("the question", () => {
  it.each(LANGUAGES)(
    "has its answers to choose from, and tells none of them: %s",
    async (language) => {
      await open("", language);
      expect(page()).toContain(scenarioOf("fast-producer").question[language]);
      expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(
        ANSWERS.map((each) => each.text[language]),
      );
      for (const each of ANSWERS) expect(page()).not.toContain(each.why[language]);
      expect(document.querySelector("[aria-pressed=true]")).toBeNull();
    },
  );

  it.each(LANGUAGES)(
    "a right guess is said to be right, with its reason alone: %s",
    async (language) => {
      await open("", language);
      fireEvent.click(answer("two", language));
      expect(item("two", language).dataset["verdict"]).toBe("guessedRight");
      expect(item("two", language).textContent).toContain(answerWords.guessedRight[language]);
      expect(item("two", language).textContent).toContain(why("two")[language]);
      expect(page()).not.toContain(why("one")[language]);
      expect(screen.getByRole("status").textContent).toBe(answerWords.guessedRight[language]);
    },
  );

  it.each(LANGUAGES)(
    "a wrong guess is told from the right answer, with both reasons: %s",
    async (language) => {
      await open("", language);
      fireEvent.click(answer("three", language));
      expect(item("three", language).textContent).toContain(answerWords.guessedWrong[language]);
      expect(item("three", language).textContent).toContain(why("three")[language]);
      expect(item("two", language).textContent).toContain(answerWords.right[language]);
      expect(item("two", language).textContent).toContain(why("two")[language]);
      expect(item("one", language).dataset["verdict"]).toBe("other");
      expect(page()).not.toContain(why("one")[language]);
      expect(screen.getByRole("status").textContent).toContain(text("two")[language]);
    },
  );

  it("is answered once: a second click changes nothing", async () => {
    await open();
    fireEvent.click(answer("three"));
    fireEvent.click(answer("two"));
    expect(item("three").dataset["verdict"]).toBe("guessedWrong");
    expect(answer("three").getAttribute("aria-pressed")).toBe("true");
    expect(answer("two").getAttribute("aria-disabled")).toBe("true");
  });

  it("is answered and reset by keyboard, and the focus stays", async () => {
    await open();
    const user = userEvent.setup();
    await user.tab();
    await user.tab();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(answer("two"));
    fireEvent.click(screen.getByRole("button", { name: answerWords.again.en }));
    expect(document.activeElement).toBe(answer("one"));
    expect(item("two").dataset["verdict"]).toBe("open");
    expect(screen.queryByRole("button", { name: answerWords.again.en })).toBeNull();
  });

  it("keeps each scenario's guess, and keeps it out of the link", async () => {
    const playground = await open();
    const { actions, store } = playground;
    fireEvent.click(answer("two"));
    expect(writeLink(store.getState().experiment)).toBe("v=1&s=fast-producer");
    expect(store.getState().past).toEqual([]);
    doing(() => actions.openScenario("bounded-buffer"));
    expect(document.querySelector("[aria-pressed=true]")).toBeNull();
    doing(() => actions.openScenario("fast-producer"));
    expect(item("two").dataset["verdict"]).toBe("guessedRight");
  });

  it("without answers is just the question", async () => {
    teach("memory-leak", { answers: [] });
    const playground = await open();
    doing(() => playground.actions.openScenario("memory-leak"));
    expect(page()).toContain(scenarioOf("memory-leak").question.en);
    expect(screen.queryAllByRole("button")).toEqual([]);
    expect(screen.queryByRole("list")).toBeNull();
  });
});

describe("the note that the question has other settings", () => {
  const note = () => screen.queryByRole("button", { name: answerWords.back.en });

  it.each(["", "#t=4000", "#k=unlimited", "#2.k=conflated"])(
    "is not there for %s",
    async (link) => {
      await open(link);
      expect(note()).toBeNull();
    },
  );

  it.each(["#p=50", "#cap=3", "#seed=7", "#i=300_p_50", "#2.k=bounded&2.cap=3"])(
    "is there for %s, and leads back with one step of undo",
    async (link) => {
      const playground = await open(`${link}&t=4000`);
      const before = playground.store.getState().experiment;
      fireEvent.click(note() as HTMLElement);
      const { experiment, position } = playground.store.getState();
      expect(isUntouched(experiment)).toBe(true);
      expect(position.timeMs).toBe(4000);
      expect(note()).toBeNull();
      expect(experiment.lanes.map(({ strategy }) => strategy)).toEqual(
        before.lanes.map(({ strategy }) => strategy),
      );
      doing(playground.actions.undo);
      expect(playground.store.getState().experiment).toEqual(before);
      expect(note()).not.toBeNull();
    },
  );
});

describe("the answers of every scenario", () => {
  const answered = allScenarios.filter(({ answers }) => answers.length > 0);

  it.each(answered)("$id: two to four, one right, each with its words", async ({ id, answers }) => {
    expect(answers.length).toBeGreaterThanOrEqual(2);
    expect(answers.length).toBeLessThanOrEqual(4);
    expect(answers.filter(({ right }) => right).length).toBe(1);
    for (const language of LANGUAGES) {
      for (const words of answers.flatMap((each) => [each.text, each.why])) {
        expect(words[language].trim()).not.toBe("");
      }
      expect(new Set(answers.map((each) => each.text[language])).size).toBe(answers.length);
    }
    const playground = openPlayground();
    show(playground, <Question />);
    doing(() => playground.actions.openScenario(id));
    const list = await screen.findByRole("list", { name: answerWords.answers.en });
    for (const { text: words } of answers) {
      expect(within(list).getByRole("button", { name: words.en })).toBeDefined();
    }
  });
});
