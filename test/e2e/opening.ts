import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { TABS } from "../../src/views/panel/tabs.ts";
import { words as transportWords } from "../../src/views/stage/transport/words.ts";
import { allScenarios as scenarios } from "../support/everything.ts";
import { SUB_PATH } from "../support/static-server.ts";
import type { Checks } from "./check.ts";
import { numbersOf } from "./expected.ts";

/** How the page opens, wherever it is served. */
export const opening: Checks = [
  {
    name: "opens with the first scenario, paused at its start",
    async run(desk, page) {
      await desk.open();
      assert.equal(await page.title(), "Backpressure Playground");
      assert.equal(await desk.scenarioId(), "fast-producer");
      await page.getByText(scenarios[0].question.en).waitFor();
      await desk.playButton.waitFor();
      assert.deepEqual(await desk.numbers(), numbersOf(""));
      assert.equal(await page.getByRole("main").count(), 1);
    },
  },
  {
    name: "opens in Korean for a reader of Korean",
    context: { locale: "ko-KR" },
    async run(desk, page) {
      desk.language = "ko";
      await desk.open();
      assert.equal(await page.locator("html").getAttribute("lang"), "ko");
      await page.getByText(scenarios[0].question.ko).waitFor();
      await page.getByRole("button", { name: transportWords.play.ko, exact: true }).waitFor();
    },
  },
  ...(scenarios.map((scenario) => ({
    name: `opens a link to ${scenario.id}`,
    async run(desk, page) {
      await desk.open(`v=1&s=${scenario.id}&t=3000`);
      await page.getByText(scenario.question.en).waitFor();
      assert.equal(await desk.scenarioId(), scenario.id);
      assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0);
      await desk.assertNumbersOfLink();
    },
  })) satisfies Checks),
  {
    name: "before any script runs, the page says what it is",
    context: { javaScriptEnabled: false },
    async run(desk, page) {
      await page.goto(desk.url);
      await page.getByRole("heading", { name: "Backpressure Playground" }).waitFor();
    },
  },
  {
    name: "opens the same from a query string",
    async run(desk, page) {
      await page.goto(`${desk.url}?s=memory-leak&p=2&t=4000`);
      await desk.ready();
      assert.deepEqual(await desk.numbers(), numbersOf("s=memory-leak&p=2&t=4000"));
    },
  },
  {
    name: "every part loads under a sub-path",
    async run(desk, page) {
      const url = new URL(SUB_PATH, desk.url).href;
      await page.goto(`${url}#v=1&t=5000`);
      await desk.ready();
      for (const tab of TABS) await desk.openTab(tab);
      await desk.openTab("code");
      await page.getByRole("tabpanel").getByText("fun main").waitFor();
      await desk.openHelp();
      await page.keyboard.press("Escape");
      await desk.openShare();
      const link = await desk.dialog.getByRole("textbox").inputValue();
      assert.ok(link.startsWith(url), link);
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&t=5000"));
    },
  },
  {
    name: "a page that is loaded again is where it was",
    async run(desk, page) {
      await desk.open("v=1&k=drop-oldest&t=7000");
      await desk.setField("capacity", "3");
      await desk.assertNumbersOfLink();
      const before = await desk.numbers();
      await page.reload();
      await desk.ready();
      assert.deepEqual(await desk.numbers(), before);
    },
  },
  {
    name: "a page that is loaded again while it plays keeps its changes and is where it was",
    async run(desk, page) {
      await desk.open("v=1&k=drop-oldest");
      await desk.play();
      await desk.setField("capacity", "3");
      await desk.timePasses(1500);
      const before = await desk.timeMs();
      assert.ok(before > 1000);
      await page.reload();
      await desk.ready();
      assert.equal(await desk.field("capacity").inputValue(), "3");
      assert.ok((await desk.timeMs()) >= before - 1000);
      await desk.assertNumbersOfLink();
    },
  },
  {
    name: "its security policy is active: no inline script, no text as markup, nothing from another host",
    brings: /securitypolicyviolation|Content Security Policy|TrustedHTML|TrustedScript/,
    async run(desk, page) {
      await desk.open();
      const result = await page.evaluate(async () => {
        const violated: string[] = [];
        document.addEventListener("securitypolicyviolation", (event) => {
          violated.push(event.effectiveDirective);
        });
        const script = document.createElement("script");
        script.append("document.body.dataset.inline = 'ran'");
        document.body.append(script);
        let refused = "";
        try {
          document.createElement("p").innerHTML = "<b>text</b>";
        } catch (error) {
          refused = (error as Error).name;
        }
        await fetch("https://example.org/").catch(() => undefined);
        await new Promise((done) => setTimeout(done, 100));
        const ran = document.body.dataset["inline"] ?? "";
        return { violated: [...new Set(violated)].sort(), refused, ran };
      });
      assert.deepEqual(result, {
        violated: ["connect-src", "require-trusted-types-for"],
        refused: "TypeError",
        ran: "",
      });
      const html = readFileSync("dist/index.html", "utf8");
      assert.deepEqual(html.match(/<script(?![^>]* src="\.\/)[^>]*>/g), null);
      assert.deepEqual(html.match(/\son[a-z]+=|"https?:|javascript:/g), null);
    },
  },
];
