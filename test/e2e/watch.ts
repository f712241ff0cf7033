/** Watches for what must not happen on a page, whatever a check is about. */
import type { BrowserContext, Page } from "playwright-core";

/** Makes every page of a context report on its console what its content security policy has blocked. */
export async function watchPolicy(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      // biome-ignore lint/suspicious/noConsole: `watch` reads the console
      console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
}

/** Watches the consoles and requests of a context's pages. Returns a function that gives the problems since its last call. */
export function watch(context: BrowserContext): () => readonly string[] {
  const problems: string[] = [];
  context.on("weberror", (error) => problems.push(`page error: ${error.error().message}`));
  context.on("console", (message) => {
    const type = message.type();
    if (type === "error" || type === "warning") problems.push(`console ${type}: ${message.text()}`);
  });
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const inside = protocol === "data:" || protocol === "blob:" || hostname === "127.0.0.1";
    if (!inside) problems.push(`request to another host: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A page that is left aborts what it was loading; one without scripts doesn't load them.
    if (reason !== "net::ERR_ABORTED" && reason !== "csp")
      problems.push(`failed: ${request.url()} ${reason}`);
  });
  return () => [...new Set(problems.splice(0))];
}

/** How far the page can be scrolled to the right and down, in px. */
export async function overflowOf(page: Page): Promise<{ right: number; down: number }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { right: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });
}

/** Watches how far anything sticks out to the right after each change of the page. Returns a function for the most, in px. */
export async function watchOverflow(page: Page): Promise<() => Promise<number>> {
  const most = await page.evaluateHandle(() => {
    const seen = { right: 0 };
    new MutationObserver(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      seen.right = Math.max(seen.right, scrollWidth - clientWidth);
    }).observe(document, { subtree: true, childList: true, attributes: true });
    return seen;
  });
  return () => most.evaluate(({ right }) => right);
}
