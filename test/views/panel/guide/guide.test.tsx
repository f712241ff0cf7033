import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import {
  CHOOSER_QUESTIONS,
  type ChooserAnswers,
  chooseStrategy,
  RESULT_LINKS,
} from "../../../../src/scenarios/index.ts";
import { isUntouched, readLink } from "../../../../src/store/index.ts";
import {
  chooserWords,
  questionWords,
  reasonWords,
  resultWords,
} from "../../../../src/views/panel/guide/chooser-words.ts";
import { Guide, RULES } from "../../../../src/views/panel/guide/Guide.tsx";
import {
  adviceWords,
  formulaWords,
  titleWords,
} from "../../../../src/views/panel/guide/guide-words.ts";
import { openPlayground, show } from "../../support.tsx";

afterEach(cleanup);

function open(language: Language = "en"): void {
  show(openPlayground("", language), <Guide />);
}

const chooser = () => within(screen.getByRole("region", { name: chooserWords.chooser.en }));
const asked = () => chooser().queryByRole("heading", { level: 4 })?.textContent;
const press = (name: string) => fireEvent.click(chooser().getByRole("button", { name }));
const answer = (yes: boolean) => press((yes ? chooserWords.yes : chooserWords.no).en);

describe("the chooser", () => {
  const combinations = Array.from({ length: 2 ** CHOOSER_QUESTIONS.length }, (_, bits) =>
    Object.fromEntries(CHOOSER_QUESTIONS.map((name, bit) => [name, (bits & (1 << bit)) > 0])),
  ) as Required<ChooserAnswers>[];

  it.each(combinations)("asks what is needed, then names what to use, and why: %j", (answers) => {
    open();
    const known: ChooserAnswers = answers;
    const end = chooseStrategy(known);
    if ("ask" in end) throw new Error(end.ask);
    let given: ChooserAnswers = {};
    for (let step = chooseStrategy(given); "ask" in step; step = chooseStrategy(given)) {
      expect(asked()).toBe(questionWords[step.ask].en);
      answer(answers[step.ask]);
      given = { ...given, [step.ask]: answers[step.ask] };
    }
    expect(asked()).toBe(resultWords[end.result].en);
    expect(document.body.textContent).toContain(reasonWords[end.result].en);
    const link = chooser().getByRole("link", { name: new RegExp(chooserWords.see.en) });
    expect(link.getAttribute("href")).toBe(`#v=1&${RESULT_LINKS[end.result]}`);
  });

  it("goes back one step, to any step, and to the start", () => {
    open();
    expect(chooser().queryByRole("button", { name: chooserWords.back.en })).toBeNull();
    answer(true);
    answer(false);
    answer(false);
    expect(asked()).toBe(questionWords.important.en);
    press(chooserWords.back.en);
    expect(asked()).toBe(questionWords.wait.en);
    fireEvent.click(
      chooser().getByRole("button", { name: new RegExp(questionWords.newest.en.replace("?", "")) }),
    );
    expect(asked()).toBe(questionWords.newest.en);
    answer(true);
    expect(asked()).toBe(resultWords.conflated.en);
    press(chooserWords.startOver.en);
    expect(asked()).toBe(questionWords.loss.en);
    expect(chooser().queryAllByRole("listitem")).toEqual([]);
  });

  it("takes the focus along with each step, and leaves it alone at first", () => {
    open();
    expect(document.activeElement).toBe(document.body);
    answer(false);
    expect(document.activeElement?.textContent).toContain(questionWords.wait.en);
  });
});

describe("what to do besides", () => {
  it.each(LANGUAGES)("has a title, a formula and advice each: %s", (language) => {
    open(language);
    for (const [rule] of RULES) {
      const heading = screen.getByRole("heading", { name: titleWords[rule][language] });
      const card = heading.closest("article")?.textContent ?? "";
      expect(card).toContain(adviceWords[rule][language]);
      for (const line of formulaWords[rule][language].split("|")) expect(card).toContain(line);
    }
  });

  it.each(RULES)("%s is shown by the scenario %s, at its own settings", (rule, scenario) => {
    open();
    const link = screen.getByRole("link", { name: new RegExp(titleWords[rule].en) });
    expect(link.getAttribute("href")).toBe(`#v=1&s=${scenario}`);
    const { experiment, notices } = readLink(`v=1&s=${scenario}`);
    expect(notices).toEqual([]);
    expect(experiment.scenario).toBe(scenario);
    expect(isUntouched(experiment)).toBe(true);
  });
});
