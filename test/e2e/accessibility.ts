import assert from "node:assert/strict";
import { answerWords } from "../../src/views/panel/guide/chooser-words.ts";
import { answerWords as lessonWords } from "../../src/views/panel/lesson/answer-words.ts";
import type { Tab } from "../../src/views/panel/tabs.ts";
import { PHONE_TABS, TABS } from "../../src/views/panel/tabs.ts";
import { toolWords } from "../../src/views/shell/tool-words.ts";
import { laneToolWords } from "../../src/views/stage/lanes/lane-tool-words.ts";
import { stripWords } from "../../src/views/stage/strip-words.ts";
import { violations } from "./axe.ts";
import type { Checks } from "./check.ts";
import { legibilityOfDrawings } from "./contrast.ts";
import type { Desk } from "./desk.ts";

/** Links that together show elements of every role, several kinds, a gate, a bin and a heap. */
const LINKS_WITH_EVERY_ROLE = [
  "v=1&k=drop-oldest&t=6000",
  "v=1&k=bounded&t=6000",
  "v=1&s=memory-leak&t=8000",
  "v=1&s=priority-drop&t=6000",
  "v=1&s=rate-limiting&t=3000",
  "v=1&s=circuit-breaker&t=4000",
];

/** Every theme and every language. */
const LOOKS = [
  { theme: "light", language: "en" },
  { theme: "dark", language: "ko" },
  { theme: "projector", language: "en" },
] as const;

/** Every theme; "system" is one of the first two. */
const THEMES = ["light", "dark", "projector"] as const;

/** All strips, three at a time. */
const LINKS_WITH_EVERY_STRIP = [
  "v=1&s=fast-producer&st=depth~throughput~losses&t=9000",
  "v=1&s=replenishing&st=demand~ladder~staircase&t=2000",
  "v=1&s=retry&st=attempts~waits~memory&t=6000",
  "v=1&s=degradation&st=breaker~arrived~shares&t=12000",
];

/** Axe finds nothing at WCAG 2.2 levels A and AA. */
export const accessibility: Checks = [
  ...(LOOKS.map(({ theme, language }) => ({
    name: `axe finds nothing: every part, ${theme}, ${language}`,
    context: { locale: language },
    async run(desk, page) {
      desk.language = language;
      const found: string[] = [];
      const look = async (what: string) => found.push(...(await violations(page, what)));
      await desk.open();
      await desk.chooseTheme(theme);
      await desk.open("v=1&k=drop-latest&cap=5&p=60&t=9000&colour=red&w=99");
      await desk.tab("settings").click();
      await desk.setField("burstSize", "many");
      await look("drops, notices, a refused number, all settings");
      for (const tab of TABS) {
        await openStill(desk, tab);
        await look(tab);
      }
      await openStill(desk, "guide");
      for (const answer of ["node", "no", "no", "yes"] as const) {
        await desk.button(answerWords[answer]).click();
      }
      await look("what no buffer can do, in the guide");
      for (const link of LINKS_WITH_EVERY_STRIP) {
        await desk.goTo(link);
        await desk.stripsDrawn();
        await look(link);
      }
      for (const name of [toolWords.menu, laneToolWords.menu, stripWords.strips]) {
        await desk.button(name).click();
        await look(name.en);
        await page.keyboard.press("Escape");
      }
      await desk.button(toolWords.compare).click();
      await page.locator("[data-lane='1'] [data-counter-difference]").first().waitFor();
      await look("compared");
      await page.keyboard.press("g");
      await desk.dialog.waitFor();
      await look("gallery");
      await page.keyboard.press("Escape");
      await desk.openShare();
      await look("share");
      await page.keyboard.press("Escape");
      await desk.openHelp();
      await look("help");
      // On a fresh page, because a prediction is drawn before the answer has been seen.
      await page.goto("about:blank");
      await desk.open("v=1&t=1000");
      await desk.openTab("lesson");
      await desk.button(lessonWords.draw).click();
      await page.locator("[data-sheet]").waitFor();
      await look("a prediction that is drawn");
      await desk.button(lessonWords.show).click();
      await desk.button(lessonWords.toWhy).click();
      for (const next of [lessonWords.show, lessonWords.toTwin] as const) {
        await desk.button(next).click();
        await look(`a lesson after “${next.en}”`);
      }
      assert.deepEqual([...new Set(found)], []);
    },
  })) satisfies Checks),
  {
    name: "axe finds nothing: every part on a phone",
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    async run(desk, page) {
      const found: string[] = [];
      await desk.open("v=1&s=monitoring.2&t=9000");
      for (const tab of PHONE_TABS) {
        await openStill(desk, tab);
        found.push(...(await violations(page, tab)));
      }
      assert.deepEqual(found, []);
    },
  },
  {
    name: "axe finds nothing: while it plays",
    async run(desk, page) {
      await desk.open("v=1&k=drop-oldest&t=2000");
      await desk.play();
      assert.deepEqual(await violations(page, "playing"), []);
    },
  },
  ...((["light", "dark"] as const).map((scheme) => ({
    name: `forced colours, ${scheme} system: every word of the ${scheme === "light" ? "pictures" : "strips"} can be read in every theme`,
    context: { forcedColors: "active", colorScheme: scheme },
    async run(desk, page) {
      await desk.open("v=1&k=drop-oldest&t=6000");
      for (const link of scheme === "light" ? LINKS_WITH_EVERY_ROLE : LINKS_WITH_EVERY_STRIP) {
        await desk.goTo(link);
        await desk.stripsDrawn();
        for (const theme of THEMES) {
          await desk.chooseTheme(theme);
          const words = await legibilityOfDrawings(page);
          assert.ok(words.length > 10, `${link}, ${theme}: ${words.length} words`);
          const faint = words.filter(({ contrast }) => contrast < 4.5);
          assert.deepEqual(faint, [], `${link}, ${theme}`);
        }
      }
    },
  })) satisfies Checks),
];

/** Opens a tab and waits until it has its content and nothing moves. */
async function openStill(desk: Desk, tab: Tab): Promise<void> {
  await desk.openTab(tab);
  await desk.still();
}
