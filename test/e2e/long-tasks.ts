import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { stripNames, stripWords } from "../../src/views/stage/strip-words.ts";
import { words } from "../../src/views/stage/transport/words.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";

/** No task on the main thread may be longer than this, on a machine that does the calibration task in its usual time. */
const MOST_MS = 100;
/** What the calibration task takes on a quiet machine. */
const USUAL_MS = 25;
/** How often what is done is done anew while a task was too long. */
const TIMES = 3;

const HEAVY = "v=1&k=rendezvous&2.k=conflated&3.k=try-send&4.k=bounded&p=0&c=0&T=600";
/** 1,000 elements a second, and no strip that has read any of it. */
const LONG = "v=1&s=replenishing&k=pekko-buffer&p=1&c=1&T=600&t=600000&st=none";
const LATE = "v=1&k=rendezvous&2.k=conflated&3.k=try-send&4.k=drop-oldest&p=1&c=1&T=600&t=600000";

/** Programs that never pause, in libraries that do not say when they could. */
const RESTLESS: readonly string[] = [
  "v=1&s=node-streams&k=node-write&p=0&c=0&n=0&T=600&hd=nothing&st=none",
  "v=1&s=node-streams&k=node-write&2.k=node-write&3.k=node-write&4.k=node-write&5.k=node-write&p=0&c=0&n=0&T=600&hd=nothing&st=none",
  "v=1&s=one-flood&p=0&c=0&n=0&T=600",
];
/** Thousands of elements on their way over a network at once. */
const NETWORKS: readonly string[] = [
  "v=1&s=fast-producer&p=1&lat=10&t=40000",
  "v=1&s=fast-producer&p=1&c=300&lat=10&T=600&t=600000",
  "v=1&s=fast-producer&p=0&lat=10000&T=600",
];

/** Links that only have to be opened. */
const OPENED: readonly string[] = [...RESTLESS, ...NETWORKS];

/** Nothing that a setting can ask for freezes the page. */
export const longTasks: Checks = [
  ...OPENED.map((link) => ({
    name: `no task over 100 ms from the first paint on: ${link}`,
    async run(desk: Desk, page: Page) {
      await watched(desk, page, link, async () => {
        await page.locator("[data-reaching]").waitFor({ state: "detached", timeout: 90_000 });
        await page.waitForTimeout(2_000);
      });
    },
  })),
  {
    name: "four lanes without any pause: no task over 100 ms while they are opened and played",
    async run(desk, page) {
      await watched(desk, page, HEAVY, async () => {
        await desk.playButton.click();
        await page.waitForTimeout(3_000);
      });
    },
  },
  {
    name: "a link to the end of ten busy minutes opens where its record ends, says why, and no task over 100 ms",
    async run(desk, page) {
      await watched(desk, page, LATE, async () => {
        await page.locator("[data-reaching]").waitFor({ state: "detached", timeout: 90_000 });
        await page.getByTestId("end").filter({ hasText: words.endMemory.en }).first().waitFor();
      });
      // The play head stands at the very end: there is nothing after it.
      const timeMs = await desk.timeMs();
      assert.ok(timeMs > 0 && timeMs < 600_000, `${timeMs} ms`);
      await desk.timeline.press("End");
      assert.equal(await desk.timeMs(), timeMs);
    },
  },
  ...(["ladder", "staircase", "demand"] as const).map((strip) => ({
    name: `ten busy minutes, recorded to their end: no task over 100 ms when the strip ${strip} is first shown`,
    async run(desk: Desk, page: Page) {
      await watched(
        desk,
        page,
        LONG,
        async () => {
          await page.getByRole("checkbox", { name: stripNames[strip].en }).click();
          await page.locator(`[data-plot=${strip}] :is(canvas, path)`).first().waitFor();
          await page.waitForTimeout(500);
        },
        async () => {
          await page.locator("[data-reaching]").waitFor({ state: "detached", timeout: 90_000 });
          await desk.button(stripWords.strips).click();
        },
      );
    },
  })),
  {
    name: "both delays moved to 0 by hand, then ten minutes: no task over 100 ms",
    async run(desk, page) {
      await watched(desk, page, "v=1&s=fast-producer&t=20000", async () => {
        await desk.setField("producerDelayMs", "0");
        await desk.setField("consumerDelayMs", "0");
        await desk.setField("durationS", "600");
        await page.waitForTimeout(3_000);
      });
    },
  },
];

/**
 * Opens a link, does what has to come before and what is to be watched, and checks all tasks from the first contentful
 * paint on. What freezes the page does so every time; a machine that was busy elsewhere does so once: a task is too
 * long if there was one each time.
 */
async function watched(
  desk: Desk,
  page: Page,
  link: string,
  deed: () => Promise<void>,
  begin: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.addInitScript(observeTasks);
  const told: string[] = [];
  for (let time = 0; time < TIMES; time++) {
    // The same link again would only be a change of what is already there.
    if (time > 0) await page.goto("about:blank");
    await desk.open(link);
    await begin();
    const beforeMs = await calibrationMs(page);
    await deed();
    const tasks = await page.evaluate(tasksSincePaint);
    const slowestMs = Math.max(beforeMs, await calibrationMs(page));
    const allowedMs = MOST_MS * Math.max(1, slowestMs / USUAL_MS);
    if (tasks.every(({ ms }) => ms <= allowedMs)) return;
    const list = tasks.map(({ atMs, ms }) => `${Math.round(ms)} at ${Math.round(atMs)}`);
    told.push(`calibration ${slowestMs.toFixed(0)} ms, tasks of ${list.join(", ")} ms`);
  }
  assert.fail(told.join("; "));
}

/** A task that held up the page. */
interface LongTask {
  /** When it began, in ms since the page was asked for. */
  readonly atMs: number;
  readonly ms: number;
}

/** What the tests keep in the page. */
interface Watch {
  longTasks?: LongTask[];
  /** The calibration tasks, which count for nothing. */
  calibrations?: number[];
}

/** In the page, before anything else runs there. */
function observeTasks(): void {
  const tasks: LongTask[] = [];
  Object.assign(globalThis, { longTasks: tasks });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      tasks.push({ atMs: startTime, ms: duration });
    }
  }).observe({ type: "longtask", buffered: true });
}

/** In the page: the tasks that ended after the first contentful paint. */
function tasksSincePaint(): LongTask[] {
  const { longTasks = [], calibrations = [] } = globalThis as Watch;
  const paintMs = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  return longTasks.filter(
    ({ atMs, ms }) =>
      atMs + ms > paintMs && !calibrations.some((at) => atMs <= at && at <= atMs + ms),
  );
}

/** How long a task takes that is always the same, in ms. */
function calibrationMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const startMs = performance.now();
    let sum = 0;
    for (let i = 0; i < 5_000_000; i++) sum += Math.sqrt(i) % 7;
    const { calibrations = [] } = globalThis as { calibrations?: number[] };
    Object.assign(globalThis, { calibrationSum: sum, calibrations: [...calibrations, startMs] });
    return performance.now() - startMs;
  });
}
