import assert from "node:assert/strict";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";

/** Moving the play head by hand. */
export const scrubbing: Checks = [
  {
    name: "the timeline follows a click and a drag",
    async run(desk, page) {
      await desk.open();
      await desk.showWholeRun();
      await pointAt(desk, 0.5, "click");
      near(await desk.timeMs(), 30_000, 2500);
      await desk.assertNumbersOfLink("after a click:");
      await pointAt(desk, 0.25, "drag");
      near(await desk.timeMs(), 15_000, 2500);
      await page.mouse.up();
      await desk.assertNumbersOfLink("after a drag:");
    },
  },
  {
    name: "the timeline follows the keyboard: arrows, Page, Home, End",
    async run(desk, page) {
      await desk.open("v=1&t=6000");
      await desk.showWholeRun();
      await desk.timeline.focus();
      const times: number[] = [];
      for (const key of ["ArrowRight", "ArrowLeft", "PageUp", "PageDown", "End", "Home"]) {
        await page.keyboard.press(key);
        times.push(await desk.timeMs());
      }
      assert.deepEqual(times, [6600, 6000, 12_000, 6000, 60_000, 0]);
      await page.keyboard.press("PageUp");
      await desk.assertNumbersOfLink();
    },
  },
  {
    name: "the axis grows with the play head, and shows the whole run on request",
    async run(desk) {
      await desk.open();
      const reach = () => desk.timeline.evaluate((node: HTMLInputElement) => Number(node.max));
      const first = await reach();
      assert.ok(first < 60_000, `${first} ms at the start`);
      await desk.goTo(`v=1&t=${first + 1000}`);
      await desk.page.waitForFunction(
        (least) => Number(document.querySelector<HTMLInputElement>("[max][step=any]")?.max) > least,
        first,
      );
      await desk.showWholeRun();
      assert.equal(await reach(), 60_000);
    },
  },
  {
    name: "Home leads to the start after the run was played from there",
    async run(desk, page) {
      await desk.open();
      await desk.playFor(600);
      await desk.timeline.focus();
      await page.keyboard.press("Home");
      assert.equal(await desk.timeMs(), 0);
    },
  },
  {
    name: "a run that is scrubbed while it plays continues from there",
    async run(desk) {
      await desk.open();
      await desk.showWholeRun();
      await desk.play();
      await pointAt(desk, 0.5, "click");
      await desk.timePasses(28_000);
      await desk.timePasses((await desk.timeMs()) + 400);
      await desk.pause();
      const timeMs = await desk.timeMs();
      assert.ok(timeMs > 28_000 && timeMs < 40_000, `${timeMs} ms`);
      await desk.assertNumbersOfLink();
    },
  },
  {
    name: "there and back gives the same numbers, whatever lies in between",
    async run(desk) {
      await desk.open("v=1&k=drop-oldest&t=12345");
      const before = await desk.numbers();
      for (const share of [0.9, 0.1, 0.6, 0.02]) await pointAt(desk, share, "click");
      // The address follows a moment later; until then, setting the same address again changes nothing.
      await desk.page.waitForFunction(() => !location.hash.endsWith("t=12345"));
      await desk.goTo("v=1&k=drop-oldest&t=12345");
      assert.deepEqual(await desk.numbers(), before);
    },
  },
  {
    name: "a press on a chart moves the play head there",
    async run(desk) {
      await desk.open("v=1&t=30000");
      const box = await desk.page.locator("[data-field]").first().boundingBox();
      assert.ok(box !== null);
      await desk.page.mouse.click(box.x + box.width * 0.25, box.y + box.height / 2);
      const timeMs = await desk.timeMs();
      assert.ok(timeMs > 0 && timeMs < 25_000, `${timeMs} ms`);
      await desk.assertNumbersOfLink();
    },
  },
];

function near(actual: number, wanted: number, within: number): void {
  assert.ok(Math.abs(actual - wanted) <= within, `${actual} is not within ${within} of ${wanted}`);
}

/** Presses the timeline at a share of its length; a drag leaves the button pressed. */
async function pointAt(desk: Desk, share: number, how: "click" | "drag"): Promise<void> {
  const { mouse } = desk.page;
  const box = await desk.timeline.boundingBox();
  assert.ok(box !== null);
  const place = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const;
  if (how === "click") {
    await mouse.click(...place(share));
    return;
  }
  const value = await desk.timeline.evaluate(
    (node: HTMLInputElement) => Number(node.value) / Number(node.max),
  );
  await mouse.move(...place(value));
  await mouse.down();
  await mouse.move(...place((value + share) / 2), { steps: 4 });
  await mouse.move(...place(share), { steps: 4 });
}
