/**
 * The browser contexts that checks work in. Checks that want the same of their context work in one, one after the
 * other: what the browser has loaded and compiled for one serves the next, which saves a third of opening the page.
 * Nothing that a page stores goes from one check to another.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Check } from "./check.ts";
import { watch, watchPolicy } from "./watch.ts";

const ACTION_TIMEOUT_MS = 10_000;

export interface Room {
  readonly context: BrowserContext;
  /** What has gone wrong on its pages since it was asked last. */
  problems(): readonly string[];
}

export class Rooms {
  private readonly browser: Browser;
  private readonly url: string;
  /** Rooms that nobody works in, by the context that they are. */
  private readonly free = new Map<string, Room[]>();

  constructor(browser: Browser, url: string) {
    this.browser = browser;
    this.url = url;
  }

  /** A room for one check. */
  async enter(check: Check): Promise<Room> {
    const free = check.alone === true ? undefined : this.free.get(keyOf(check))?.pop();
    const room = free ?? (await this.build(check.context));
    room.problems();
    return room;
  }

  /**
   * The check that worked on `page` is over, and what it has stored goes. Another may come if this one was `fine`;
   * until then the page stays, empty: without any the browser would end the process that has compiled everything.
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
      // A page that stays would write again what it is asked to forget.
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
