/** Runs checks, each on a fresh page, and continues after a failure. */
import { mkdirSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Check } from "./check.ts";
import { Desk } from "./desk.ts";
import { Rooms } from "./rooms.ts";

export const SCREENSHOTS = "screenshots";
const TIMEOUT_MS = 240_000;

/** A check with its topic. */
export interface Task {
  readonly topic: string;
  readonly check: Check;
}

export interface Outcome extends Task {
  /** What went wrong; null if nothing did. */
  readonly problem: string | null;
  readonly ms: number;
}

/** Runs every check, `atOnce` at the same time, and passes each outcome to `tell` as it comes. */
export async function runChecks(
  browser: Browser,
  url: string,
  tasks: readonly Task[],
  atOnce: number,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...tasks];
  const rooms = new Rooms(browser, url);
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const start = Date.now();
      const problem = await runCheck(rooms, url, task.check);
      tell({ ...task, problem, ms: Date.now() - start });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function runCheck(rooms: Rooms, url: string, check: Check): Promise<string | null> {
  const room = await rooms.enter(check);
  const page = await room.context.newPage();
  let fine = false;
  try {
    const problem = await problemOf(check, new Desk(page, url), page);
    const others = room.problems().filter((other) => check.brings?.test(other) !== true);
    const all = [...(problem === null ? [] : [problem]), ...others];
    fine = all.length === 0;
    if (fine) return null;
    await takePicture(room.context, check.name);
    return all.join("\n");
  } finally {
    await rooms.leave(room, page, check, fine);
  }
}

async function problemOf(check: Check, desk: Desk, page: Page): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const error = new Error(`not done after ${TIMEOUT_MS / 1000} s`);
    timer = setTimeout(() => reject(error), TIMEOUT_MS);
  });
  try {
    await Promise.race([check.run(desk, page), timeout]);
    return null;
  } catch (error) {
    return describe(error);
  } finally {
    clearTimeout(timer);
  }
}

/** An error's message, and the lines of the checks that it comes from. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at .*\/test\/e2e\/(?!runner|main)/.test(line));
  return [error.message.trim(), ...frames].join("\n");
}

async function takePicture(context: BrowserContext, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = `failed-${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)}`;
  for (const [index, page] of context.pages().entries()) {
    const path = `${SCREENSHOTS}/${file}${index === 0 ? "" : `-${index + 1}`}.png`;
    // A page that hangs can't be captured: the check's own problem says more.
    await page.screenshot({ path, timeout: 5000 }).catch(() => undefined);
  }
}
