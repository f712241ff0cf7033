/** Measures a page in a real browser: the CPU time of its main thread, its frames, and its response to a key. */
import type { Browser, CDPSession, Locator, Page } from "playwright-core";
import type { Situation } from "./situations.ts";

const WARM_UP_MS = 1200;
const MEASURED_MS = 3000;
const KEY_PRESSES = 40;
const KEY_PAUSE_MS = 90;

export interface FrameSample {
  /** The main thread's CPU time per frame, in ms. */
  readonly cpuMs: number;
  readonly framesPerSec: number;
  /** The share of frames that came more than 25 ms after the one before, in percent. */
  readonly latePercent: number;
}

/** One measurement of a situation, on a fresh page. Throws if the run ends before the measurement. */
export async function sampleFrames(
  browser: Browser,
  url: string,
  situation: Situation,
): Promise<FrameSample> {
  return withPage(browser, url, situation, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const before = await taskSeconds(session);
    const frames = await page.evaluate(collectFrames, MEASURED_MS);
    const cpuMs = ((await taskSeconds(session)) - before) * 1000;
    if (situation.plays && !(await pauseButton(page).isVisible())) {
      throw new Error(`${situation.what}: the run was over before the measurement was`);
    }
    const gaps = frames.slice(1).map((time, index) => time - (frames[index] as number));
    const lengthMs = (frames.at(-1) as number) - (frames[0] as number);
    return {
      cpuMs: cpuMs / gaps.length,
      framesPerSec: (1000 * gaps.length) / lengthMs,
      latePercent: (100 * gaps.filter((gap) => gap > 25).length) / gaps.length,
    };
  });
}

/** The times from pressing a key on a slider to the frame that shows it, in ms, one for each press. */
export async function sampleKeys(
  browser: Browser,
  url: string,
  situation: Situation,
): Promise<number[]> {
  return withPage(browser, url, situation, async (page) => {
    await page.locator("[data-param=consumerDelayMs] input[type=range]").focus();
    await page.evaluate(() => {
      const delays: number[] = [];
      Object.assign(window, { keyDelays: delays });
      addEventListener(
        "keydown",
        ({ timeStamp }) => {
          // The task after the next frame's callbacks runs once that frame has been drawn.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => delays.push(performance.now() - timeStamp);
            port2.postMessage(null);
          });
        },
        { capture: true },
      );
    });
    for (let press = 0; press < KEY_PRESSES; press++) {
      await page.keyboard.press(press % 8 < 4 ? "ArrowLeft" : "ArrowRight");
      await page.waitForTimeout(KEY_PAUSE_MS);
    }
    return page.evaluate(() => (window as unknown as { keyDelays: number[] }).keyDelays);
  });
}

async function withPage<T>(
  browser: Browser,
  url: string,
  { link, plays, presented, viewport = { width: 1280, height: 720 } }: Situation,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport,
    locale: "en-US",
  });
  try {
    const page = await context.newPage();
    await page.goto(link === null ? "about:blank" : `${url}#${link}`);
    if (link !== null) await page.locator("[data-plot]").last().waitFor();
    if (presented) await page.getByRole("button", { name: "Present", exact: true }).click();
    if (plays) await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.waitForTimeout(WARM_UP_MS);
    return await use(page);
  } finally {
    await context.close();
  }
}

function pauseButton(page: Page): Locator {
  return page.getByRole("button", { name: "Pause", exact: true });
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = metrics.find(({ name }) => name === "TaskDuration");
  if (metric === undefined) throw new Error("The browser does not report TaskDuration.");
  return metric.value;
}

/** Runs in the page: collects the time of each frame for `forMs` ms. */
async function collectFrames(forMs: number): Promise<number[]> {
  const first = await new Promise<number>(requestAnimationFrame);
  const times = [first];
  for (let time = first; time - first < forMs; times.push(time)) {
    time = await new Promise<number>(requestAnimationFrame);
  }
  return times;
}
