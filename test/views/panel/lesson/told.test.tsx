/** Before the answer is given, no lesson contains anything that would give it away. */
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import { linkToScenario } from "../../../../src/scenarios/index.ts";
import { showsAtMsOf } from "../../../../src/store/index.ts";
import { answerWords } from "../../../../src/views/panel/lesson/answer-words.ts";
import { Lesson } from "../../../../src/views/panel/lesson/Lesson.tsx";
// What the page loads on demand is there at once, so that no test waits for it.
import "../../../../src/views/panel/lesson/Reality.tsx";
import { realMachineWords } from "../../../../src/views/panel/lesson/real-machine-words.ts";
import { words } from "../../../../src/views/panel/lesson/words.ts";
import { allScenarios, type NamedScenario } from "../../../support/everything.ts";
import { doing, openPlayground, show } from "../../support.tsx";
import { taught } from "./lessons.ts";

afterEach(cleanup);

const page = () => document.body.textContent ?? "";
const stage = () => document.querySelector<HTMLElement>("[data-stage]")?.dataset["stage"];

/** The sentences that wait for the answer; a finding without its numbers. */
function secretsOf({ notice, claims, reality, pairs }: NamedScenario, language: Language) {
  const findings = reality.findings.flatMap(({ text }) => text[language].split(/\{\w+\}/));
  return [
    ...[...notice, ...claims.map(({ text }) => text), reality.claimed].map(
      (text) => text[language],
    ),
    ...(pairs ?? []).map(({ why }) => why[language]),
    ...findings.map((part) => part.trim()).filter((part) => part.length > 20),
  ];
}

describe.each(LANGUAGES)("in %s", (language) => {
  it.each(allScenarios)(
    "$id gives nothing away before its verdict, and shows everything after it",
    async (scenario) => {
      const secrets = secretsOf(scenario, language);
      const told = () => secrets.filter((secret) => page().includes(secret));
      const headingOfMachine = () =>
        screen.queryByRole("heading", { name: realMachineWords.heading[language] });
      const playground = openPlayground(`#${linkToScenario(scenario.id)}`, language);
      show(playground, <Lesson />);
      const list = await screen.findByRole("list", { name: answerWords.answers[language] });
      const choose = () => fireEvent.click(within(list).getAllByRole("button")[0] as HTMLElement);
      const expectQuiet = (at: string) => {
        expect(stage()).toBe(at);
        expect(told()).toEqual([]);
        expect(headingOfMachine()).toBeNull();
        expect(page()).toContain(words.later[language]);
      };
      expectQuiet("predict");
      choose();
      expectQuiet("run");
      doing(() => playground.actions.seek(showsAtMsOf(playground.store.getState()) ?? 0));
      expectQuiet("observe");
      choose();
      expect(stage()).toBe("verdict");
      await waitFor(() => expect(headingOfMachine()).not.toBeNull());
      expect(page()).not.toContain(words.later[language]);
      for (const { text } of scenario.claims) expect(page()).toContain(text[language]);
      for (const text of scenario.notice) expect(page()).toContain(text[language]);
      // A lesson that has been started again asks again.
      fireEvent.click(screen.getByRole("button", { name: answerWords.again[language] }));
      expectQuiet("predict");
    },
  );
});

it("a lesson without a question has nothing to hold back", () => {
  const loaded = taught("fast-producer", { answers: [] });
  show(openPlayground("", "en", loaded), <Lesson />);
  expect(page()).not.toContain(words.later.en);
  expect(screen.getByRole("heading", { name: words.notice.en })).toBeDefined();
});
