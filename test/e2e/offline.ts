import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { conflated } from "../../src/scenarios/conflated.ts";
import { words } from "../../src/views/words.ts";
import type { Checks } from "./check.ts";
import { numbersOf } from "./expected.ts";

const AWAY = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to load resource/;

/** Makes files of the page fail to load; returns a function that brings them back. */
async function takeAway(page: Page, files: RegExp): Promise<() => Promise<void>> {
  await page.route(files, (route) => route.abort());
  return () => page.unroute(files);
}

/** What could not be loaded can be tried again and then works, and nothing on the page is lost. */
export const offline: Checks = [
  {
    name: "a page whose parts failed to load gets them all with one press",
    brings: AWAY,
    async run(desk, page) {
      const bringBack = await takeAway(page, /assets\/(?!index)/);
      const told = page.getByText("“#v=1&k=drop-oldest&t=4000” could not be loaded.");
      await page.goto(`${desk.url}#v=1&k=drop-oldest&t=4000`);
      await told.waitFor();
      assert.equal(await desk.scenarioId(), "fast-producer");
      await desk.button(words.again).first().click();
      await page.getByText(words.partNotLoaded.en).waitFor();
      await bringBack();
      await desk.button(words.again).first().click();
      await desk.ready();
      await page.getByText(words.failed.en).first().waitFor({ state: "detached" });
      assert.equal(await page.getByText(words.partNotLoaded.en).count(), 0);
      // Their styles are loaded, too.
      await page.waitForFunction(() => {
        const buttons = document.querySelector("[data-transport] > div");
        return buttons !== null && getComputedStyle(buttons).display === "flex";
      });
      // The keys and the address are parts too.
      await page.locator("header").first().click();
      await page.keyboard.press("Home");
      assert.match(await desk.assertNumbersOfLink(), /^v=1&s=fast-producer&k=drop-oldest$/);
    },
  },
  {
    name: "a stylesheet that failed to load is loaded with its part",
    brings: AWAY,
    async run(desk, page) {
      // The strips' styles stand with the words that all of them share.
      const bringBack = await takeAway(page, /assets\/words.*\.css/);
      await page.goto(desk.url);
      await page.getByText(words.failed.en).waitFor();
      await bringBack();
      await desk.button(words.again).last().click();
      await desk.ready();
      await page.waitForFunction(() => {
        const [label] = document.querySelectorAll("[data-strip]");
        return label !== undefined && getComputedStyle(label).display === "flex";
      });
    },
  },
  {
    name: "a tab and a dialog that failed to load appear at the next press",
    brings: AWAY,
    async run(desk, page) {
      await desk.open("v=1&t=4000");
      await page.context().setOffline(true);
      await desk.tab("code").click();
      await page.getByRole("tabpanel").getByText(words.failed.en).waitFor();
      await page.context().setOffline(false);
      await page.getByRole("tabpanel").getByRole("button", { name: words.again.en }).click();
      await page.getByRole("tabpanel").getByText("fun main").waitFor();
      await page.context().setOffline(true);
      await desk.tab("numbers").click();
      await page.getByText(words.partNotLoaded.en).waitFor();
      await page.context().setOffline(false);
      await desk.button(words.again).first().click();
      await page.getByRole("tabpanel").getByRole("table").first().waitFor();
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&t=4000"));
    },
  },
  {
    name: "a scenario that failed to load is opened as requested",
    brings: AWAY,
    async run(desk, page) {
      await desk.open();
      // The gallery itself has been opened before.
      await desk.scenario.click();
      await desk.dialog.locator("[data-scenario=conflated]").waitFor();
      await page.keyboard.press("Escape");
      await page.context().setOffline(true);
      await desk.scenario.click();
      await desk.dialog.locator("[data-scenario=conflated]").click();
      await page.getByText("“Conflated” could not be loaded.").waitFor();
      assert.equal(await desk.scenarioId(), "fast-producer");
      await page.context().setOffline(false);
      await desk.button(words.again).click();
      await page.getByText(conflated.question.en).waitFor();
      await desk.assertNumbersOfLink();
    },
  },
  {
    name: "a link whose scenario failed to load is opened with all that it sets",
    brings: AWAY,
    async run(desk, page) {
      const link = "v=1&s=conflated.2&p=70&t=2000";
      const bringBack = await takeAway(page, /assets\/conflated/);
      await page.goto(`${desk.url}#${link}`);
      await page.getByText("“Conflated” could not be loaded.").waitFor();
      await bringBack();
      await desk.button(words.again).click();
      await page.getByText(conflated.question.en).waitFor();
      assert.equal(await desk.link(), link);
      await desk.ready();
      assert.deepEqual(await desk.numbers(), numbersOf(link));
    },
  },
];
