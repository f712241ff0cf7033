/** What must hold in every scenario, however the page looks. Each is checked at a stop of a tour. */
import type { Locator } from "playwright-core";
import { loadSequel } from "../../src/scenarios/index.ts";
import { answerWords } from "../../src/views/panel/lesson/answer-words.ts";
import { PHONE_TABS } from "../../src/views/panel/tabs.ts";
import { allScenarios, type NamedScenario } from "../support/everything.ts";
import { violations } from "./axe.ts";
import type { Desk } from "./desk.ts";
import { foreignWords } from "./foreign-words.ts";
import { isCovered } from "./is-covered.ts";
import { overflowOf } from "./watch.ts";
import { wordsCutOff } from "./words-cut-off.ts";

/** Something to check on the page of a scenario. */
export interface Sight {
  readonly name: string;
  /** The problems found; empty if there are none. */
  problems(desk: Desk, scenario: NamedScenario): Promise<readonly string[]>;
}

/** Where a part ends, in px from the top of the window; null if it is not visible. */
async function footOf(part: Locator): Promise<number | null> {
  await part.waitFor();
  const box = await part.boundingBox();
  return box === null ? null : box.y + box.height;
}

/** The problem that a part ends below the window; empty if it ends inside it. */
async function seenWhole(desk: Desk, what: string, part: Locator): Promise<string[]> {
  const foot = await footOf(part);
  const height = desk.page.viewportSize()?.height ?? 0;
  return foot !== null && foot <= height ? [] : [`${what}: ends at ${foot} px`];
}

const secondSetting = (desk: Desk) => desk.page.locator("[data-param]").nth(1);
const lastReason = (desk: Desk) => desk.page.locator("[data-verdict]").last();

/** Two settings are in sight before a guess, and all explanations are in sight after a wrong one. */
export const aWrongGuess: Sight = {
  name: "two settings in sight before a guess, the reasons after a wrong one",
  async problems(desk, { answers }) {
    const problems = await seenWhole(desk, "settings before a guess", secondSetting(desk));
    const wrong = answers.findIndex(({ right }) => !right);
    const list = desk.page.getByRole("list", { name: desk.say(answerWords.answers) });
    await list.getByRole("button").nth(wrong).click();
    await desk.button(answerWords.show).click();
    await desk.page.locator("[data-verdict=guessedWrong]").waitFor();
    // The panel ends with the window; what does not fit scrolls inside it, below the answers.
    problems.push(...(await seenWhole(desk, "panel", desk.page.getByRole("tabpanel"))));
    return [...problems, ...(await seenWhole(desk, "reasons", lastReason(desk)))];
  },
};

/** Two settings are in sight with "why?" and with the twin question, and all explanations after a guess. */
export const whyAndTwin: Sight = {
  name: "the same beside “why?” and the twin question",
  async problems(desk, { id }) {
    const { why, twin } = await loadSequel(id);
    await desk.button(answerWords.toWhy).click();
    await desk.page.getByText(desk.say(why.question)).waitFor();
    const problems = await seenWhole(desk, "settings beside why", secondSetting(desk));
    await desk.button(answerWords.show).click();
    await desk.button(answerWords.toTwin).click();
    await desk.page.getByText(desk.say(twin.question)).waitFor();
    problems.push(...(await seenWhole(desk, "settings beside the twin", secondSetting(desk))));
    await desk.button(answerWords.show).click();
    return [...problems, ...(await seenWhole(desk, "reasons of the twin", lastReason(desk)))];
  },
};

/** The heading that a button of the lesson leads to is in sight beneath the stage, not behind it. */
export const lessonBeneathTheStage: Sight = {
  name: "what a button of the lesson leads to, beneath the stage",
  async problems(desk) {
    const problems: string[] = [];
    await desk.button(answerWords.show).click();
    for (const [next, heading] of [
      [answerWords.toWhy, answerWords.why],
      [answerWords.toTwin, answerWords.twin],
    ] as const) {
      await desk.button(next).click();
      const part = desk.page.getByRole("heading", { name: desk.say(heading) });
      await part.waitFor();
      if (await isCovered(part)) problems.push(`${heading.en} is covered`);
      await desk.button(answerWords.show).click();
    }
    return problems;
  },
};

/** A slider of the lesson does not move while it is dragged, neither at the first change nor at a later one. */
export const sliderStays: Sight = {
  name: "the slider in hand stays where it is",
  async problems({ page }) {
    const slider = page.locator("[data-tab=lesson] [data-param] input[type=range]").first();
    await slider.scrollIntoViewIfNeeded();
    const topOf = () => slider.evaluate((node) => node.getBoundingClientRect().top);
    const { x = 0, y = 0, width = 0, height = 0 } = (await slider.boundingBox()) ?? {};
    const top = await topOf();
    const problems: string[] = [];
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    for (const share of [0.35, 0.6, 0.8, 0.1]) {
      await page.mouse.move(x + share * width, y + height / 2);
      const now = await topOf();
      if (Math.abs(now - top) > 0.5) problems.push(`it moves by ${now - top} px`);
    }
    await page.mouse.up();
    return problems;
  },
};

/** One screen, without scrolling. */
export const oneScreen: Sight = {
  name: "one screen",
  async problems({ page }) {
    const { right, down } = await overflowOf(page);
    return right > 0 || down > 0 ? [`scrolls ${right} px sideways, ${down} px down`] : [];
  },
};

/** Nothing scrolls sideways. */
export const notSideways: Sight = {
  name: "nothing scrolls sideways",
  async problems({ page }) {
    const { right } = await overflowOf(page);
    return right > 0 ? [`scrolls ${right} px sideways`] : [];
  },
};

async function topOfPicture({ page }: Desk): Promise<number | undefined> {
  return (await page.locator("[data-picture]").first().boundingBox())?.y;
}

/** With one lane, the picture has half of the window, even in the smallest windows of a desk. */
export const halfOfTheWindow: Sight = {
  name: "the picture has half of the window",
  async problems(desk) {
    const { page } = desk;
    const first = page.viewportSize() ?? { width: 0, height: 0 };
    const problems: string[] = [];
    if ((await page.locator("[data-lane]").count()) > 1) return problems;
    for (const size of [first, { width: 1024, height: 768 }, { width: 1024, height: 600 }]) {
      await desk.resize(size.width, size.height);
      const box = await page.locator("[data-picture]").boundingBox();
      const share = (box?.height ?? 0) / size.height;
      if (share < 0.5) problems.push(`${size.width}x${size.height}: ${(100 * share).toFixed(1)} %`);
    }
    await desk.resize(first.width, first.height);
    return problems;
  },
};

/** The scenario offers its strategies and opens with its first; each fits one screen and shows the numbers of its run. */
export const eachStrategy: Sight = {
  name: "its strategies, their numbers",
  async problems(desk, scenario) {
    const problems: string[] = [];
    const options = desk.strategy.locator("option");
    const offered = await options.evaluateAll((list) => list.map((it) => it.getAttribute("value")));
    const opened = await desk.strategy.inputValue();
    const top = await topOfPicture(desk);
    if (offered.join() !== scenario.strategies.join()) problems.push(`offers ${offered.join()}`);
    if (opened !== scenario.strategies[0]) problems.push(`opens with ${opened}`);
    for (const strategy of scenario.strategies) {
      await desk.strategy.selectOption(strategy);
      await desk.assertNumbersOfLink();
      if (scenario.lanes === undefined && (await topOfPicture(desk)) !== top) {
        problems.push(`${strategy}: the picture has moved`);
      }
      const found = await oneScreen.problems(desk, scenario);
      problems.push(...found.map((problem) => `${strategy}: ${problem}`));
    }
    return problems;
  },
};

/** Where the lesson has stopped, the play head and its foot are clear of the names at the right end of the strips. */
export const headStandsClear: Sight = {
  name: "the play head beside the names of the strips",
  async problems(desk) {
    await desk.stripsDrawn();
    const met = await desk.page.evaluate((atTheRightPx) => {
      const head = document.querySelector("[data-play-head]")?.getBoundingClientRect();
      if (head === undefined) return ["there is no play head"];
      return [...document.querySelectorAll("[data-plot] svg text")]
        .filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return right > innerWidth - atTheRightPx && left < head.right;
        })
        .map((text) => text.textContent ?? "");
    }, 40);
    return met.map((name) => `it lies over ${name}`);
  },
};

/** Every word of the picture is inside it, to within a px. */
export const wordsInside: Sight = {
  name: "words inside of the picture",
  async problems({ page }) {
    const cut = await wordsCutOff(page);
    return cut.map((word) => `stands out of the picture: ${word}`);
  },
};

/** The name of the scenario is not cut off. */
export const nameIsWhole: Sight = {
  name: "a whole name",
  async problems({ page }) {
    const name = page.locator("button[data-scenario] > span:not(.visually-hidden)");
    const isCut = await name.evaluate(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
    );
    return isCut ? ["its name is cut"] : [];
  },
};

/** The notice about a link with mistakes has room for its words within the window. */
export const noticeIsRead: Sight = {
  name: "what is said of the link can be read",
  async problems({ page }) {
    const notice = page.locator("section[role=alert] ul");
    await notice.waitFor();
    const { width, left, right } = await notice.evaluate((list) => {
      const { width, left, right } = list.getBoundingClientRect();
      return { width, left, right };
    });
    const window = page.viewportSize()?.width ?? 0;
    const isRead = width >= 200 && left >= 0 && right <= window;
    return isRead ? [] : [`${width} px wide, from ${left} to ${right}`];
  },
};

/** The list of tabs does not scroll: every tab is in sight. */
export const everyTab: Sight = {
  name: "every tab is in sight",
  async problems({ page }) {
    const { scrollWidth, clientWidth } = await page
      .getByRole("tablist")
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    const rights = await page
      .getByRole("tab")
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().right));
    const isOut = Math.max(...rights) > (page.viewportSize()?.width ?? 0);
    return isOut || scrollWidth > clientWidth
      ? [`${scrollWidth} px in ${clientWidth}, as far as ${Math.max(...rights)} px`]
      : [];
  },
};

/** The contents of these tabs do not depend on the scenario. */
const SAME_IN_ALL: ReadonlySet<string> = new Set(["guide"]);

/** Nothing scrolls sideways, whichever part of a phone's page is open. */
export const eachTabOfAPhone: Sight = {
  name: "no part scrolls sideways",
  async problems(desk, scenario) {
    const problems: string[] = [];
    for (const tab of PHONE_TABS) {
      if (SAME_IN_ALL.has(tab) && scenario !== allScenarios[0]) continue;
      await desk.openTab(tab);
      // With the answer come the wide parts: tables, and what the programs print.
      if (tab === "lesson") await desk.button(answerWords.show).click();
      await desk.page.evaluate(() => {
        for (const folded of document.querySelectorAll("details")) folded.open = true;
      });
      const found = await notSideways.problems(desk, scenario);
      problems.push(...found.map((problem) => `${tab}: ${problem}`));
    }
    return problems;
  },
};

/** Korean has no English left in it, and English no Korean. */
export const oneLanguage: Sight = {
  name: "one language",
  async problems(desk, scenario) {
    // biome-ignore lint/performance/useDomNodeTextContent: what is to be seen, without scripts and styles
    const text = await desk.page.locator("body").innerText();
    const words = new Set(foreignWords(text, desk.language, scenario));
    return [...words].map((word) => `a word of the other language: ${word}`);
  },
};

/** Axe finds nothing once nothing moves any more. */
export const axeFindsNothing: Sight = {
  name: "axe finds nothing",
  async problems(desk) {
    await desk.still();
    return violations(desk.page, "axe");
  },
};

/** Axe finds nothing wrong with the colours, which are all that differs between themes. */
export const coloursAreTold: Sight = {
  name: "axe finds nothing in the colours",
  async problems(desk) {
    await desk.still();
    return violations(desk.page, "axe", "colours");
  },
};
