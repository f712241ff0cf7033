import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { TABS } from "../../src/views/panel/tabs.ts";
import { laneToolWords } from "../../src/views/stage/lanes/lane-tool-words.ts";
import { words as pageWords } from "../../src/views/words.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";
import { shellWords } from "./shell-words.ts";

/** Does what a browser's translator does: wraps each text in two elements, now and whenever a text is added. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.getElementById("root") ?? document.body;
    const observer = new MutationObserver(() => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || parent.closest("font, svg, option, pre") !== null) continue;
        texts.push(node as Text);
      }
      for (const text of texts) {
        const outer = document.createElement("font");
        text.replaceWith(outer);
        outer.appendChild(document.createElement("font")).append(text);
      }
    });
    observer.observe(root, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    // This change makes the observer wrap the first texts at once.
    root.setAttribute("data-translated", "");
  });
  await page.locator("#root font font").first().waitFor();
}

async function assertWhole(desk: Desk, page: Page, what: string): Promise<void> {
  const failures = page.getByText(pageWords.failed[desk.language]);
  assert.equal(await failures.count(), 0, what);
  assert.ok((await page.locator("#root font font").count()) > 20, `${what}: not translated`);
  await desk.assertNumbersOfLink(what);
}

/** The page works while the browser translates it. */
export const translated: Checks = [
  {
    name: "plays until there is an alert, and beyond",
    async run(desk, page) {
      await desk.open();
      await translate(page);
      await desk.play();
      await page.locator("[data-counter=waiting]").first().waitFor();
      await page.locator("dt [data-alert=depth]").first().waitFor();
      await desk.pause();
      await assertWhole(desk, page, "alert:");
      await desk.timeline.focus();
      await page.keyboard.press("Home");
      await page.locator("dt [data-alert=depth]").first().waitFor({ state: "detached" });
      await desk.playFor(500);
      await assertWhole(desk, page, "played on:");
    },
  },
  {
    name: "another strategy, scenario, language, tab and comparison",
    async run(desk, page) {
      await desk.open("v=1&t=6000");
      await translate(page);
      for (const tab of TABS) {
        await desk.openTab(tab);
        await desk.playFor(300);
        await assertWhole(desk, page, tab);
      }
      for (const strategy of ["conflated", "unlimited", "drop-oldest"]) {
        await desk.strategy.selectOption(strategy);
        await desk.playFor(300);
        await assertWhole(desk, page, strategy);
      }
      await desk.button(shellWords.compare).click();
      await desk.playFor(300);
      await desk.button(laneToolWords.menu).first().click();
      await desk.button(laneToolWords.remove).click();
      await desk.playFor(300);
      await assertWhole(desk, page, "compared:");
      await desk.tab("lesson").click();
      for (const scenario of ["memory-leak", "circuit-breaker", "fast-producer"]) {
        await desk.chooseScenario(scenario);
        await desk.playFor(400);
        await desk.tab("lesson").click();
        await page.locator("ol[data-answered] button").first().click();
        await assertWhole(desk, page, scenario);
      }
      await desk.chooseLanguage("ko");
      await desk.playFor(300);
      await assertWhole(desk, page, "ko:");
      await desk.openShare();
      await page.keyboard.press("Escape");
      await desk.openHelp();
      await page.keyboard.press("Escape");
      await desk.tab("settings").click();
      await desk.setField("producerDelayMs", "abc");
      await desk.setField("producerDelayMs", "70");
      await assertWhole(desk, page, "settings:");
    },
  },
];
