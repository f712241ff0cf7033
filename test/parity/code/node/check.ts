/**
 * Whether the JavaScript that the page shows does what the page's run does: each text is run to the letter on the Node
 * that runs this, on virtual time, and compared event for event.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { firstDifference } from "../../compare.ts";
import type { ParityCase } from "../kotlin/cases.ts";
import { ids, randomCases, scenarioCases, tieCases } from "./cases.ts";
import { runPage, shownProgram } from "./page-program.ts";
import { runReal } from "./real-program.ts";

export interface Options {
  /** Of the random cases. */
  readonly seed: number;
  /** How many random cases of each strategy; three at least. */
  readonly cases: number;
  /** Only cases whose name holds it; "" for all. */
  readonly only: string;
  /** Where the programs are left; "" for nowhere. */
  readonly keep: string;
}

export interface Checked {
  readonly passed: number;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  /** Why nothing is said of the others; null if all were compared. */
  readonly skipped: string | null;
}

const LEAST_RANDOM = 3;

/** The Node that the streams of the page are those of. */
const isNode20 = process.versions.node.startsWith("20.");

export async function checkNode(options: Options): Promise<Checked> {
  const failed: { name: string; why: string }[] = [];
  let passed = 0;
  for (const parityCase of casesOf(options)) {
    const why = await differenceOf(parityCase, options.keep);
    if (why === null) passed++;
    else failed.push({ name: parityCase.id, why });
  }
  if (isNode20 || failed.length === 0) return { passed, failed, skipped: null };
  const reported = failed.map(({ name, why }) => `${name}: ${why}`).join("\n");
  return {
    passed,
    failed: [],
    skipped: `the page has the streams of Node 20; ${process.version} differs in ${failed.length}:\n${reported}`,
  };
}

export function casesOf({ seed, cases, only }: Options): ParityCase[] {
  const all = [...scenarioCases(), ...tieCases()];
  const wanted = all.length + Math.max(LEAST_RANDOM, cases) * ids.length;
  for (const parityCase of randomCases(seed)) {
    if (all.length >= wanted) break;
    all.push(parityCase);
  }
  return all.filter(({ id }) => id.includes(only));
}

/** Where the two runs of a case differ first; null if nowhere. `text`: what is run, the shown text if left out. */
export async function differenceOf(
  parityCase: ParityCase,
  keep = "",
  text: string = shownProgram(parityCase),
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
