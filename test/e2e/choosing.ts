import assert from "node:assert/strict";
import { channelStrategies as strategies, strategyOf } from "../../src/systems/index.ts";
import { guaranteeWords } from "../../src/views/stage/lanes/guarantee-words.ts";
import { catalogue } from "../support/everything.ts";
import type { Checks } from "./check.ts";

/** Choosing a strategy and a scenario. */
export const choosing: Checks = [
  ...(strategies.map(({ id }) => ({
    name: `strategy ${id}: its run, its words, its guarantees, its program`,
    async run(desk, page) {
      await desk.open("v=1&t=8000");
      await desk.strategy.selectOption(id);
      const strategy = strategyOf(catalogue, id);
      await desk.openSettings();
      await page.getByRole("tabpanel").getByText(strategy.summary.en).waitFor();
      await desk.assertNumbersOfLink();
      const guarantees = page.getByRole("list", { name: guaranteeWords.guarantees.en });
      await guarantees.waitFor();
      assert.ok((await guarantees.getByRole("listitem").count()) >= 3);
      await desk.openTab("code");
      await page.getByRole("tabpanel").getByText("Channel").first().waitFor();
      await desk.playFor(600);
      await desk.assertNumbersOfLink("played on:");
    },
  })) satisfies Checks),
  {
    name: "a strategy that is changed while the run plays gives another run at the same time",
    async run(desk) {
      await desk.open("v=1&t=6000");
      await desk.play();
      await desk.strategy.selectOption("drop-oldest");
      await desk.timePasses(6300);
      await desk.pause();
      assert.ok((await desk.timeMs()) > 6000);
      assert.match(await desk.assertNumbersOfLink(), /k=drop-oldest/);
    },
  },
];
