import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { answerWords } from "../../src/views/panel/lesson/answer-words.ts";
import { tabWords } from "../../src/views/panel/tab-words.ts";
import { TABS } from "../../src/views/panel/tabs.ts";
import { presentWords } from "../../src/views/present/present-words.ts";
import { laneToolWords } from "../../src/views/stage/lanes/lane-tool-words.ts";
import { words as transportWords } from "../../src/views/stage/transport/words.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";
import { numbersOf } from "./expected.ts";
import { shellWords as words } from "./shell-words.ts";

/** Everything works without a pointer. */
export const keyboard: Checks = [
  {
    name: "Tab reaches every control, in the order of the page, and the focus is visible",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await desk.tab("settings").click();
      await desk.setField("capacity", "9");
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const reached = await walk(page);
      const wanted = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "button:not(:disabled), select, input, textarea, a[href], [tabindex='0']",
          ),
        ]
          .filter((node) => node.tabIndex >= 0 && node.checkVisibility())
          .map((node) => {
            node.dataset["wanted"] ??= String(Math.random());
            return { id: node.dataset["wanted"], html: node.outerHTML.slice(0, 100) };
          }),
      );
      assert.equal(wanted.length > 30, true, `${wanted.length} controls`);
      const focusable = new Set(reached.map(({ id }) => id));
      const missed = wanted.filter(({ id }) => !focusable.has(id));
      assert.deepEqual(
        missed.map(({ html }) => html),
        [],
      );
      const unseen = reached.filter(({ outline }) => outline === 0);
      assert.deepEqual(
        unseen.map(({ name }) => name),
        [],
      );
      const hidden = reached.filter(({ covered }) => covered);
      assert.deepEqual(
        hidden.map(({ name }) => name),
        [],
        "focus behind something",
      );
    },
  },
  {
    name: "a button that disappears when it is pressed passes the focus on",
    async run(desk, page) {
      await desk.open("v=1&k=bounded&2.k=unlimited&t=4000");
      const focused = () => page.evaluate(() => document.activeElement?.id);
      const menus = page.getByRole("button", { name: laneToolWords.menu.en });
      await menus.nth(1).press("Enter");
      await desk.button(laneToolWords.remove).press("Enter");
      assert.equal(await menus.count(), 1);
      assert.equal(await focused(), "picture");
      await desk.setField("producerDelayMs", "50");
      await desk.control("producerDelayMs").getByRole("button", { name: "back to" }).press("Enter");
      assert.ok(await desk.slider("producerDelayMs").evaluate((n) => n === document.activeElement));
      await desk.setField("producerDelayMs", "50");
      await desk.openTab("lesson");
      await desk.button(answerWords.back).press("Enter");
      await page.waitForFunction(() => document.activeElement?.closest("ol") !== null);
    },
  },
  {
    name: "Space plays and pauses, arrows step, Home goes back, + and - change the speed",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await page.keyboard.press("Space");
      await desk.pauseButton.waitFor();
      await page.waitForTimeout(200);
      await page.keyboard.press("Space");
      await desk.playButton.waitFor();
      const paused = await desk.timeMs();
      assert.ok(paused > 4000);
      await page.keyboard.press("ArrowRight");
      await desk.assertNumbersOfLink();
      const stepped = await desk.timeMs();
      assert.ok(stepped >= paused);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      assert.ok((await desk.timeMs()) <= stepped);
      await page.keyboard.press("+");
      assert.equal(await desk.speed.inputValue(), "2");
      await page.keyboard.press("-");
      await page.keyboard.press("-");
      assert.equal(await desk.speed.inputValue(), "0.5");
      await page.keyboard.press("Home");
      assert.deepEqual(await desk.numbers(), numbersOf("v=1"));
    },
  },
  {
    name: "Space plays while a slider has the focus; arrows belong to the slider",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await desk.tab("settings").click();
      for (const slider of [desk.slider("producerDelayMs"), desk.timeline]) {
        await slider.focus();
        await page.keyboard.press("Space");
        await desk.pauseButton.waitFor();
        await page.keyboard.press("Space");
        await desk.playButton.waitFor();
      }
      await desk.slider("workers").focus();
      await page.keyboard.press("ArrowRight");
      assert.equal(await desk.field("workers").inputValue(), "2");
    },
  },
  {
    name: "typing in a field never plays, steps or undoes",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await desk.tab("settings").click();
      await desk.field("capacity").focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("1 2-3+");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Home");
      assert.equal(await desk.timeMs(), 4000);
      await desk.playButton.waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await desk.field("capacity").inputValue(), "8");
    },
  },
  {
    name: "presented: a reload returns to the card, and to the blank screen",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await page.keyboard.press("p");
      const card = page.locator("[data-step]");
      for (const kind of ["question", "seen"]) {
        await page.keyboard.press("PageDown");
        await page.locator(`[data-step=${kind}]`).waitFor();
      }
      await page.reload();
      await page.locator("[data-step=seen]").waitFor();
      await page.keyboard.press("b");
      const blank = desk.button(presentWords.unblank);
      await blank.waitFor();
      await page.reload();
      await blank.waitFor();
      await page.keyboard.press("b");
      await blank.waitFor({ state: "detached" });
      await page.locator("[data-step=seen]").waitFor();
      await page.keyboard.press("Escape");
      await card.waitFor({ state: "detached" });
      await page.reload();
      await desk.ready();
      assert.equal(await page.locator("html[data-presenting]").count(), 0);
    },
  },
  {
    name: "a whole experiment by keyboard alone",
    async run(desk, page) {
      await desk.open();
      await page.keyboard.press("g");
      await desk.dialog.getByRole("searchbox").waitFor();
      await page.keyboard.type("Memory l");
      await page.keyboard.press("Enter");
      await desk.scenarioIs("memory-leak");
      await tabTo(desk, transportWords.play.en);
      await page.keyboard.press("Space");
      await desk.pauseButton.waitFor();
      await page
        .getByTestId("time")
        .filter({ hasNotText: /^0\.000/ })
        .waitFor();
      await page.keyboard.press("Enter");
      await desk.playButton.waitFor();
      await desk.assertNumbersOfLink();
      await tabTo(desk, tabWords.lesson.en);
      await page.keyboard.press("ArrowRight");
      await desk.seedField.waitFor();
      await tabTo(desk, transportWords.drop.en);
      await page.keyboard.press("Space");
      assert.ok(await page.getByRole("checkbox", { name: transportWords.drop.en }).isChecked());
    },
  },
  {
    name: "the tabs of the panel are one stop of Tab; arrows move between them and open each at once",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await desk.tab("lesson").focus();
      await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
      for (const tab of TABS.slice(1, TABS.indexOf("code") + 1)) {
        await page.keyboard.press("ArrowRight");
        assert.equal(await desk.tab(tab).getAttribute("aria-selected"), "true");
        if (tab === "events") await page.getByRole("tabpanel").getByRole("row").nth(3).waitFor();
      }
      await page.getByRole("tabpanel").getByText("fun main").waitFor();
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement?.closest("[role=tabpanel]")));
      await desk.tab("code").focus();
      await page.keyboard.press("End");
      assert.equal(await desk.tab("guide").getAttribute("aria-selected"), "true");
      await page.keyboard.press("ArrowRight");
      assert.equal(await desk.tab("lesson").getAttribute("aria-selected"), "true");
      assert.equal(await desk.timeMs(), 4000);
    },
  },
  {
    name: "the skip link leads past the page's head",
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.ok(await desk.strategy.evaluate((node) => node === document.activeElement));
      assert.match(await desk.link(), /t=4000/);
    },
  },
  ...((["share", "help"] as const).map((which) => ({
    name: `the ${which} dialog keeps the focus, closes with Escape, and gives it back`,
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      // The button of the help is in the menu, which has closed when the focus returns.
      const button = desk.button(which === "share" ? words.share : words.menu);
      const openIt = async () => {
        await button.press("Enter");
        if (which === "help") await desk.button(words.help).press("Enter");
        await desk.dialog.waitFor();
      };
      await openIt();
      for (let press = 0; press < 8; press++) {
        assert.ok(await isInDialog(page), `outside after ${press} presses of Tab`);
        await page.keyboard.press("Tab");
        // After the last control the browser's own interface may have the focus: the next press returns to the page.
        if (!(await isInDialog(page))) await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Space");
      assert.equal(await desk.timeMs(), 4000);
      await page.keyboard.press("Escape");
      await desk.dialog.waitFor({ state: "detached" });
      assert.ok(await button.evaluate((node) => node === document.activeElement));
      await openIt();
      await desk.button(words.close).click();
      await desk.dialog.waitFor({ state: "detached" });
      assert.ok(await button.evaluate((node) => node === document.activeElement));
    },
  })) satisfies Checks),
];

interface Stop {
  readonly id: string;
  readonly name: string;
  /** The width of the outline that shows the focus, in px. */
  readonly outline: number;
  readonly covered: boolean;
}

/** Presses Tab until the focus has come round, and returns where it was. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement;
      if (node === document.body) return null;
      node.dataset["wanted"] ??= String(Math.random());
      const { left, top, width, height } = node.getBoundingClientRect();
      const front = document.elementFromPoint(left + width / 2, top + height / 2);
      return {
        id: node.dataset["wanted"],
        name: `${node.tagName} ${node.getAttribute("aria-label") ?? node.textContent?.slice(0, 30)}`,
        outline: Number.parseFloat(getComputedStyle(node).outlineWidth),
        covered: front === null || !(node.contains(front) || front.contains(node)),
      };
    });
    // Between the last control and the first the browser has the focus.
    if (stop === null) continue;
    if (stops.some(({ id }) => id === stop.id)) break;
    stops.push(stop);
  }
  return stops;
}

async function tabTo(desk: Desk, name: string): Promise<void> {
  const { page } = desk;
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate((wanted) => {
      const node = document.activeElement as HTMLElement;
      const label = node instanceof HTMLInputElement ? node.labels?.[0]?.textContent : "";
      return [node.getAttribute("aria-label"), node.textContent, label].includes(wanted);
    }, name);
    if (found) return;
  }
  assert.fail(`Tab never came to ${name}`);
}

async function isInDialog(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest("dialog") !== null);
}
