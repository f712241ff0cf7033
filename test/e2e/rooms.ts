/**
 * The browser contexts that checks work in. Checks with the same context options share one, one after the other: what the
 * browser has loaded and compiled for one serves the next, which saves a third of the time to open the page. Nothing that
 * a page stores passes from one check to the next.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Check } from "./check.ts";
import { watch, watchPolicy } from "./watch.ts";

const ACTION_TIMEOUT_MS = 10_000;

export interface Room {
  readonly context: BrowserContext;
  /** What has gone wrong on its pages since the last call. */
  problems(): readonly string[];
}

export class Rooms {
  private readonly browser: Browser;
  private readonly url: string;
  /** The rooms that no check uses at the moment, by the options of their context. */
  private readonly free = new Map<string, Room[]>();

  constructor(browser: Browser, url: string) {
    this.browser = browser;
    this.url = url;
  }

  /** Returns a room for a check: a free one with the same options, or else a new one. */
  async enter(check: Check): Promise<Room> {
    const free = check.alone === true ? undefined : this.free.get(keyOf(check))?.pop();
    const room = free ?? (await this.build(check.context));
    room.problems();
    return room;
  }

  /**
   * Ends a check on `page` and deletes what it has stored. If it was `fine`, another check may enter the room. Until then
   * the page stays open and empty, because without a page the browser would end the process that has compiled everything.
   */
  async leave(room: Room, page: Page, check: Check, fine: boolean): Promise<void> {
    const { context } = room;
    if (check.alone === true || !fine || !(await this.isCleared(context, page)))
      return context.close();
    const key = keyOf(check);
    const free = this.free.get(key);
    if (free === undefined) this.free.set(key, [room]);
    else free.push(room);
  }

  private async isCleared(context: BrowserContext, page: Page): Promise<boolean> {
    try {
      for (const other of context.pages()) if (other !== page) await other.close();
      // The page itself would store again what is deleted here.
      await page.goto("about:blank");
      const session = await context.newCDPSession(page);
      await session.send("Storage.clearDataForOrigin", {
        origin: new URL(this.url).origin,
        storageTypes: "cookies,local_storage,indexeddb,cache_storage",
      });
      await session.detach();
      return true;
    } catch {
      return false;
    }
  }

  private async build(options: BrowserContextOptions | undefined): Promise<Room> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 720 },
      locale: "en-US",
      colorScheme: "light",
      ...options,
    });
    context.setDefaultTimeout(ACTION_TIMEOUT_MS);
    const problems = watch(context);
    await watchPolicy(context);
    return { context, problems };
  }
}

function keyOf({ context }: Check): string {
  return JSON.stringify(context ?? {});
}
