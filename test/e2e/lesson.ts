import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { LANGUAGES } from "../../src/i18n/index.ts";
import {
  type Answer,
  LIBRARY_OPERATORS,
  loadSequel,
  scenarioOf,
} from "../../src/scenarios/index.ts";
import {
  answerWords as chooserAnswers,
  chooserWords,
} from "../../src/views/panel/guide/chooser-words.ts";
import { answerWords } from "../../src/views/panel/lesson/answer-words.ts";
import { words as lessonWords } from "../../src/views/panel/lesson/words.ts";
import { sketchWords } from "../../src/views/stage/strips/sketch/sketch-words.ts";
import { catalogue } from "../support/everything.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";
import { isCovered } from "./is-covered.ts";

/** The answers to the question, in order. */
const answers = (desk: Desk) =>
  desk.page.getByRole("list", { name: desk.say(answerWords.answers) }).getByRole("button");

/** Presses a key that moves the focus until a given button has it. */
async function reach(page: Page, button: Locator, key: string): Promise<void> {
  await button.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await button.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not lead to ${await button.textContent()}`);
}

/** The lesson, with the question, claim and reality; and best practice. */
export const lesson: Checks = [
  {
    name: "nothing shifts after a lesson has been opened",
    async run(desk, page) {
      await page.addInitScript(`
        globalThis.shifts = [];
        new PerformanceObserver((list) => {
          for (const { sources } of list.getEntries()) {
            for (const { node } of sources) {
              const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
              if (element?.closest("[role=tabpanel]")) shifts.push(element.textContent);
            }
          }
        }).observe({ type: "layout-shift", buffered: true });
      `);
      for (const link of ["v=1", "v=1&p=50&seed=7", "v=1&s=memory-leak"]) {
        // Following a link on the same page would be allowed to move what it changes.
        await page.goto("about:blank");
        await desk.open(link);
        await answers(desk).first().waitFor();
        await page.waitForTimeout(300);
        assert.deepEqual(await page.evaluate("globalThis.shifts"), [], link);
      }
    },
  },
  ...(LANGUAGES.map((language) => ({
    name: `${language}: every step of a lesson, including a drawn prediction, by keyboard alone`,
    context: { locale: language },
    async run(desk, page) {
      desk.language = language;
      await desk.open();
      const { answers: own } = scenarioOf(catalogue, "fast-producer");
      const { why, twin } = await loadSequel("fast-producer");
      const stage = (name: string) => page.locator(`[data-stage=${name}]`).waitFor();
      const press = async (button: Locator, key = "Tab") => {
        await reach(page, button, key);
        await page.keyboard.press("Enter");
      };
      const choice = (list: readonly Answer[], right: boolean) =>
        page
          .locator("[data-stage] ol")
          .getByRole("button")
          .nth(list.findIndex((answer) => answer.right === right));

      await press(desk.button(answerWords.draw));
      const slider = page.getByRole("slider", { name: desk.say(sketchWords.expected) });
      await slider.and(page.locator(":focus")).waitFor();
      for (let n = 0; n < 10; n++) await page.keyboard.press("ArrowUp");
      for (let n = 0; n < 24; n++) await page.keyboard.press("ArrowRight");
      await stage("run");
      assert.equal(await page.locator("[data-gap]").count(), 0);
      await press(desk.button(answerWords.play), "Shift+Tab");
      await stage("observe");
      assert.equal(await page.locator("[data-verdict]:not([data-verdict=open])").count(), 0);
      await page.locator("[data-gap][d^=M]").waitFor();
      await press(choice(own, true));
      await stage("verdict");
      await page.locator("[data-verdict=right]").waitFor();

      await press(desk.button(answerWords.toWhy));
      await page.getByText(why.question[language]).waitFor();
      await press(choice(why.answers, false));
      await page.locator("[data-verdict=guessedWrong]").waitFor();

      await press(desk.button(answerWords.toTwin));
      await page.getByText(twin.question[language]).waitFor();
      await press(choice(twin.answers, true));
      await press(desk.button(answerWords.play));
      await stage("observe");
      assert.equal(await desk.timeMs(), twin.showsAtMs);
      await desk.assertNumbersOfLink();
      await press(choice(twin.answers, true));
      await page.locator("[data-verdict=guessedRight]").waitFor();
      await press(desk.button(answerWords.done));
      await stage("folded");
    },
  })) satisfies Checks),
  ...([
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ].map((viewport) => ({
    name: `${viewport.width}x${viewport.height}: a drag draws a prediction and moves neither the play head nor the page`,
    context: { viewport },
    async run(desk, page) {
      await desk.open("v=1&s=memory-leak.2");
      await desk.button(answerWords.draw).click();
      const sheet = page.locator("[data-sheet]");
      await sheet.waitFor();
      const { x, y, width, height } = (await sheet.boundingBox()) ?? assert.fail("no sheet");
      await page.mouse.move(x + 2, y + height - 2);
      await page.mouse.down();
      await page.mouse.move(x + width - 2, y + 2, { steps: 12 });
      await page.mouse.up();
      // From corner to corner: every point is drawn, in one line.
      const line = (await page.locator("[data-drawn]").getAttribute("d")) ?? "";
      assert.match(line, /^M[^M]+$/);
      assert.equal(line.split("L").length, 25);
      assert.equal(await desk.timeMs(), 0);
      assert.equal(await page.evaluate(() => scrollY), 0);
      // The strip has room for everything that could arrive by then: 5,000 elements.
      const top = await page.locator("[data-plot=depth] [data-top]").getAttribute("data-top");
      assert.ok(Number(top) >= 5000, `${top}`);
    },
  })) satisfies Checks),
  ...([
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ].map((viewport) => ({
    name: `${viewport.width}x${viewport.height}: a finger draws a prediction with five lanes and without the strip of depth`,
    context: { viewport, hasTouch: true, isMobile: true },
    async run(desk, page) {
      await desk.open("v=1&s=replenishing");
      await page.locator("[data-lane='2']").click({ position: { x: 10, y: 10 } });
      await desk.button(answerWords.draw).click();
      const sheet = page.locator("[data-sheet]");
      await sheet.waitFor();
      // It is drawn once before its strip is measured, when it is still too wide.
      await page.waitForFunction(() => {
        const [drawn, field] = ["[data-sheet]", "[data-field]"].map(
          (part) => document.querySelector(part)?.getBoundingClientRect().right ?? 0,
        );
        return (drawn ?? 0) <= (field ?? 0);
      });
      assert.ok(!(await isCovered(sheet)), "the sheet is covered");
      const scrolled = await page.evaluate(() => scrollY);
      const { x, y, width, height } = (await sheet.boundingBox()) ?? assert.fail("no sheet");
      assert.ok(y + height <= viewport.height, `the sheet ends at ${y + height}`);
      assert.ok(height >= 44, `${height} px are too low for a finger`);
      const touches = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", share: number) =>
        touches.send("Input.dispatchTouchEvent", {
          type,
          touchPoints:
            type === "touchEnd"
              ? []
              : [{ x: x + 2 + share * (width - 4), y: y + height - 2 - share * (height - 4) }],
        });
      await touch("touchStart", 0);
      for (let step = 1; step <= 12; step++) await touch("touchMove", step / 12);
      await touch("touchEnd", 1);
      const line = (await page.locator("[data-drawn]").getAttribute("d")) ?? "";
      assert.equal(line.split("L").length, 25);
      assert.equal(await page.evaluate(() => scrollY), scrolled);
      assert.match((await page.locator("[data-sketch] small").textContent()) ?? "", /Pekko/);
      await desk.button(answerWords.toQuestion).click();
      await page.locator("[data-stage=run]").waitFor();
      await desk.button(answerWords.choose).click();
      await page.locator("[data-stage=predict]").waitFor();
    },
  })) satisfies Checks),
  {
    name: "a guess is marked, is not part of the link, and can be taken back",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      const link = await desk.link();
      const list = scenarioOf(catalogue, "fast-producer").answers;
      await answers(desk)
        .nth(list.findIndex(({ right }) => !right))
        .click();
      await desk.button(answerWords.show).click();
      await page.locator("[data-verdict=guessedWrong]").waitFor();
      await page.locator("[data-verdict=right]").waitFor();
      assert.equal(await desk.link(), link);
      await desk.button(answerWords.again).click();
      assert.equal(await page.locator("[data-verdict=open]").count(), list.length);
    },
  },
  {
    name: "with other settings the question leads back to its own",
    async run(desk) {
      await desk.open("v=1&t=4000");
      await desk.setField("producerDelayMs", "20");
      await desk.button(answerWords.back).click();
      await desk.button(answerWords.back).waitFor({ state: "detached" });
      assert.equal(await desk.assertNumbersOfLink(), "v=1&s=fast-producer&t=4000");
    },
  },
  {
    name: "best practice: from what to notice to a strategy, and back by the browser",
    async run(desk, page) {
      await desk.open("v=1&s=memory-leak.2");
      await desk.button(lessonWords.practice).click();
      await desk.button(chooserAnswers.channel).click();
      await desk.button(chooserAnswers.yes).click();
      await desk.button(chooserAnswers.newest).click();
      await page
        .getByRole("link", { name: desk.say(chooserWords.see) })
        .first()
        .click();
      await page.waitForFunction(
        (link) => location.hash === `#v=1&${link}`,
        LIBRARY_OPERATORS.channel.newest.link,
      );
      assert.equal(await desk.strategy.inputValue(), "conflated");
      assert.equal(await desk.tab("guide").getAttribute("aria-selected"), "true");
      await page.goBack();
      await page.waitForFunction(() => location.hash.includes("memory-leak"));
      await desk.assertNumbersOfLink();
    },
  },
  ...(LANGUAGES.flatMap((language) =>
    [
      { width: 1280, height: 720 },
      { width: 390, height: 844 },
    ].map((viewport) => ({
      name: `${viewport.width}x${viewport.height}, ${language}: best practice by keyboard alone, up to RxJava’s operator on the page`,
      context: { locale: language, viewport },
      async run(desk, page) {
        desk.language = language;
        await desk.open("v=1&s=memory-leak.2");
        await desk.openTab("guide");
        await desk.button(chooserAnswers.rxjava).focus();
        await page.keyboard.press("Enter");
        // Each step takes the focus with it: Tab leads to its first answer, and then to the next.
        for (const steps of [1, 2, 2, 1]) {
          for (let n = 0; n < steps; n++) await page.keyboard.press("Tab");
          await page.keyboard.press("Enter");
        }
        const code = page.getByText(LIBRARY_OPERATORS.rxjava.recent.code);
        await code.waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= viewport.width, `${wide} wide`);
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await desk.scenarioIs("rxjava");
        assert.match(await desk.link(), /xo=drop-oldest/);
        assert.equal(await desk.strategy.inputValue(), "rx-buffer");
        await desk.assertNumbersOfLink();
      },
    })),
  ) satisfies Checks),
];
