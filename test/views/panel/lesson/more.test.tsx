import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../../src/i18n/index.ts";
import { readLink } from "../../../../src/store/index.ts";
import { More } from "../../../../src/views/panel/lesson/More.tsx";
import { words } from "../../../../src/views/panel/lesson/words.ts";
import { allScenarios } from "../../../support/everything.ts";
import { openPlayground, show } from "../../support.tsx";
import { teach } from "./lessons.ts";

afterEach(cleanup);

describe("what to try next", () => {
  it.each(LANGUAGES)("is a link that can be followed, copied or opened beside: %s", (language) => {
    const next = [
      {
        text: { ko: "전략을 바꾸기", en: "Change the strategy" },
        link: "s=fast-producer&k=unlimited",
      },
    ];
    teach("fast-producer", { next });
    show(openPlayground("", language), <More />);
    for (const { text, link } of next) {
      const anchor = screen.getByRole("link", { name: new RegExp(text[language]) });
      expect(anchor.getAttribute("href")).toBe(`#v=1&${link}`);
    }
  });

  it.each(
    allScenarios.flatMap(({ id, next }) => next.map(({ link, text }) => ({ id, link, text }))),
  )("$id: $link sets the page, and nothing is left out", ({ link, text }) => {
    expect(readLink(`v=1&${link}`).notices).toEqual([]);
    for (const language of LANGUAGES) expect(text[language].trim()).not.toBe("");
  });

  it.each(allScenarios)("$id leads to best practice", ({ id }) => {
    const playground = openPlayground(`#s=${id}`);
    show(playground, <More />);
    fireEvent.click(screen.getByRole("button", { name: words.practice.en }));
    expect(playground.store.getState().preferences.panel.tab).toBe("guide");
  });
});
