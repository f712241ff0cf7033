import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import { type Answer, type Catalogue, scenarioOf } from "../../../../src/scenarios/index.ts";
import { isUntouched, type Playground, writeLink } from "../../../../src/store/index.ts";
import { answerWords } from "../../../../src/views/panel/lesson/answer-words.ts";
import { OtherSettings } from "../../../../src/views/panel/lesson/OtherSettings.tsx";
import { Question } from "../../../../src/views/panel/lesson/Question.tsx";
import { allScenarios, catalogue } from "../../../support/everything.ts";
import { doing, openPlayground, show } from "../../support.tsx";
import { taught } from "./lessons.ts";

afterEach(cleanup);

const text = (name: string) => ({ ko: `${name} 답`, en: `${name} answer` });
const why = (name: string) => ({ ko: `${name} 까닭`, en: `${name} reason` });
const ANSWERS: readonly Answer[] = [
  { text: text("one"), right: false, why: why("one") },
  { text: text("two"), right: true, why: why("two") },
  { text: text("three"), right: false, why: why("three") },
];

function open(link = "", language: Language = "en", among: Catalogue = catalogue): Playground {
  const loaded = taught("fast-producer", { answers: ANSWERS }, among);
  const playground = openPlayground(link, language, loaded);
  show(
    playground,
    <>
      <Question />
      <OtherSettings />
    </>,
  );
  return playground;
}

const answer = (name: string, language: Language = "en") =>
  screen.getByRole("button", { name: new RegExp(`^${text(name)[language]}`) });
const item = (name: string, language: Language = "en") =>
  answer(name, language).closest("li") as HTMLElement;
const page = () => document.body.textContent ?? "";

const press = (words: { readonly en: string }) =>
  fireEvent.click(screen.getByRole("button", { name: words.en }));
const stage = () => document.querySelector<HTMLElement>("[data-stage]")?.dataset["stage"];
const SHOWS_AT_MS = scenarioOf(catalogue, "fast-producer").showsAtMs ?? 0;
const noVerdict = () => {
  expect(document.querySelectorAll("[data-verdict]:not([data-verdict=open])")).toHaveLength(0);
  for (const each of ANSWERS) expect(page()).not.toContain(each.why.en);
};

describe("the stages of a question", () => {
  it("offer the way past the question at once, without loading anything", () => {
    open();
    expect(screen.getByRole("button", { name: answerWords.show.en })).toBeDefined();
  });

  it.each(LANGUAGES)(
    "begin with answers to choose from, without giving any away: %s",
    async (language) => {
      open("", language);
      expect(stage()).toBe("predict");
      expect(page()).toContain(scenarioOf(catalogue, "fast-producer").question[language]);
      for (const each of ANSWERS) {
        expect(page()).toContain(each.text[language]);
        expect(page()).not.toContain(each.why[language]);
      }
      expect(document.querySelector("[aria-pressed=true]")).toBeNull();
    },
  );

  it("let a guess be changed, unjudged, until the run is there", async () => {
    open();
    fireEvent.click(answer("one"));
    expect(stage()).toBe("run");
    fireEvent.click(answer("three"));
    expect(answer("one").getAttribute("aria-pressed")).toBe("false");
    expect(answer("three").getAttribute("aria-pressed")).toBe("true");
    noVerdict();
  });

  it("pause the run by itself when the answer shows, once", async () => {
    const playground = open();
    fireEvent.click(answer("one"));
    press(answerWords.play);
    const playOn = () =>
      doing(() => {
        for (let frame = 0; frame < 400; frame++) playground.frame(16);
      });
    playOn();
    expect(playground.store.getState()).toMatchObject({ playing: false, paused: "lesson" });
    expect(playground.position().timeMs).toBe(SHOWS_AT_MS);
    expect(stage()).toBe("observe");
    noVerdict();
    doing(playground.actions.play);
    playOn();
    expect(playground.position().timeMs).toBeGreaterThan(SHOWS_AT_MS + 1000);
  });

  it("pause nothing without a guess", async () => {
    const playground = open();
    doing(playground.actions.play);
    doing(() => {
      for (let frame = 0; frame < 400; frame++) playground.frame(16);
    });
    expect(playground.position().timeMs).toBeGreaterThan(SHOWS_AT_MS);
    noVerdict();
  });

  it("count scrubbing past the moment like playing", async () => {
    const playground = open();
    fireEvent.click(answer("two"));
    doing(() => playground.actions.seek(SHOWS_AT_MS - 1));
    expect(stage()).toBe("run");
    doing(() => playground.actions.seek(SHOWS_AT_MS));
    expect(stage()).toBe("observe");
    doing(() => playground.actions.reset());
    expect(stage()).toBe("observe");
  });

  it.each(LANGUAGES)(
    "give the verdict on the guess, and the reason for every answer, once it is said what was seen: %s",
    async (language) => {
      const playground = open("", language);
      fireEvent.click(answer("three", language));
      doing(() => playground.actions.seek(SHOWS_AT_MS));
      expect(page()).toContain(answerWords.observe[language]);
      fireEvent.click(answer("two", language));
      expect(stage()).toBe("verdict");
      expect(item("three", language).dataset["verdict"]).toBe("guessedWrong");
      expect(item("three", language).textContent).toContain(answerWords.guessedWrong[language]);
      expect(item("two", language).dataset["verdict"]).toBe("right");
      expect(item("two", language).textContent).toContain(answerWords.yourSight[language]);
      for (const each of ANSWERS) expect(page()).toContain(each.why[language]);
      expect(screen.getByRole("status").textContent).toContain(text("two")[language]);
    },
  );

  it("say that a right guess is right", async () => {
    const playground = open();
    fireEvent.click(answer("two"));
    doing(() => playground.actions.seek(SHOWS_AT_MS));
    fireEvent.click(answer("two"));
    expect(item("two").dataset["verdict"]).toBe("guessedRight");
    expect(screen.getByRole("status").textContent).toBe(answerWords.guessedRight.en);
  });

  it.each(["predict", "run", "observe"])("are skipped with “Just show me” after %s", async (at) => {
    const playground = open();
    if (at !== "predict") fireEvent.click(answer("one"));
    if (at === "observe") doing(() => playground.actions.seek(SHOWS_AT_MS));
    expect(stage()).toBe(at);
    press(answerWords.show);
    expect(stage()).toBe("verdict");
    expect(item("two").dataset["verdict"]).toBe("right");
    for (const each of ANSWERS) expect(page()).toContain(each.why.en);
  });

  it("don't count a run that the question is not about", async () => {
    const playground = open("#p=50");
    fireEvent.click(answer("two"));
    doing(() => playground.actions.seek(20_000));
    expect(stage()).toBe("run");
    noVerdict();
  });

  it("fold to one line when they are over, and unfold", async () => {
    open();
    press(answerWords.show);
    press(answerWords.fold);
    expect(stage()).toBe("folded");
    expect(document.querySelector("[data-stage=folded]")?.textContent).toContain(text("two").en);
    expect(screen.queryByRole("list")).toBeNull();
    press(answerWords.unfold);
    expect(stage()).toBe("verdict");
  });

  it("can be answered and reset by keyboard, and the focus stays", async () => {
    open();
    const user = userEvent.setup();
    await user.tab();
    await user.tab();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(answer("two"));
    press(answerWords.show);
    press(answerWords.again);
    expect(document.activeElement).toBe(answer("one"));
    expect(stage()).toBe("predict");
  });

  it("keep each scenario's guess, whatever tab is open, and keep it out of the link", async () => {
    const playground = open();
    const { actions, store } = playground;
    fireEvent.click(answer("two"));
    expect(writeLink(catalogue, store.getState().experiment)).toBe("v=1&s=fast-producer");
    expect(store.getState().past).toEqual([]);
    doing(() => actions.openScenario("bounded-buffer"));
    expect(document.querySelector("[aria-pressed=true]")).toBeNull();
    cleanup();
    doing(() => actions.openScenario("fast-producer"));
    show(playground, <Question />);
    await screen.findAllByRole("button");
    expect(answer("two").getAttribute("aria-pressed")).toBe("true");
  });

  it("are just the question if there are no answers", async () => {
    const playground = open("", "en", taught("memory-leak", { answers: [] }));
    doing(() => playground.actions.openScenario("memory-leak"));
    expect(page()).toContain(scenarioOf(catalogue, "memory-leak").question.en);
    expect(screen.queryAllByRole("button")).toEqual([]);
    expect(screen.queryByRole("list")).toBeNull();
  });
});

describe("the vote of a class", () => {
  const field = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });

  it("counts hands before and after, as bars, and starting over keeps them", async () => {
    const playground = open();
    fireEvent.change(field("Hands up for A, before"), { target: { value: "30" } });
    fireEvent.change(field("Hands up for B, after"), { target: { value: "15" } });
    const bar = (name: string) =>
      field(name).parentElement?.querySelector<HTMLElement>("[data-round]")?.style.inlineSize;
    expect(bar("Hands up for A, before")).toBe("100%");
    expect(bar("Hands up for B, after")).toBe("50%");
    press(answerWords.show);
    press(answerWords.again);
    expect(field("Hands up for A, before").value).toBe("30");
    expect(writeLink(catalogue, playground.store.getState().experiment)).toBe(
      "v=1&s=fast-producer",
    );
  });

  it.each(["-3", "x", "1e9"])(
    "keeps %j within the number of hands that fit into a hall",
    async (typed) => {
      open();
      fireEvent.change(field("Hands up for A, before"), { target: { value: typed } });
      expect(Number(field("Hands up for A, before").value)).toBeGreaterThanOrEqual(0);
      expect(Number(field("Hands up for A, before").value)).toBeLessThanOrEqual(9999);
    },
  );
});

describe("the note that the question has other settings", () => {
  const note = () => screen.queryByRole("button", { name: answerWords.back.en });

  it.each(["", "#t=4000", "#k=unlimited", "#2.k=conflated"])(
    "is not there for %s",
    async (link) => {
      open(link);
      expect(note()).toBeNull();
    },
  );

  it.each(["#p=50", "#cap=3", "#seed=7", "#i=300_p_50", "#2.k=bounded&2.cap=3"])(
    "is there for %s, and leads back with one step of undo",
    async (link) => {
      const playground = open(`${link}&t=4000`);
      const before = playground.store.getState().experiment;
      fireEvent.click(note() as HTMLElement);
      const { experiment, position } = playground.store.getState();
      expect(isUntouched(catalogue, experiment)).toBe(true);
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
