/**
 * `npm run bench:page [-- --rounds N] [--no-build] [--json] [--gate]`: what the built page costs in a
 * headless Chromium, compared with a bare page in the same run. Prints medians over the rounds. The gate is on
 * CPU time, which does not depend on how busy the machine is; late frames count only if the bare page has few.
 * `--json` prints one object last on stdout and the table to stderr; `--gate` exits 1 if a limit is exceeded.
 *
 * `npm run bench:page -- --against COMMIT`, with the same options: what a frame costs compared with that commit's
 * page; `--gate` exits 1 if a situation costs over a tenth more than at that commit.
 */
import { parseArgs } from "node:util";
import { build } from "vite";
import { median, quantile } from "../bench/statistics.ts";
import { withBrowser } from "../support/browser.ts";
import { serveSite } from "../support/static-server.ts";
import { ALLOWED_RATIO, comparedPagesTable, comparePages } from "./against.ts";
import { type FrameSample, sampleFrames, sampleKeys } from "./measure.ts";
import { EMPTY, FAST_PRODUCER, presented, type Situation, situations } from "./situations.ts";

const CPU_LIMIT_MS = 10;
const LATE_LIMIT_PERCENT = 2;
const KEY_LIMIT_MS = 100;
/** How many more frames may be late on a presented page than on a bare one, in percentage points. */
const MORE_LATE_PERCENT = 5;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    against: { type: "string" },
    "no-build": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    gate: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
if (!(Number.isInteger(rounds) && rounds >= 1)) throw new Error("--rounds: a whole number from 1");

if (!options["no-build"]) await build({ logLevel: "warn" });
const onRound = (round: number) => {
  process.stderr.write(`round ${round} of ${rounds}\n`);
};
if (options.against === undefined) await measurePage();
else await measureAgainst(options.against);

async function measureAgainst(commit: string): Promise<void> {
  const compared = await comparePages(commit, rounds, onRound);
  report(comparedPagesTable(compared), JSON.stringify(compared));
  if (options.gate && compared.rows.some(({ ratio }) => ratio > ALLOWED_RATIO))
    process.exitCode = 1;
}

async function measurePage(): Promise<void> {
  const all = [EMPTY, ...situations, ...presented.flat()];
  const samples = new Map(all.map(({ id }): [string, FrameSample[]] => [id, []]));
  const keyDelays: number[] = [];

  const site = await serveSite("dist");
  try {
    await withBrowser(async (browser) => {
      for (let round = 1; round <= rounds; round++) {
        onRound(round);
        for (const situation of all) {
          samples.get(situation.id)?.push(await sampleFrames(browser, site.url, situation));
        }
        keyDelays.push(...(await sampleKeys(browser, site.url, FAST_PRODUCER)));
      }
    });
  } finally {
    await site.close();
  }

  const results = all.map(({ id, what }) => {
    const list = samples.get(id) ?? [];
    const middle = (key: keyof FrameSample) => median(list.map((sample) => sample[key]));
    const cpu = list.map(({ cpuMs }) => cpuMs);
    return {
      id,
      what,
      cpuMs: middle("cpuMs"),
      cpuLowMs: Math.min(...cpu),
      cpuHighMs: Math.max(...cpu),
      framesPerSec: middle("framesPerSec"),
      latePercent: middle("latePercent"),
    };
  });
  const latePercentOf = ({ id }: Situation) =>
    results.find((result) => result.id === id)?.latePercent ?? 0;
  const keyP95Ms = quantile(keyDelays, 0.95);
  const bareLate = results[0]?.latePercent ?? 0;
  const quiet = bareLate <= LATE_LIMIT_PERCENT;
  const missed = [
    ...results
      .filter(({ cpuMs }) => cpuMs > CPU_LIMIT_MS)
      .map(({ what }) => `${what}: over ${CPU_LIMIT_MS} ms of CPU a frame`),
    ...results
      .filter(({ id }) => !presented.flat().some((each) => each.id === id))
      .filter(({ latePercent }) => quiet && latePercent > LATE_LIMIT_PERCENT)
      .map(({ what }) => `${what}: over ${LATE_LIMIT_PERCENT} % late frames`),
    ...presented
      .filter(([bare, ours]) => latePercentOf(ours) > latePercentOf(bare) + MORE_LATE_PERCENT)
      .map(
        ([, { what }]) => `${what}: over ${MORE_LATE_PERCENT} % more late frames than a bare page`,
      ),
    ...(keyP95Ms >= KEY_LIMIT_MS ? [`slider key to screen: ${KEY_LIMIT_MS} ms or more`] : []),
  ];

  const table = [
    `${"".padEnd(36)}CPU ms a frame (lowest..highest)   frames/s   over 25 ms`,
    ...results.map(({ what, cpuMs, cpuLowMs, cpuHighMs, framesPerSec, latePercent }) => {
      const spread = `(${cpuLowMs.toFixed(2)}..${cpuHighMs.toFixed(2)})`;
      const cpu = `${cpuMs.toFixed(2).padStart(6)} ${spread.padEnd(26)}`;
      const frames = `${framesPerSec.toFixed(1).padStart(8)}${latePercent.toFixed(1).padStart(11)} %`;
      return `${what.padEnd(36)}${cpu}${frames}`;
    }),
    `limits: ${CPU_LIMIT_MS} ms of CPU a frame; ${LATE_LIMIT_PERCENT} % of frames over 25 ms${
      quiet ? "" : " (not counted: the bare page has more of them on this machine, now)"
    }`,
    `slider key to screen, p95 of ${keyDelays.length}: ${keyP95Ms.toFixed(1)} ms (limit ${KEY_LIMIT_MS})`,
    ...missed.map((text) => `NOT MET: ${text}`),
  ];
  report(`${table.join("\n")}\n`, JSON.stringify({ results, keyP95Ms, missed }));
  if (options.gate && missed.length > 0) process.exitCode = 1;
}

/** Prints the text, or with `--json` the text to stderr and the object to stdout. */
function report(text: string, json: string): void {
  (options.json ? process.stderr : process.stdout).write(text);
  if (options.json) process.stdout.write(`${json}\n`);
}
