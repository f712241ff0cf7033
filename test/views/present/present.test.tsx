import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LANGUAGES, type Language, type Text } from "../../../src/i18n/index.ts";
import { type Answer, LESSON_PLANS, loadSequel, scenarioOf } from "../../../src/scenarios/index.ts";
import { drawnOf, type Playground, showsAtMsOf } from "../../../src/store/index.ts";
import { answerWords } from "../../../src/views/panel/lesson/answer-words.ts";
import { stepsOf } from "../../../src/views/present/lesson-steps.ts";
import { Present } from "../../../src/views/present/Present.tsx";
import { presentWords } from "../../../src/views/present/present-words.ts";
import { listenToKeys } from "../../../src/views/shell/keyboard.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import { doing, openPlayground, show } from "../support.tsx";

function open(link = "", language: Language = "en"): Playground {
  const playground = openPlayground(link, language);
  playground.actions.present(true);
  show(playground, <Present />);
  return playground;
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const card = () => document.querySelector<HTMLElement>("[data-step]");

beforeEach(() => {
  document.documentElement.requestFullscreen = vi.fn(() => Promise.resolve());
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("a prediction that is drawn before an audience", () => {
  it("begins on the card of the question, which then gives way to the strips", () => {
    const playground = open("#s=batching");
    fireEvent.click(button(presentWords.next.en));
    fireEvent.click(button(answerWords.draw.en));
    expect(card()).toBeNull();
    expect(drawnOf(playground.store.getState())).not.toBeNull();
    // The way back leads to the card, where the drawing can be discarded.
    fireEvent.click(button(presentWords.previous.en));
    expect(card()?.dataset["step"]).toBe("question");
    fireEvent.click(button(answerWords.choose.en));
    expect(drawnOf(playground.store.getState())).toBeNull();
  });

  it("is over for the lecturer, like a closed card: the next key shows the next card", () => {
    const playground = open("#s=batching");
    fireEvent.click(button(presentWords.next.en));
    fireEvent.click(button(answerWords.draw.en));
    const press = (key: string) => doing(() => fireEvent.keyDown(document.body, { key }));
    const stop = listenToKeys(playground, window);
    press("PageDown");
    expect(card()?.dataset["step"]).toBe("seen");
    fireEvent.click(button(presentWords.closeCard.en));
    expect(card()).toBeNull();
    press("PageUp");
    expect(card()?.dataset["step"]).toBe("seen");
    press("PageUp");
    expect(card()?.dataset["step"]).toBe("question");
    stop();
  });

  it("is not offered when the answer has been seen", () => {
    const playground = open("#s=batching");
    fireEvent.click(button(presentWords.next.en));
    doing(() => playground.actions.seek(8000));
    expect(screen.queryByRole("button", { name: answerWords.draw.en })).toBeNull();
  });
});

describe("the cards of the lesson", () => {
  const each = allScenarios.flatMap(({ id }) =>
    LANGUAGES.map((language) => [id, language] as const),
  );
  it.each(each)(
    "of %s in %s: every step in order, and no answer before its run has shown it",
    async (id, language) => {
      const { question, answers, notice, revision } = scenarioOf(catalogue, id);
      const { why, twin } = await loadSequel(id);
      const playground = open(`#s=${revision === 1 ? id : `${id}.${revision}`}`, language);
      const text = () => card()?.textContent ?? "";
      const next = () => fireEvent.click(button(presentWords.next[language]));
      const rightOf = (all: readonly Answer[]) => all.find(({ right }) => right) as Answer;
      const goOn = async (kind: string) => {
        next();
        expect(card()?.dataset["step"]).toBe(kind);
        // What follows the verdict is loaded.
        await waitFor(() => expect(card()?.children.length).toBeGreaterThan(2));
      };
      const expectAsked = (asked: Text, all: readonly Answer[]) => {
        expect(text()).toContain(asked[language]);
        for (const answer of all) expect(text()).toContain(answer.text[language]);
        for (const answer of all) expect(text()).not.toContain(answer.why[language]);
      };
      const expectTold = (all: readonly Answer[]) => {
        expect(text()).toContain(rightOf(all).text[language]);
        expect(text()).toContain(rightOf(all).why[language]);
      };
      const stopMs = () => {
        const atMs = showsAtMsOf(playground.store.getState());
        if (atMs === null) throw new Error("the run of the question is not on the page");
        return atMs;
      };
      expect(card()).toBeNull();
      await goOn("question");
      expectAsked(question, answers);
      await goOn("seen");
      expect(text()).toContain(presentWords.playFirst[language]);
      await goOn("answer");
      expect(text()).toContain(presentWords.sealed[language]);
      expect(text()).not.toContain(rightOf(answers).why[language]);
      doing(() => playground.actions.seek(stopMs()));
      expectTold(answers);
      for (const each of notice) {
        await goOn("notice");
        expect(text()).toContain(each[language]);
      }
      await goOn("why");
      expectAsked(why.question, why.answers);
      await goOn("because");
      expectTold(why.answers);
      await goOn("twin");
      expectAsked(twin.question, twin.answers);
      expect(playground.position().timeMs).toBe(0);
      expect(stopMs()).toBe(twin.showsAtMs);
      await goOn("twinSeen");
      expect(text()).toContain(presentWords.playFirst[language]);
      await goOn("twinAnswer");
      expect(text()).toContain(presentWords.sealed[language]);
      doing(() => playground.actions.seek(stopMs()));
      expectTold(twin.answers);
      await goOn("learned");
      expect(text()).toContain(LESSON_PLANS[id].learned[language]);
      expect(button(presentWords.next[language]).disabled).toBe(true);
    },
  );

  const kinds = () => stepsOf(scenarioOf(catalogue, "fast-producer")).map(({ kind }) => kind);
  const goTo = (playground: Playground, kind: string) =>
    doing(() => playground.actions.setPresenting({ step: kinds().indexOf(kind as "why") + 1 }));

  it.each(["answer", "notice", "why", "because", "learned"])(
    "the card “%s” holds back what would give the answer away until it is asked for",
    async (kind) => {
      const playground = open();
      goTo(playground, kind);
      expect(card()?.textContent).toContain(presentWords.sealed.en);
      fireEvent.click(button(presentWords.show.en));
      await waitFor(() => expect(card()?.textContent).not.toContain(presentWords.sealed.en));
    },
  );

  it("beside a card the run plays until its answer shows, and pauses there by itself", async () => {
    const playground = open();
    goTo(playground, "seen");
    fireEvent.click(button(presentWords.play.en));
    doing(() => {
      for (let frame = 0; frame < 400; frame++) playground.frame(16);
    });
    expect(playground.store.getState()).toMatchObject({ playing: false, paused: "lesson" });
    expect(card()?.textContent).toContain(
      scenarioOf(catalogue, "fast-producer").answers[0]?.text.en,
    );
  });

  it("without a card nothing pauses", () => {
    const playground = open();
    doing(playground.actions.play);
    doing(() => {
      for (let frame = 0; frame < 400; frame++) playground.frame(16);
    });
    expect(playground.position().timeMs).toBeGreaterThan(5000);
  });

  it("the run is the card's: the twin's, and the scenario's own again on the way back", async () => {
    const playground = open();
    const values = () => playground.store.getState().experiment.values;
    goTo(playground, "twin");
    await waitFor(() => expect(values()).toMatchObject({ producerDelayMs: 20 }));
    goTo(playground, "because");
    await waitFor(() => expect(values()).toEqual({}));
    // What a lecturer has set stays while the cards are about the same question.
    doing(() => playground.actions.setValue(0, "consumerDelayMs", 50));
    goTo(playground, "question");
    expect(values()).toEqual({ consumerDelayMs: 50 });
  });

  it("a card can be closed without going back to the first", () => {
    const playground = open();
    doing(() => playground.actions.setPresenting({ step: 2 }));
    fireEvent.click(button("Close the card"));
    expect(card()).toBeNull();
  });
});

describe("the lecturer's buttons", () => {
  it("blank the screen until the next press anywhere", () => {
    const playground = open();
    fireEvent.click(button("Blank the screen"));
    expect(playground.store.getState().presenting?.blank).toBe(true);
    fireEvent.click(button("Show the screen again"));
    expect(playground.store.getState().presenting?.blank).toBe(false);
  });

  it("show the keys, and leave", () => {
    const playground = open();
    const tools = within(screen.getByRole("navigation", { name: "Presenter’s tools" }));
    fireEvent.click(tools.getByRole("button", { name: "Keys" }));
    expect(playground.store.getState().dialog).toBe("help");
    fireEvent.click(tools.getByRole("button", { name: "Leave presentation" }));
    expect(playground.store.getState().presenting).toBeNull();
  });
});

describe("the screen", () => {
  it("is requested as full screen, and a refusal leaves the presentation as it is", async () => {
    const ask = vi.fn(() => Promise.reject(new Error("not here")));
    document.documentElement.requestFullscreen = ask;
    const playground = open();
    await Promise.resolve();
    expect(ask).toHaveBeenCalledOnce();
    expect(playground.store.getState().presenting).not.toBeNull();
  });

  it("has large type with one lane and two, and the usual type with more", () => {
    const playground = open("#2.k=conflated");
    expect(document.documentElement.dataset["presenting"]).toBe("few");
    doing(playground.actions.addLane);
    expect(document.documentElement.dataset["presenting"]).toBe("many");
    cleanup();
    expect(document.documentElement.dataset["presenting"]).toBeUndefined();
  });
});
