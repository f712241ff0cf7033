/** Everything that must not happen on a page, whatever a check is about. */
import type { BrowserContext, Page } from "playwright-core";

/** Has every page of a context tell of what its content security policy has kept from it. */
export async function watchPolicy(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      // biome-ignore lint/suspicious/noConsole: whoever watches the page hears it there
      console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
}

/** Collects what the pages of a context say and ask for; gives what was wrong since it was asked last. */
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
    // A page that is left stops what it was loading; one without scripts loads none.
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

/** From now on, the most that anything has stuck out to the right, in px, after any change of the page. */
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
