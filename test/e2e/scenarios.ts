import assert from "node:assert/strict";
import { LANGUAGES } from "../../src/i18n/index.ts";
import { strategyOf } from "../../src/systems/index.ts";
import { words as transportWords } from "../../src/views/stage/transport/words.ts";
import { allScenarios, catalogue } from "../support/everything.ts";
import type { Checks } from "./check.ts";
import { recordingOf } from "./expected.ts";

/** As far as a scenario is played: to its end, or so long in virtual time. */
const PLAYED_MS = 10_000;

/** What the picture calls who makes the elements. */
const SOURCE = { ko: /^생산자/, en: /^Producer|producers$/ };

/** Every scenario, as somebody opens and plays it, in each language. */
export const scenarios: Checks = allScenarios.flatMap((scenario) =>
  LANGUAGES.map((language) => ({
    name: `${scenario.id}, ${language}: from ${language === "ko" ? "its link" : "the picker"}, played`,
    context: { locale: language === "ko" ? "ko-KR" : "en-US" },
    async run(desk, page) {
      desk.language = language;
      const link = `v=1&s=${scenario.id}${scenario.revision === 1 ? "" : `.${scenario.revision}`}`;
      // One way in Korean, the other in English: both show the same.
      if (language === "ko") {
        await desk.open(link);
      } else {
        await desk.open(scenario.id === "fast-producer" ? "v=1&s=memory-leak.2" : "");
        await desk.chooseScenario(scenario.id);
      }
      await page.getByText(scenario.question[language]).waitFor();
      assert.equal(await desk.strategy.inputValue(), scenario.strategies[0]);
      assert.equal(await desk.assertNumbersOfLink("opened:"), link);
      for (const id of scenario.strategies.slice(0, language === "ko" ? 1 : 2)) {
        await desk.strategy.selectOption(id);
        await desk.openSettings();
        await page
          .getByRole("tabpanel")
          .getByText(strategyOf(catalogue, id).summary[language])
          .waitFor();
        await desk.button(transportWords.restart).click();
        await page
          .getByTestId("time")
          .filter({ hasText: /^0\.000/ })
          .waitFor();
        await desk.speed.selectOption("25");
        // A short run may be over before anybody sees that it plays.
        await desk.playButton.click();
        await page.waitForFunction(
          ([playedMs, play]) => {
            const shown = document.querySelector("[data-testid=time]")?.textContent ?? "";
            const over = document.querySelector(`[data-transport] [aria-label="${play}"]`) !== null;
            const timeMs = 1000 * Number.parseFloat(shown);
            return timeMs >= playedMs || (over && timeMs > 0);
          },
          [PLAYED_MS, desk.say(transportWords.play)] as const,
        );
        await desk.leaveFields();
        if (await desk.pauseButton.isVisible())
          await desk.pauseButton.click({ timeout: 500 }).catch(() => undefined);
        await desk.stopped();
        const played = await desk.assertNumbersOfLink("played:");
        const { recording, timeMs } = recordingOf(played);
        assert.ok(
          timeMs > PLAYED_MS / 10 || timeMs === recording.lastMs,
          `${id} came only to ${timeMs} ms`,
        );
        const picture = page.locator(".picture svg");
        await picture.getByText(SOURCE[language]).first().waitFor();
        // What is in flight lands first: it is drawn as nodes then.
        const nodes = picture.locator("g, rect, circle, path");
        await nodes.nth(5).waitFor({ state: "attached" });
      }
    },
  })),
);
