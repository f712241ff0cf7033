/**
 * `npm run e2e [-- --no-build] [--only TEXT] [--at-once N]`: the built page in a real Chromium. Ends with the line
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
    /** Runs only the checks whose topic or name contains this. */
    only: { type: "string", default: "" },
    /** How many checks run at the same time. */
    "at-once": { type: "string", default: "3" },
  },
});

const atOnce = Number(options["at-once"]);
if (!(Number.isInteger(atOnce) && atOnce >= 1)) throw new Error("--at-once: a whole number from 1");

if (!options["no-build"]) await build({ logLevel: "warn" });
rmSync(SCREENSHOTS, { recursive: true, force: true });
const site = await serveSite("dist");
let passed = 0;
let failed = 0;

function tell({ topic, check, problem, ms }: Outcome): void {
  if (problem === null) passed++;
  else failed++;
  const told = `${topic}: ${check.name} (${(ms / 1000).toFixed(1)} s)`;
  process.stdout.write(`${problem === null ? "ok    " : "not ok"} ${told}\n`);
  if (problem !== null) process.stdout.write(`${problem.replace(/^/gm, "         ")}\n`);
}

try {
  await withBrowser(async (browser) => {
    const wanted = Object.entries(topics).flatMap(([topic, checks]) =>
      checks
        .filter(({ name }) => `${topic}: ${name}`.includes(options.only))
        .map((check) => ({ topic, check })),
    );
    await runChecks(browser, site.url, wanted, atOnce, tell);
  });
} finally {
  await site.close();
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0) process.exitCode = 1;
