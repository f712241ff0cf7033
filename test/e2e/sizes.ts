import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { LANGUAGES } from "../../src/i18n/index.ts";
import { answerWords as chooserAnswers } from "../../src/views/panel/guide/chooser-words.ts";
import { answerWords } from "../../src/views/panel/lesson/answer-words.ts";
import { PHONE_TABS } from "../../src/views/panel/tabs.ts";
import { laneToolWords } from "../../src/views/stage/lanes/lane-tool-words.ts";
import { words } from "../../src/views/stage/transport/words.ts";
import type { Checks } from "./check.ts";
import { overflowOf, watchOverflow } from "./watch.ts";
import { wordsCutOff } from "./words-cut-off.ts";

const PHONE = { width: 390, height: 844 };

/** Sizes of windows, from the projector to the phone. */
export const sizes: Checks = [
  {
    name: "390x844: the share dialog is inside the window",
    context: { viewport: PHONE, hasTouch: true, isMobile: true },
    async run(desk, page) {
      await desk.open("v=1&t=9000");
      await desk.openShare();
      assert.equal((await overflowOf(page)).right, 0);
      const box = await desk.dialog.boundingBox();
      assert.ok(box !== null && box.x >= 0 && box.x + box.width <= PHONE.width);
    },
  },
  {
    name: "390x844: the menu of a lane opens inside the window, wherever its button is",
    context: { viewport: PHONE, hasTouch: true, isMobile: true },
    async run(desk, page) {
      for (const link of ["v=1&t=0", "v=1&k=rendezvous", "v=1&k=bounded&2.k=conflated"]) {
        await desk.open(link);
        // With several lanes, it is among the settings of the selected one.
        if (link.includes("2.k")) await desk.openSettings();
        const menus = desk.button(laneToolWords.menu);
        await menus.first().waitFor();
        for (const menu of await menus.all()) {
          await menu.tap();
          const sheet = page.locator(
            ":is([data-lane], [data-lane-tools]) [data-above]:not([hidden])",
          );
          await sheet.waitFor();
          assert.equal((await overflowOf(page)).right, 0, link);
          const { x = -1, width = 0 } = (await sheet.boundingBox()) ?? {};
          assert.ok(x >= 0 && x + width <= PHONE.width, `${link}: from ${x}, ${width} px wide`);
          await page.keyboard.press("Escape");
        }
      }
    },
  },
  {
    // Their room is known only once they are in place: what is drawn before must not widen the page.
    name: "390x844: the strips open without making the page wider even for a moment",
    context: { viewport: PHONE, hasTouch: true, isMobile: true },
    async run(desk, page) {
      await desk.open("v=1&s=circuit-breaker.2&t=9000");
      await desk.openTab("settings");
      const mostRight = await watchOverflow(page);
      await desk.openTab("strips");
      await page.locator("[data-plot] svg").first().waitFor();
      assert.equal(await mostRight(), 0);
    },
  },
  {
    name: "390x844: a finger plays, steps and scrubs; the play button stays in reach while scrolling",
    context: { viewport: PHONE, hasTouch: true, isMobile: true },
    async run(desk, page) {
      await desk.open("v=1&t=3000");
      assert.ok(((await desk.playButton.boundingBox())?.y ?? 9999) < PHONE.height);
      await desk.playButton.tap();
      await desk.timePasses(3200);
      await desk.pauseButton.tap();
      await desk.assertNumbersOfLink();
      await desk.button(words.stepForward).tap();
      await desk.assertNumbersOfLink();
      const spanMs = Number(await desk.timeline.getAttribute("max"));
      const box = await desk.timeline.boundingBox();
      assert.ok(box !== null);
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      assert.ok(Math.abs((await desk.timeMs()) - spanMs / 2) < spanMs / 20);
      for (const name of [words.play, words.stepForward, words.stepBack, words.restart]) {
        const { width = 0, height = 0 } = (await desk.button(name).boundingBox()) ?? {};
        assert.ok(width >= 40 && height >= 36, `${name.en}: ${width} x ${height}`);
      }
    },
  },
  {
    name: "390x844: whatever a finger presses is 44 px high, in every tab, before the answer and after it",
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    async run(desk, page) {
      // A lesson that builds on another, and a run with alerts.
      await desk.open("v=1&s=memory-leak.2&t=5000");
      for (const tab of PHONE_TABS) {
        await desk.openTab(tab);
        const tops = await page
          .getByRole("tab")
          .evaluateAll((tabs) => tabs.map((each) => each.getBoundingClientRect().top));
        assert.equal(new Set(tops).size, 1, `${tab}: the tabs take another row`);
        await page.locator(`[data-tab=${tab}] :is([data-param], ${PRESSED})`).first().waitFor();
        assert.deepEqual(await lowTargets(page), [], tab);
      }
      await desk.button(chooserAnswers.channel).tap();
      await desk.button(chooserAnswers.yes).waitFor();
      assert.deepEqual(await lowTargets(page), [], "a step of best practice");
      await desk.openTab("lesson");
      for (const words of [answerWords.show, answerWords.toWhy, answerWords.fold] as const) {
        await desk.button(words).tap();
        assert.deepEqual(await lowTargets(page), [], words.en);
      }
    },
  },
  ...(LANGUAGES.flatMap((language) =>
    [390, 320].map((width) => ({
      name: `${width} px, ${language}, for fingers: the time and its unit are on one line`,
      context: {
        viewport: { width, height: 844 },
        locale: language,
        hasTouch: true,
        isMobile: true,
      },
      async run(desk, page) {
        desk.language = language;
        await desk.open("v=1&t=9000");
        const time = (await page.getByTestId("time").boundingBox())?.height ?? 99;
        assert.ok(time < 30, `the time is ${time} px high`);
      },
    })),
  ) satisfies Checks),
  {
    name: "844x390: the sentence under the picture is not cut off",
    context: { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true },
    async run(desk, page) {
      for (const link of ["v=1&t=3250", "v=1&s=akka&t=3200"]) {
        await desk.open(link);
        const isCut = await page
          .getByTestId("caption")
          .evaluate(
            ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
              scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
          );
        assert.equal(isCut, false, link);
      }
    },
  },
  ...(LANGUAGES.flatMap((language) =>
    [320, 390, 1280].map((width) => ({
      name: `${width} px, ${language}: every word of the picture is inside it`,
      context: { viewport: { width, height: 800 }, locale: language },
      async run(desk, page) {
        desk.language = language;
        const cut: string[] = [];
        for (const link of [
          "v=1&k=drop-oldest&t=59000",
          "v=1&k=try-send&p=1&w=8&t=59000",
          "v=1&t=9050&w=3",
          "v=1&s=memory-leak&t=59000",
          "v=1&s=memory-leak&k=bounded&cap=10000&p=0&t=5000",
          "v=1&k=rendezvous&t=9000",
        ]) {
          await desk.open(link);
          cut.push(...(await wordsCutOff(page)).map((word) => `${link}: ${word}`));
        }
        assert.deepEqual(cut, []);
      },
    })),
  ) satisfies Checks),
  {
    name: "a window that changes its size: everything follows",
    async run(desk, page) {
      await desk.open("v=1&t=9000");
      for (const width of [1920, 1024, 700, 400, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await settled(page);
        assert.equal((await overflowOf(page)).right, 0, `${width} px`);
        const inside = await page.evaluate(() =>
          [...document.querySelectorAll(".picture svg, [data-plot] svg")].every((node) => {
            const parent = node.parentElement?.getBoundingClientRect();
            return (parent?.width ?? 0) + 1 >= node.getBoundingClientRect().width;
          }),
        );
        assert.ok(inside, `a picture is wider than its place at ${width} px`);
      }
    },
  },
];

/** Waits until a page has adapted to the new size of its window: until nothing sticks out, or for 3 s. */
async function settled(page: Page): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await page.waitForTimeout(150);
    if ((await overflowOf(page)).right === 0) return;
  }
}

/** Everything that can be pressed. */
const PRESSED = "a[href], button, select, input, summary";

/** The targets that are too low for a finger, except the timeline, which is as wide as the window, and words in a text. */
function lowTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    (pressed) =>
      [...document.querySelectorAll<HTMLElement>(pressed)]
        .filter((target) => target.checkVisibility() && target.closest("[data-axis]") === null)
        .filter((target) => {
          const text = target.closest("p, li")?.textContent ?? "";
          const isInText = getComputedStyle(target).display === "inline";
          return !(isInText && text.length > (target.textContent ?? "").length + 3);
        })
        .map((target) => ({
          target,
          // A label is a part of the target that it names.
          field: [target, target.closest("label") ?? target]
            .map((node) => node.getBoundingClientRect())
            .reduce((one, other) => (other.height > one.height ? other : one)),
        }))
        .filter(({ field: { width, height } }) => width > 1 && height > 1 && height < 43.5)
        .map(({ target, field }) => `${target.tagName} ${target.textContent} ${field.height} px`),
    PRESSED,
  );
}
