import assert from "node:assert/strict";
import { strategyOf } from "../../src/systems/index.ts";
import { words as transportWords } from "../../src/views/stage/transport/words.ts";
import { allScenarios, catalogue, type NamedScenario } from "../support/everything.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";
import { recordingOf } from "./expected.ts";

/** How long a scenario is played at most, in ms of virtual time. */
const PLAYED_MS = 10_000;

/** The picture's names for the source of the elements. */
const SOURCE = /^Producer|producers$/;

const groups = [...new Set(allScenarios.map(({ group }) => group))];

/** Every scenario, opened and played one after the other. (The tours open each from its link, in both languages.) */
export const scenarios: Checks = groups.map((group) => ({
  name: `${group}: each from the picker, played`,
  context: { locale: "en-US" },
  async run(desk) {
    await desk.open("v=1&s=memory-leak.2");
    for (const scenario of allScenarios) {
      if (scenario.group !== group) continue;
      const link = `v=1&s=${scenario.id}${scenario.revision === 1 ? "" : `.${scenario.revision}`}`;
      await desk.chooseScenario(scenario.id);
      await assertPlays(desk, scenario, link);
    }
  },
}));

/** The opened scenario is the one in its link, and its first strategies play and show what was recorded. */
async function assertPlays(desk: Desk, scenario: NamedScenario, link: string): Promise<void> {
  const { page, language } = desk;
  await desk.scenarioIs(scenario.id);
  await desk.openTab("lesson");
  await page.getByText(scenario.question[language]).waitFor();
  assert.equal(await desk.strategy.inputValue(), scenario.strategies[0], scenario.id);
  assert.equal(await desk.assertNumbersOfLink(`${scenario.id}, opened:`), link);
  for (const id of scenario.strategies.slice(0, 2)) {
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
    // A short run may be over before the pause button can be seen.
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
    const played = await desk.assertNumbersOfLink(`${scenario.id}, played:`);
    const { recording, timeMs } = recordingOf(played);
    assert.ok(
      timeMs > PLAYED_MS / 10 || timeMs === recording.lastMs,
      `${scenario.id}, ${id} came only to ${timeMs} ms`,
    );
    const picture = page.locator(".picture svg");
    await picture.getByText(SOURCE).first().waitFor();
    // Wait until what is in flight has landed, because only then it is drawn as nodes.
    const nodes = picture.locator("g, rect, circle, path");
    await nodes.nth(5).waitFor({ state: "attached" });
  }
}
