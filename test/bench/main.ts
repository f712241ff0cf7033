/**
 * `npm run bench [-- --rounds N] [--quick] [--json] [--gate]`: the engine compared with its peers.
 * `npm run bench -- --against COMMIT`, with the same options: the engine compared with that commit's.
 *
 * Every sample comes from a fresh process, ratios are formed within a round, and every run's check value
 * must be right. `--json` prints one object last on stdout (ns per event, or the comparison), and the
 * tables to stderr. `--gate` exits 1 if a ratio is below half of its goal, or if a trace adds more than twice
 * the time it may (half and twice, because machines are noisy); with `--against`, if a median is more than 3 %
 * slower than at that commit.
 */
import { parseArgs } from "node:util";
import { compareWith, comparisonTable } from "./against.ts";
import { bundleChild } from "./bundle.ts";
import { costBySize } from "./costs.ts";
import { asJson, traceResults, workloadResults } from "./report.ts";
import { runRounds } from "./rounds.ts";
import { Sampler } from "./sample.ts";
import { costTable, lossLine, resultTable, traceTable } from "./table.ts";
import { QUEUE, THEORETICAL_LOSS } from "./workloads/queue.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string" },
    against: { type: "string" },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    gate: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 2 : 9));
if (!(Number.isInteger(rounds) && rounds >= 1)) throw new Error("--rounds: a whole number from 1");

const onRound = (round: number) => {
  process.stderr.write(`round ${round} of ${rounds}\n`);
};
if (options.against === undefined) await measureBesidePeers();
else await measureAgainst(options.against);

async function measureAgainst(commit: string): Promise<void> {
  const comparison = await compareWith(commit, rounds, onRound);
  report(comparisonTable(comparison), JSON.stringify(comparison));
  if (options.gate && comparison.rows.some(({ slower }) => slower)) process.exitCode = 1;
}

async function measureBesidePeers(): Promise<void> {
  const sampler = new Sampler(await bundleChild());
  const measured = runRounds(sampler, rounds, onRound);
  const results = workloadResults(measured);
  const traces = traceResults(measured);
  const memory = sampler.memoryCosts();
  const tables = [
    resultTable(results),
    lossLine(QUEUE.expected(QUEUE.size) / QUEUE.size, THEORETICAL_LOSS),
    traceTable(traces, memory.perTraceRow),
    costTable(costBySize(sampler, options.quick ? 1 : 2), memory.perWaitingItem),
  ];
  report(tables.join("\n"), asJson(results));

  const missed = results.flatMap(({ workload, goals }) =>
    goals
      .filter(({ reached, atLeast }) => reached < atLeast / 2)
      .map((goal) => ({ workload, goal })),
  );
  for (const { workload, goal } of options.gate ? missed : []) {
    process.stderr.write(
      `gate: ${workload.id} is ${goal.reached.toFixed(2)} x ${goal.what}, under half of ${goal.atLeast}\n`,
    );
    process.exitCode = 1;
  }
  const tooDear = traces.filter(
    ({ ratio, atMost }) => atMost !== null && ratio.median - 1 > 2 * (atMost - 1),
  );
  for (const { workload, ratio } of options.gate ? tooDear : []) {
    process.stderr.write(
      `gate: ${workload} takes ${ratio.median.toFixed(2)} x as long with a trace\n`,
    );
    process.exitCode = 1;
  }
}

/** Prints the text, or with `--json` the text to stderr and the object to stdout. */
function report(text: string, json: string): void {
  (options.json ? process.stderr : process.stdout).write(text);
  if (options.json) process.stdout.write(`${json}\n`);
}
