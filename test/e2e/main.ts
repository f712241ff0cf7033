/**
 * `npm run e2e [-- --no-build] [--only TEXT]`: the built page in a real Chromium. Ends with the line
 * `N passed, M failed`; exits 1 if any check failed. Pictures of the page are left in screenshots/.
 */
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "vite";
import { withBrowser } from "../support/browser.ts";
import { serveSite } from "../support/static-server.ts";
import { type Outcome, runChecks, SCREENSHOTS } from "./runner.ts";
import { topics } from "./topics.ts";

const { values: options } = parseArgs({
  options: {
    "no-build": { type: "boolean", default: false },
    /** Only checks with this in their topic or name. */
    only: { type: "string", default: "" },
  },
});

if (!options["no-build"]) await build({ logLevel: "warn" });
rmSync(SCREENSHOTS, { recursive: true, force: true });
const site = await serveSite("dist");
let passed = 0;
let failed = 0;

function tell({ check, problem, ms }: Outcome): void {
  if (problem === null) passed++;
  else failed++;
  const seconds = (ms / 1000).toFixed(1);
  process.stdout.write(`${problem === null ? "ok    " : "not ok"} ${check.name} (${seconds} s)\n`);
  if (problem !== null) process.stdout.write(`${problem.replace(/^/gm, "         ")}\n`);
}

try {
  await withBrowser(async (browser) => {
    for (const [topic, checks] of Object.entries(topics)) {
      const wanted = checks.filter(({ name }) => `${topic}: ${name}`.includes(options.only));
      if (wanted.length === 0) continue;
      process.stdout.write(`\n${topic}\n`);
      await runChecks(browser, site.url, wanted, tell);
    }
  });
} finally {
  await site.close();
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0) process.exitCode = 1;
