import assert from "node:assert/strict";
import { words } from "../../src/views/panel/settings/words.ts";
import type { Checks } from "./check.ts";
import { numbersOf, recordingOf } from "./expected.ts";
import { shellWords } from "./shell-words.ts";

/** Sliders, number fields, the seed, undo. */
export const settings: Checks = [
  {
    name: "a rate that is moved while the run plays takes effect from then on",
    async run(desk, page) {
      await desk.open();
      await desk.play();
      await desk.timePasses(1200);
      const before = await desk.timeMs();
      await desk.slider("consumerDelayMs").focus();
      for (let press = 0; press < 8; press++) await page.keyboard.press("ArrowLeft");
      await desk.timePasses(before + 1000);
      await desk.pause();
      assert.ok((await desk.timeMs()) > before + 500, "the play head went back");
      const link = await desk.assertNumbersOfLink();
      assert.match(link, /&i=\d/);
      assert.ok(Number(await desk.field("consumerDelayMs").inputValue()) < 300);
      const { recording } = recordingOf(link);
      const plain = recordingOf(`v=1&t=${await desk.timeMs()}`).recording;
      const done = (run: typeof plain, timeMs: number) => run.history.stateAt(timeMs).done;
      assert.equal(done(recording, before - 200), done(plain, before - 200));
      assert.ok(done(recording, 60_000) > done(plain, 60_000));
    },
  },
  {
    name: "a slider moved with the pointer is one step for undo",
    async run(desk, page) {
      await desk.open("v=1&s=fast-producer&t=4000");
      const box = await desk.slider("producerDelayMs").boundingBox();
      assert.ok(box !== null);
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width * 0.42, y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 });
      await page.mouse.move(box.x + box.width * 0.9, y, { steps: 5 });
      await page.mouse.up();
      const moved = await desk.assertNumbersOfLink("moved:");
      assert.match(moved, /&i=4000_/);
      await desk.button(shellWords.undo).click();
      assert.equal(await desk.link(), "v=1&s=fast-producer&t=4000");
      await desk.button(shellWords.redo).click();
      assert.equal(await desk.link(), moved);
      await desk.assertNumbersOfLink("redone:");
    },
  },
  {
    name: "a change of capacity restarts the run and leaves the play head where it is",
    async run(desk) {
      await desk.open("v=1&t=5000");
      await desk.setField("capacity", "20");
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&cap=20&t=5000"));
      assert.equal(await desk.link(), "v=1&s=fast-producer&cap=20&t=5000");
    },
  },
  {
    name: "a structural setting changed while it plays does not stop it",
    async run(desk, page) {
      await desk.open();
      await desk.play();
      await desk.timePasses(800);
      const before = await desk.timeMs();
      await desk.slider("capacity").focus();
      await page.keyboard.press("ArrowRight");
      await desk.timePasses(before + 500);
      await desk.pause();
      assert.ok((await desk.timeMs()) > before + 300);
      const link = await desk.assertNumbersOfLink();
      assert.match(link, /cap=9/);
    },
  },
  {
    name: "a number field says what is allowed when it can't take what is typed",
    async run(desk) {
      await desk.open();
      const cases = [
        ["abc", "100"],
        ["-5", "0"],
        ["99999999", "60000"],
        ["1.5", "2"],
        ["", "2"],
      ] as const;
      for (const [typed, used] of cases) {
        await desk.setField("producerDelayMs", typed);
        const alert = desk.control("producerDelayMs").getByRole("alert");
        await alert
          .filter({ hasText: "60,000" })
          .filter({ hasText: `“${typed}”` })
          .waitFor();
        assert.equal(await desk.field("producerDelayMs").inputValue(), used, typed);
        assert.equal(await desk.field("producerDelayMs").getAttribute("aria-invalid"), "true");
      }
      await desk.setField("producerDelayMs", "50");
      assert.equal(await desk.control("producerDelayMs").getByRole("alert").textContent(), "");
      await desk.assertNumbersOfLink();
    },
  },
  {
    name: "undo in a field: field, run and link agree, and no stale value is entered later",
    async run(desk, page) {
      await desk.open("v=1&s=fast-producer&t=3000");
      const field = desk.field("producerDelayMs");
      const type = async (text: string) => {
        await field.press("Control+a");
        await page.keyboard.type(text);
        await page.keyboard.press("Enter");
      };
      const expectValue = async (value: string, change: string) => {
        assert.equal(await field.inputValue(), value);
        assert.equal(
          await desk.assertNumbersOfLink("field:"),
          `v=1&s=fast-producer${change}&t=3000`,
        );
      };
      await field.click();
      await type("50");
      await type("1,500");
      await expectValue("1500", "&i=3000_p_1500");
      await page.keyboard.press("Control+z");
      await expectValue("50", "&i=3000_p_50");
      await page.keyboard.press("Control+z");
      await expectValue("100", "");
      await page.keyboard.press("Control+z");
      await expectValue("100", "");
      await page.keyboard.press("Control+Shift+z");
      await expectValue("50", "&i=3000_p_50");
      await desk.openShare();
      await page.keyboard.press("Escape");
      await expectValue("50", "&i=3000_p_50");
    },
  },
  {
    name: "a setting goes back to the scenario's own value, exactly",
    async run(desk) {
      await desk.open("v=1&s=memory-leak.2&k=bounded&cap=100&heap=100&t=2000");
      await desk.openSettings();
      for (const [key, initial] of [
        ["capacity", "64"],
        ["heapMiB", "256"],
      ] as const) {
        await desk
          .control(key)
          .getByRole("button", { name: `back to ${initial}` })
          .click();
        assert.equal(await desk.field(key).inputValue(), initial);
      }
      assert.equal(await desk.link(), "v=1&s=memory-leak.2&k=bounded&t=2000");
    },
  },
  {
    name: "walking through the settings with Tab changes nothing",
    async run(desk, page) {
      await desk.open("v=1&s=fast-producer&t=4000");
      await desk.slider("producerDelayMs").focus();
      for (let press = 0; press < 12; press++) await page.keyboard.press("Tab");
      for (let press = 0; press < 12; press++) await page.keyboard.press("Shift+Tab");
      assert.equal(await desk.link(), "v=1&s=fast-producer&t=4000");
      assert.ok(await desk.button(shellWords.undo).isDisabled());
    },
  },
  {
    name: "a click on a slider's own value changes nothing",
    async run(desk) {
      await desk.open("v=1&s=fast-producer&t=4000");
      await desk.slider("workers").click({ position: { x: 8, y: 10 } });
      assert.equal(await desk.link(), "v=1&s=fast-producer&t=4000");
      assert.ok(await desk.button(shellWords.undo).isDisabled());
    },
  },
  {
    name: "all settings: every one can be changed, and the run is the link's",
    async run(desk, page) {
      await desk.open("v=1&t=6000");
      await desk.openSettings();
      await desk.control("arrivals").getByRole("combobox").selectOption("bursts");
      await desk.setField("burstSize", "20");
      await desk.control("service").getByRole("combobox").selectOption("exponential");
      await desk.setField("workers", "3");
      await desk.setField("count", "500");
      await desk.setField("durationS", "30");
      await desk.setField("elementKiB", "4");
      await desk.setField("heapMiB", "64");
      await desk.assertNumbersOfLink();
      await desk.playFor(500);
      await desk.assertNumbersOfLink("played on:");
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "a new seed is another run of the same experiment; the seed can be typed",
    async run(desk) {
      await desk.open("v=1&k=unlimited&a=poisson&t=20000");
      const before = await desk.numbers();
      await desk.openSettings();
      await desk.button(words.newSeed).click();
      assert.match(await desk.assertNumbersOfLink(), /&seed=\d+&/);
      await desk.seedField.fill("1234");
      await desk.seedField.press("Enter");
      assert.match(await desk.assertNumbersOfLink(), /&seed=1234&/);
      assert.notDeepEqual(await desk.numbers(), before);
      await desk.button(shellWords.undo).click();
      await desk.button(shellWords.undo).click();
      assert.deepEqual(await desk.numbers(), before);
    },
  },
  {
    name: "for a seed that can't be used, the page says what is allowed",
    async run(desk, page) {
      await desk.open("v=1&a=poisson&t=5000");
      await desk.openSettings();
      for (const typed of ["abc", "-1", "99999999999", "1.5"]) {
        await desk.seedField.fill(typed);
        await desk.seedField.press("Enter");
        const alert = page.getByRole("alert").filter({ hasText: "4,294,967,295" });
        await alert.waitFor({ timeout: 2000 });
      }
    },
  },
  {
    name: "undo and redo lead through changes of every kind",
    async run(desk, page) {
      await desk.open("v=1&s=fast-producer&t=3000");
      const links = [await desk.link()];
      await desk.setField("producerDelayMs", "50");
      links.push(await desk.assertNumbersOfLink());
      await desk.setField("capacity", "4");
      links.push(await desk.assertNumbersOfLink());
      await desk.strategy.selectOption("drop-latest");
      links.push(await desk.assertNumbersOfLink());
      await desk.leaveFields();
      for (const link of links.slice(0, -1).reverse()) {
        await page.keyboard.press("Control+z");
        assert.equal(await desk.assertNumbersOfLink("undone:"), link);
      }
      for (const link of links.slice(1)) {
        await page.keyboard.press("Control+Shift+z");
        assert.equal(await desk.assertNumbersOfLink("redone:"), link);
      }
    },
  },
  {
    name: "a change in the past gives up the future; undo brings it back",
    async run(desk) {
      await desk.open("v=1&i=8000_w_4&t=3000");
      await desk.setField("workers", "2");
      const forked = await desk.assertNumbersOfLink();
      assert.match(forked, /i=3000_w_2&/);
      await desk.button(shellWords.undo).click();
      assert.match(await desk.link(), /i=8000_w_4&/);
    },
  },
];
