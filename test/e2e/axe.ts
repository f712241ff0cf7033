/** What axe finds wrong with the page, at WCAG 2.2 levels A and AA. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule of both levels, or only the rules whose result can depend on the theme's colours. */
const RULES = {
  all: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  colours: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
} satisfies Record<string, axe.RunOnly>;

/** The violations that axe finds, one line per element; each line begins with `what`. */
export async function violations(
  page: Page,
  what: string,
  rules: keyof typeof RULES = "all",
): Promise<string[]> {
  // Not in a script tag, because the page's policy forbids inline scripts; and once per page, because it is half a megabyte.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ([runOnly, where]) => {
      const { axe: tool } = window as unknown as { axe: typeof axe };
      const { violations: found } = await tool.run(document, {
        runOnly,
        resultTypes: ["violations"],
      });
      return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => {
          const summary = (failureSummary ?? "").replace(/\s+/g, " ").slice(0, 260);
          return `${where}: ${id}: ${html.slice(0, 120)}: ${summary}`;
        }),
      );
    },
    [RULES[rules], what] as const,
  );
}
