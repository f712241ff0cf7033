import assert from "node:assert/strict";
import { memoryLeak } from "../../src/scenarios/memory-leak.ts";
import { flat } from "../support/flat-state.ts";
import type { Checks } from "./check.ts";
import { Desk } from "./desk.ts";
import { numbersOf, stateOf } from "./expected.ts";
import { shellWords as words } from "./shell-words.ts";

/** Language, theme and reduced motion. */
export const preferences: Checks = [
  {
    name: "the language changes every word and stays when the page is loaded again",
    async run(desk, page) {
      await desk.open("v=1&s=memory-leak.2&t=5000");
      await desk.chooseLanguage("ko");
      assert.equal(await page.locator("html").getAttribute("lang"), "ko");
      assert.equal(await page.title(), words.name.ko);
      await page.getByText(memoryLeak.question.ko).waitFor();
      await desk.playButton.waitFor();
      await page.reload();
      await desk.ready();
      await page.getByText(memoryLeak.question.ko).waitFor();
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&s=memory-leak.2&t=5000", "ko"));
      await desk.chooseLanguage("en");
      await page.getByText(memoryLeak.question.en).waitFor();
      assert.match(await desk.link(), /^v=1&s=memory-leak.2&t=5000$/);
    },
  },
  ...((["light", "dark", "projector", "system"] as const).map((theme) => ({
    name: `theme ${theme}: is shown, and stays`,
    context: { colorScheme: theme === "system" ? "dark" : "light" },
    async run(desk, page) {
      await desk.open("v=1&t=5000");
      await desk.chooseTheme("projector");
      await desk.chooseTheme(theme);
      const shown = theme === "system" ? "dark" : theme;
      assert.equal(await page.locator("html").getAttribute("data-theme"), shown);
      await page.reload();
      await desk.ready();
      assert.equal(await page.locator("html").getAttribute("data-theme"), shown);
      await desk.button(words.menu).click();
      assert.equal(await desk.theme.inputValue(), theme);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const bright = (/\d+/.exec(paper)?.[0] ?? "0") > "128" && !/rgb\(1\d,/.test(paper);
      assert.equal(bright, shown !== "dark", paper);
      if (theme !== "system") return;
      await page.emulateMedia({ colorScheme: "light" });
      await page.locator("html[data-theme=light]").waitFor();
    },
  })) satisfies Checks),
  {
    name: "a choice in one tab is not lost through a choice in another",
    async run(desk, page) {
      await desk.open("v=1&t=3000");
      const other = new Desk(await page.context().newPage(), desk.url);
      await other.open("v=1&t=3000");
      await desk.chooseLanguage("ko");
      await other.chooseTheme("dark");
      await other.page.reload();
      other.language = "ko";
      await other.ready();
      assert.equal(await other.page.locator("html").getAttribute("lang"), "ko");
      assert.equal(await other.page.locator("html").getAttribute("data-theme"), "dark");
    },
  },
  {
    name: "works where the browser forbids storage",
    async run(desk, page) {
      await page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      });
      await desk.open("v=1&t=3000");
      await desk.chooseTheme("dark");
      assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
      await desk.playFor(300);
    },
  },
  {
    name: "reduced motion: the same states, and nothing in flight",
    context: { reducedMotion: "reduce" },
    async run(desk, page) {
      await desk.open("v=1&k=drop-latest&t=3100");
      for (let sample = 0; sample < 5; sample++) {
        await desk.playFor(150);
        await desk.assertNumbersOfLink();
        const { buffer } = flat(stateOf(await desk.link()));
        const drawn = await page
          .locator(".picture [data-element]")
          .evaluateAll((nodes) => nodes.map((node) => Number(node.getAttribute("data-element"))));
        for (const element of buffer.toArray()) assert.ok(drawn.includes(element), `${element}`);
      }
      const running = await page.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === "running").length,
      );
      assert.equal(running, 0);
      await desk.openTab("guide");
    },
  },
];
