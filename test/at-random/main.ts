/**
 * `npm run e2e:random [-- --seed N --steps N --phone --no-build]`: presses, types, drags and follows links on the built
 * page at random. After each step there must be no error, nothing may stick out of the window, and, every few steps, if
 * the page rests, the numbers of the first lane must be those of the run that the address names. Prints what was done
 * before a fault, and ends with the line `N passed, M failed`, counted in steps. The same seed repeats the same actions
 * as long as the page is as fast as it was.
 */
import { parseArgs } from "node:util";
import { build } from "vite";
import { Random } from "../../src/kernel/index.ts";
import { Desk } from "../e2e/desk.ts";
import { overflowOf, watch, watchPolicy } from "../e2e/watch.ts";
import { withBrowser } from "../support/browser.ts";
import { serveSite } from "../support/static-server.ts";
import { randomAction } from "./actions.ts";

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "400" },
    phone: { type: "boolean", default: false },
    "no-build": { type: "boolean", default: false },
  },
});

/** How many of the last actions are printed with a fault. */
const PRINTED = 12;
/** The numbers are compared with the run in the address once in this many steps. */
const NUMBERS_EVERY = 10;
const PATIENCE_MS = 4_000;

const steps = wholeNumber("steps", options.steps);
const random = new Random(wholeNumber("seed", options.seed), "at random");
const window = options.phone
  ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  : { viewport: { width: 1280, height: 720 } };

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(`--${name}: a whole number from 1, not ${text}`);
}

/** What is wrong with the numbers of a resting page; empty while it plays or shows no lane. */
async function wrongNumbers(desk: Desk): Promise<string[]> {
  const { page } = desk;
  for (let open = 0; open < 2; open++) await page.keyboard.press("Escape");
  desk.language = (await page.locator("html").getAttribute("lang")) === "ko" ? "ko" : "en";
  const isSeen = (await page.locator("[data-lane='0'] [data-counter=waiting]").count()) > 0;
  if (!isSeen || (await desk.pauseButton.count()) > 0) return [];
  try {
    await desk.assertNumbersOfLink();
  } catch {
    // What the link names may have been loaded between reading the address and the numbers.
    await page.waitForTimeout(1_500);
    if ((await desk.pauseButton.count()) > 0) return [];
    try {
      await desk.assertNumbersOfLink();
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  }
  return [];
}

if (!options["no-build"]) await build({ logLevel: "warn" });
const site = await serveSite("dist");
let failed = 0;
try {
  await withBrowser(async (browser) => {
    const context = await browser.newContext({ ...window, locale: "en-US" });
    context.setDefaultTimeout(PATIENCE_MS);
    const errors = watch(context);
    await watchPolicy(context);
    const page = await context.newPage();
    const desk = new Desk(page, site.url);
    await desk.open();
    const done: string[] = [];
    for (let step = 1; step <= steps; step++) {
      done.push(await randomAction(page, random, options.phone));
      const { right } = await overflowOf(page);
      const wrong = [
        ...errors(),
        ...(right > 0 ? [`scrolls ${right} px sideways`] : []),
        ...(step % NUMBERS_EVERY === 0 ? await wrongNumbers(desk) : []),
      ];
      if (wrong.length === 0) continue;
      failed++;
      process.stdout.write(`not ok step ${step}: ${wrong.join("\n  ")}\n`);
      process.stdout.write(`  after ${done.slice(-PRINTED).join("\n        ")}\n`);
      // Otherwise the same fault would be reported at every later step.
      await page.goto("about:blank");
      await desk.open();
      errors();
    }
    await context.close();
  });
} finally {
  await site.close();
}
process.stdout.write(`\n${steps - failed} passed, ${failed} failed\n`);
if (failed > 0) process.exitCode = 1;
