import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { stripNames, stripWords } from "../../src/views/stage/strip-words.ts";
import { words } from "../../src/views/stage/transport/words.ts";
import type { Checks } from "./check.ts";
import type { Desk } from "./desk.ts";

/** The longest task allowed on the main thread, on a machine that takes the usual time for the calibration task. */
const MOST_MS = 100;
/** How long the calibration task takes on a quiet machine. */
const USUAL_MS = 25;
/** How many times a check is tried as long as a task was too long. */
const TIMES = 3;

const HEAVY = "v=1&k=rendezvous&2.k=conflated&3.k=try-send&4.k=bounded&p=0&c=0&T=600";
/** 1,000 elements a second, without a strip that has read any of them. */
const LONG = "v=1&s=replenishing&k=pekko-buffer&p=1&c=1&T=600&t=600000&st=none";
const LATE = "v=1&k=rendezvous&2.k=conflated&3.k=try-send&4.k=drop-oldest&p=1&c=1&T=600&t=600000";

/** Programs that never pause, in libraries that do not say when they could pause. */
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

/** No value of a setting freezes the page. */
export const longTasks: Checks = [
  ...OPENED.map((link) => ({
    name: `no task takes over 100 ms from the first paint on: ${link}`,
    async run(desk: Desk, page: Page) {
      await watched(desk, page, link, async () => {
        await page.locator("[data-reaching]").waitFor({ state: "detached", timeout: 90_000 });
        await page.waitForTimeout(2_000);
      });
    },
  })),
  {
    name: "four lanes without any pause: no task takes over 100 ms while they are opened and played",
    async run(desk, page) {
      await watched(desk, page, HEAVY, async () => {
        await desk.playButton.click();
        await page.waitForTimeout(3_000);
      });
    },
  },
  {
    name: "a link to the end of ten busy minutes opens where the recording ends and says why, without a task over 100 ms",
    async run(desk, page) {
      await watched(desk, page, LATE, async () => {
        await page.locator("[data-reaching]").waitFor({ state: "detached", timeout: 90_000 });
        await page.getByTestId("end").filter({ hasText: words.endMemory.en }).first().waitFor();
      });
      // The play head stands at the very end, so nothing can be played after it.
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
 * Opens a link, runs `begin` and then `action`, and checks all tasks from the first contentful paint on. What freezes the
 * page does so every time, a busy machine only once: so this fails only if each of several tries had a task that was too
 * long.
 */
async function watched(
  desk: Desk,
  page: Page,
  link: string,
  action: () => Promise<void>,
  begin: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.addInitScript(observeTasks);
  const told: string[] = [];
  for (let time = 0; time < TIMES; time++) {
    // Opening the same link again would not load the page again.
    if (time > 0) await page.goto("about:blank");
    await desk.open(link);
    await begin();
    const beforeMs = await calibrationMs(page);
    await action();
    const tasks = await page.evaluate(tasksSincePaint);
    const slowestMs = Math.max(beforeMs, await calibrationMs(page));
    const allowedMs = MOST_MS * Math.max(1, slowestMs / USUAL_MS);
    if (tasks.every(({ ms }) => ms <= allowedMs)) return;
    const list = tasks.map(({ atMs, ms }) => `${Math.round(ms)} at ${Math.round(atMs)}`);
    told.push(`calibration ${slowestMs.toFixed(0)} ms, tasks of ${list.join(", ")} ms`);
  }
  assert.fail(told.join("; "));
}

/** A task that blocked the page. */
interface LongTask {
  /** When it began, in ms since the page was requested. */
  readonly atMs: number;
  readonly ms: number;
}

/** What these checks store in the page. */
interface Watch {
  longTasks?: LongTask[];
  /** When calibration tasks began; these do not count. */
  calibrations?: number[];
}

/** Runs in the page before anything else: records its long tasks. */
function observeTasks(): void {
  const tasks: LongTask[] = [];
  Object.assign(globalThis, { longTasks: tasks });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      tasks.push({ atMs: startTime, ms: duration });
    }
  }).observe({ type: "longtask", buffered: true });
}

/** Runs in the page: the long tasks that ended after the first contentful paint, without calibrations. */
function tasksSincePaint(): LongTask[] {
  const { longTasks = [], calibrations = [] } = globalThis as Watch;
  const paintMs = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  return longTasks.filter(
    ({ atMs, ms }) =>
      atMs + ms > paintMs && !calibrations.some((at) => atMs <= at && at <= atMs + ms),
  );
}

/** How long a fixed task takes in the page at the moment, in ms. */
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
