import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LANGUAGES, type Language } from "../../../src/i18n/index.ts";
import type { Playground } from "../../../src/store/index.ts";
import { Present } from "../../../src/views/present/Present.tsx";
import { presentWords } from "../../../src/views/present/present-words.ts";
import { allScenarios } from "../../support/everything.ts";
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

describe("the cards of the lesson", () => {
  it.each(allScenarios.flatMap(({ id }) => LANGUAGES.map((language) => [id, language] as const)))(
    "of %s in %s: the question with its answers, the answer, what there is to notice",
    (id, language) => {
      open(`#s=${id}`, language);
      const scenario = allScenarios.find((other) => other.id === id);
      const next = () => fireEvent.click(button(presentWords.next[language]));
      expect(card()).toBeNull();
      next();
      expect(card()?.textContent).toContain(scenario?.question[language]);
      for (const { text } of scenario?.answers ?? []) {
        expect(card()?.textContent).toContain(text[language]);
      }
      const right = scenario?.answers.find((answer) => answer.right);
      if (right !== undefined) {
        next();
        expect(card()?.textContent).toContain(right.text[language]);
        expect(card()?.textContent).toContain(right.why[language]);
      }
      for (const text of scenario?.notice ?? []) {
        next();
        expect(card()?.textContent).toContain(text[language]);
      }
      expect(button(presentWords.next[language]).disabled).toBe(true);
    },
  );

  it("a card is closed without going back to the first", () => {
    const playground = open();
    doing(() => playground.actions.setPresenting({ step: 2 }));
    fireEvent.click(button("Close the card"));
    expect(card()).toBeNull();
  });
});

describe("the lecturer's buttons", () => {
  it("blank the screen until somebody presses anywhere", () => {
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
    fireEvent.click(tools.getByRole("button", { name: "Leave the presentation" }));
    expect(playground.store.getState().presenting).toBeNull();
  });
});

describe("the screen", () => {
  it("is asked for, and a refusal leaves the presentation as it is", async () => {
    const ask = vi.fn(() => Promise.reject(new Error("not here")));
    document.documentElement.requestFullscreen = ask;
    const playground = open();
    await Promise.resolve();
    expect(ask).toHaveBeenCalledOnce();
    expect(playground.store.getState().presenting).not.toBeNull();
  });

  it("type is large with one lane and two, and as ever with more", () => {
    const playground = open("#2.k=conflated");
    expect(document.documentElement.dataset["presenting"]).toBe("few");
    doing(playground.actions.addLane);
    expect(document.documentElement.dataset["presenting"]).toBe("many");
    cleanup();
    expect(document.documentElement.dataset["presenting"]).toBeUndefined();
  });
});
