import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../../src/i18n/index.ts";
import { LESSON_PLANS } from "../../../../src/scenarios/index.ts";
import { readLink } from "../../../../src/store/index.ts";
import { More } from "../../../../src/views/panel/lesson/More.tsx";
import { words } from "../../../../src/views/panel/lesson/words.ts";
import { allScenarios, catalogue } from "../../../support/everything.ts";
import { doing, openPlayground, show } from "../../support.tsx";
import { taught } from "./lessons.ts";

afterEach(cleanup);

describe("the plan", () => {
  it("is the goal until the answer is given, then what was learned and the next lesson", () => {
    const playground = openPlayground("#s=memory-leak");
    show(playground, <More />);
    const plan = LESSON_PLANS["memory-leak"];
    expect(screen.getByText(plan.goal.en)).toBeDefined();
    expect(screen.getByRole("link", { name: /^builds on: Fast producer/ })).toBeDefined();
    expect(screen.queryByText(plan.learned.en)).toBeNull();
    doing(() => playground.actions.setLesson({ shown: true }));
    expect(screen.getByText(plan.learned.en)).toBeDefined();
    const link = screen.getByRole("link", { name: /^Next lesson: System overload/ });
    expect(link.getAttribute("href")).toBe("#v=1&s=system-overload.2");
  });
});

describe("what to try next", () => {
  it.each(LANGUAGES)("is a link that can be followed, copied or opened beside: %s", (language) => {
    const next = [
      {
        text: { ko: "전략을 바꾸기", en: "Change the strategy" },
        link: "s=fast-producer&k=unlimited",
      },
    ];
    show(openPlayground("", language, taught("fast-producer", { next })), <More />);
    for (const { text, link } of next) {
      const anchor = screen.getByRole("link", { name: new RegExp(text[language]) });
      expect(anchor.getAttribute("href")).toBe(`#v=1&${link}`);
    }
  });

  it.each(
    allScenarios.flatMap(({ id, next }) => next.map(({ link, text }) => ({ id, link, text }))),
  )("$id: $link sets the page, and nothing is left out", ({ link, text }) => {
    expect(readLink(catalogue, `v=1&${link}`).notices).toEqual([]);
    for (const language of LANGUAGES) expect(text[language].trim()).not.toBe("");
  });

  it.each(allScenarios)("$id leads to best practice", ({ id }) => {
    const playground = openPlayground(`#s=${id}`);
    show(playground, <More />);
    fireEvent.click(screen.getByRole("button", { name: words.practice.en }));
    expect(playground.store.getState().preferences.panel.tab).toBe("guide");
  });
});
