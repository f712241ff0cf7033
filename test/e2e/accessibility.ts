import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { answerWords } from "../../src/views/panel/guide/chooser-words.ts";
import { answerWords as lessonWords } from "../../src/views/panel/lesson/answer-words.ts";
import type { Tab } from "../../src/views/panel/tabs.ts";
import { TABS } from "../../src/views/panel/tabs.ts";
import { toolWords } from "../../src/views/shell/tool-words.ts";
import { laneToolWords } from "../../src/views/stage/lanes/lane-tool-words.ts";
import { stripWords } from "../../src/views/stage/strip-words.ts";
import { allScenarios as scenarios } from "../support/everything.ts";
import type { Checks } from "./check.ts";
import { legibilityOfDrawings } from "./contrast.ts";
import type { Desk } from "./desk.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Elements of every role, kinds, a gate, a bin, a heap. */
const LINKS_WITH_EVERY_ROLE = [
  "v=1&k=drop-oldest&t=6000",
  "v=1&k=bounded&t=6000",
  "v=1&s=memory-leak&t=8000",
  "v=1&s=priority-drop&t=6000",
  "v=1&s=rate-limiting&t=3000",
  "v=1&s=circuit-breaker&t=4000",
];

/** Every theme, every language, and the theme that most people see in both. */
const LOOKS = [
  { theme: "light", language: "en" },
  { theme: "light", language: "ko" },
  { theme: "dark", language: "ko" },
  { theme: "projector", language: "en" },
] as const;

/** All strips, three at a time. */
const LINKS_WITH_EVERY_STRIP = [
  "v=1&s=fast-producer&st=depth~throughput~losses&t=9000",
  "v=1&s=replenishing&st=demand~ladder~staircase&t=2000",
  "v=1&s=retry&st=attempts~waits~memory&t=6000",
  "v=1&s=degradation&st=breaker~arrived~shares&t=12000",
];

/** What axe finds at WCAG 2.2 levels A and AA: nothing. */
export const accessibility: Checks = [
  ...(LOOKS.map(({ theme, language }) => ({
    name: `axe finds nothing: every scenario and every part, ${theme}, ${language}`,
    context: { locale: language },
    async run(desk, page) {
      desk.language = language;
      const found: string[] = [];
      const look = async (what: string) => found.push(...(await violations(page, what)));
      await desk.open();
      await desk.chooseTheme(theme);
      for (const { id, revision } of scenarios) {
        await desk.goTo(`v=1&s=${id}.${revision}&t=9000`);
        await desk.scenarioIs(id);
        await look(id);
      }
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
      // On a page of its own: a prediction is drawn before the answer has been seen.
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
    name: "axe finds nothing: phone",
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    async run(desk, page) {
      const found: string[] = [];
      await desk.open();
      for (const { id, revision } of scenarios) {
        await desk.goTo(`v=1&s=${id}.${revision}&t=9000&colour=red`);
        await desk.scenarioIs(id);
        found.push(...(await violations(page, id)));
      }
      await openStill(desk, "code");
      found.push(...(await violations(page, "code")));
      assert.deepEqual([...new Set(found)], []);
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
  ...((["light", "dark"] as const).flatMap((scheme) =>
    (["light", "dark", "projector", "system"] as const).map((theme) => ({
      name: `forced colours, ${scheme} system, theme ${theme}: every word of the drawings can be read`,
      context: { forcedColors: "active", colorScheme: scheme },
      async run(desk, page) {
        await desk.open("v=1&k=drop-oldest&t=6000");
        await desk.chooseTheme(theme);
        for (const link of [...LINKS_WITH_EVERY_ROLE, ...LINKS_WITH_EVERY_STRIP]) {
          await desk.goTo(link);
          await desk.stripsDrawn();
          const words = await legibilityOfDrawings(page);
          assert.ok(words.length > 10, `${link}: ${words.length} words`);
          const faint = words.filter(({ contrast }) => contrast < 4.5);
          assert.deepEqual(faint, [], link);
        }
      },
    })),
  ) satisfies Checks),
];

/** Opens a tab and waits until it has its content, and nothing moves. */
async function openStill(desk: Desk, tab: Tab): Promise<void> {
  await desk.openTab(tab);
  await desk.page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

/** What axe has to say, a line for each element. */
async function violations(page: Page, what: string): Promise<string[]> {
  // No script tag: the page's policy forbids inline scripts.
  await page.evaluate(AXE);
  return page.evaluate(
    async ([levels, where]) => {
      const { axe: tool } = window as unknown as { axe: typeof axe };
      const { violations: found } = await tool.run(document, {
        runOnly: { type: "tag", values: levels },
        resultTypes: ["violations"],
      });
      return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => {
          const summary = (failureSummary ?? "").replace(/\s+/g, " ").slice(0, 260);
          return `${where}: ${id}: ${html.slice(0, 120)}: ${summary}`;
        }),
      );
    },
    [LEVELS, what] as const,
  );
}
