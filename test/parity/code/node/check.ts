/**
 * Checks whether the JavaScript that the page shows does what the page's run does: each text runs verbatim on the Node
 * that runs this, in virtual time, and is compared event for event.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { firstDifference } from "../../compare.ts";
import { type ParityCase, playCases } from "../code-cases.ts";
import type { CodeCheckOptions, CodeCheckResult, Failure } from "../code-check.ts";
import { shownText } from "../shown-text.ts";
import { nodeCases } from "./cases.ts";
import { runPage } from "./page-program.ts";
import { runReal } from "./real-program.ts";

/** Whether this is the version of Node whose streams the page has. */
const isNode20 = process.versions.node.startsWith("20.");

export async function checkNode(options: CodeCheckOptions): Promise<CodeCheckResult> {
  const failed: Failure[] = [];
  let passed = 0;
  // The cases are played when they are compared.
  for (const { parityCase } of playCases(nodeCases, options, () => true)) {
    const why = await differenceOf(parityCase, options.keep);
    if (why === null) passed++;
    else failed.push({ name: parityCase.id, why });
  }
  if (isNode20 || failed.length === 0) return { passed, failed, skipped: null };
  const reported = failed.map(({ name, why }) => `${name}: ${why}`).join("\n");
  const why = `the page has the streams of Node 20; ${process.version} differs in ${failed.length}:\n${reported}`;
  return { passed, failed: [], skipped: { why, unreachable: false } };
}

/**
 * Returns the first difference between the two runs of a case, or null. `text` is what runs; by default what is shown.
 */
export async function differenceOf(
  parityCase: ParityCase,
  keep = "",
  text: string = shownText(parityCase),
): Promise<string | null> {
  if (keep !== "") {
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${parityCase.id.replace(/[^\w.-]+/g, "-")}.mjs`), text);
  }
  const page = runPage(parityCase);
  const real = await runReal(text, parityCase.untilMs);
  if (real.error !== page.error) return `ends with ${real.error}, on the page with ${page.error}`;
  const difference = firstDifference(real.events, page.events);
  if (difference !== null) {
    const { index, recorded, replayed } = difference;
    return `event ${index} of ${real.events.length} is ${recorded}, on the page ${replayed}`;
  }
  if (real.goesOn !== page.goesOn) {
    return `after ${parityCase.untilMs} ms it ${real.goesOn ? "goes on" : "is over"}, on the page not`;
  }
  return null;
}
