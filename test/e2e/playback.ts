import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { rowsAfterNext, rowsBeforeLast } from "../../src/run/index.ts";
import { strategyOf, wordsOf } from "../../src/systems/index.ts";
import { words } from "../../src/views/stage/transport/words.ts";
import { catalogue } from "../support/everything.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";
import { numbersAt, numbersOf, recordingOf } from "./expected.ts";

const own = wordsOf(strategyOf(catalogue, "bounded"));

/** Play, pause, step, speed, and the points where a run pauses by itself. */
export const playback: Checks = [
  {
    name: "plays: virtual time passes as fast as the clock",
    // Playwright's clock replaces that of the whole context.
    alone: true,
    async run(desk, page) {
      await page.clock.install();
      await desk.open();
      await page.clock.pauseAt(Date.now() + 60_000);
      await assertSpeed(desk, "1");
      await page.clock.resume();
      await desk.assertNumbersOfLink();
    },
  },
  {
    name: "plays: a new number causes a layout of its own box, not of the page around it",
    alone: true,
    async run(desk, page) {
      await desk.open("v=1&t=8000");
      await desk.play();
      const { parts, whole } = await layoutsWithin(page, 2000);
      assert.ok(parts >= 5, `${parts} layouts of parts`);
      // A number that gains a digit or a new alert lays out the whole page. In 2 s, numbers are written ten times.
      assert.ok(whole <= 5, `${whole} layouts of the whole page, ${parts} of parts`);
    },
  },
  {
    name: "pauses: nothing moves any more",
    async run(desk, page) {
      await desk.open();
      await desk.playFor(700);
      const before = await desk.numbers();
      await page.waitForTimeout(400);
      assert.deepEqual(await desk.numbers(), before);
      assert.ok((await desk.timeMs()) > 200);
    },
  },
  {
    name: "plays at another speed",
    alone: true,
    async run(desk, page) {
      await page.clock.install();
      await desk.open();
      await page.clock.pauseAt(Date.now() + 60_000);
      for (const speed of ["10", "0.5"]) {
        await desk.speed.selectOption(speed);
        await assertSpeed(desk, speed);
      }
    },
  },
  {
    name: "steps forward and back event by event",
    async run(desk) {
      await desk.open("v=1&t=2000");
      const { recording, rows: start } = recordingOf("v=1&t=2000");
      recording.advanceTo(10_000);
      const shown = async (rows: number) => {
        const timeMs = rows === 0 ? 0 : recording.trace.timeAt(rows - 1);
        assert.deepEqual(await desk.numbers(), numbersAt(recording, timeMs, rows), `row ${rows}`);
      };
      let rows = start;
      for (let step = 0; step < 15; step++) {
        await desk.button(words.stepForward).click();
        rows = rowsAfterNext(recording.trace, rows);
        await shown(rows);
      }
      await desk.assertNumbersOfLink("after 15 steps forward:");
      for (let step = 0; step < 25; step++) {
        await desk.button(words.stepBack).click();
        rows = rowsBeforeLast(recording.trace, rows);
        await shown(rows);
      }
      await desk.assertNumbersOfLink("after 25 steps back:");
    },
  },
  {
    name: "a step pauses a run that plays; at the start there is no step back",
    async run(desk, page) {
      await desk.open();
      await desk.play();
      await desk.button(words.stepForward).click();
      await desk.playButton.waitFor();
      await desk.button(words.restart).click();
      for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowLeft");
      assert.equal(await desk.timeMs(), 0);
      assert.equal((await desk.numbers()).made, "0");
    },
  },
  ...((["drop-oldest", "drop-latest", "conflated", "try-send"] as const).map((strategy) => ({
    name: `pauses exactly at the first drop: ${strategy}`,
    run: (desk) => pausesAt(desk, `v=1&k=${strategy}`, "drop"),
  })) satisfies Checks),
  ...((
    ["v=1", "v=1&k=rendezvous", "v=1&s=bounded-buffer", "v=1&s=node-streams&k=node-write"] as const
  ).map((link) => ({
    name: `pauses exactly at the first suspension: ${link}`,
    run: (desk) => pausesAt(desk, link, "suspension"),
  })) satisfies Checks),
  {
    name: "ends with the reason on the page; playing again starts anew",
    async run(desk, page) {
      await desk.open("v=1&s=bounded-buffer&t=9000");
      await desk.speed.selectOption("10");
      await desk.playButton.click();
      await page.getByTestId("end").filter({ hasText: own.allEnded.en }).waitFor();
      await desk.stopped();
      assert.equal(await desk.timeMs(), 10_000);
      await desk.assertNumbersOfLink();
      await desk.speed.selectOption("0.5");
      await desk.play();
      assert.ok((await desk.timeMs()) < 9000);
    },
  },
  {
    name: "a run that fills the heap ends with that reason",
    async run(desk, page) {
      const link = "v=1&s=memory-leak&kib=1024&heap=100";
      await desk.open(link);
      await desk.speed.selectOption("10");
      await desk.playButton.click();
      await page.getByTestId("end").filter({ hasText: words.endHeap.en }).waitFor();
      await desk.stopped();
      const { recording } = recordingOf(`${link}&t=60000`);
      assert.equal(recording.end?.reason, "limit");
      assert.equal(await desk.timeMs(), recording.end?.atMs);
      await desk.assertNumbersOfLink();
    },
  },
  {
    name: "goes back to the start",
    async run(desk) {
      await desk.open("v=1&t=5000");
      await desk.button(words.restart).click();
      assert.deepEqual(await desk.numbers(), numbersOf("v=1"));
      assert.equal(await desk.link(), "v=1&s=fast-producer");
    },
  },
];

async function pausesAt(
  desk: Parameters<Checks[number]["run"]>[0],
  link: string,
  kind: "drop" | "suspension",
): Promise<void> {
  const { recording } = recordingOf(`${link}&t=12000`);
  const { pressure } = wordsOf(recording.strategy);
  const [name, text] =
    kind === "drop" ? [words.drop, words.pausedDrop] : [pressure?.stop, pressure?.paused];
  await desk.open(link);
  await desk.page.getByRole("checkbox", { name: name?.en ?? "" }).check();
  await desk.playButton.click();
  await desk.page
    .getByTestId("end")
    .filter({ hasText: text?.en ?? "" })
    .waitFor();
  await desk.stopped();
  const { firstLossMs, firstPressureMs } = recording.history.marks;
  const atMs = kind === "drop" ? firstLossMs : firstPressureMs;
  assert.ok(atMs !== null);
  assert.deepEqual(await desk.numbers(), numbersOf(`${link}&t=${atMs}`));
}

/** Counts the layouts of parts of the page, and of the page as a whole, for `ms` ms. */
async function layoutsWithin(page: Page, ms: number): Promise<{ parts: number; whole: number }> {
  const browser = page.context().browser();
  assert.ok(browser !== null);
  const { frameTree } = await (await page.context().newCDPSession(page)).send("Page.getFrameTree");
  const session = await browser.newBrowserCDPSession();
  const layouts = { parts: 0, whole: 0 };
  // The browser has other pages, too.
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const { name, args } of value as unknown as TraceEvent[]) {
      if (name !== "Layout" || args?.beginData?.frame !== frameTree.frame.id) continue;
      layouts[args.beginData.partialLayout ? "parts" : "whole"]++;
    }
  });
  await session.send("Tracing.start", {
    traceConfig: { includedCategories: ["devtools.timeline"] },
  });
  await page.waitForTimeout(ms);
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return layouts;
}

/** One layout in a trace of Chromium. */
interface TraceEvent {
  readonly name: string;
  readonly args?: {
    readonly beginData?: { readonly frame: string; readonly partialLayout: boolean };
  };
}

/** Plays for 3 s of the page's clock, which only this check advances, so that the machine's speed makes no difference. */
async function assertSpeed(desk: Desk, speed: string): Promise<void> {
  const wallMs = 3000;
  const from = await desk.timeMs();
  await desk.play();
  await desk.page.clock.runFor(wallMs);
  await desk.pause();
  const played = (await desk.timeMs()) - from;
  const wanted = wallMs * Number(speed);
  // A frame at either end.
  const frames = 2 * 16 * Number(speed);
  assert.ok(Math.abs(played - wanted) <= frames, `${played} ms at ${speed}, not ${wanted}`);
}
