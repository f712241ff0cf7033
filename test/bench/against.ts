/**
 * The engine compared with an earlier commit. Each commit's samples come from that commit's own `child.ts`, and old
 * and new take turns, so that changes in the machine's speed affect both.
 */
import { join } from "node:path";
import { withCommit } from "../support/commit-worktree.ts";
import { bundleChild } from "./bundle.ts";
import { ENGINE, TRACED } from "./contestants.ts";
import { cellsOf } from "./rounds.ts";
import { type Cell, Sampler } from "./sample.ts";
import { median, quantile } from "./statistics.ts";
import { workload } from "./workloads/index.ts";

/** The largest allowed ratio of a new median to the old one. */
const ALLOWED = 1.03;

export interface Comparison {
  readonly commit: string;
  readonly rows: readonly ComparedCell[];
}

export interface ComparedCell {
  readonly what: string;
  /** Medians, in ns per event. */
  readonly oldNs: number;
  readonly newNs: number;
  /** Median of the new over median of the old. */
  readonly ratio: number;
  /** Quartiles of the ratios within a round: how far to trust the ratio. */
  readonly lower: number;
  readonly upper: number;
  readonly slower: boolean;
}

interface Pair {
  readonly oldNs: number[];
  readonly newNs: number[];
}

/** Measures every workload of the engine, with and without a trace, in this commit and in `commit`. */
export function compareWith(
  commit: string,
  rounds: number,
  onRound: (round: number) => void,
): Promise<Comparison> {
  return withCommit(commit, async ({ root, commit: name }) => {
    const before = new Sampler(await bundleChild(root, join(root, ".bench")));
    const now = new Sampler(await bundleChild());
    const cells = [ENGINE, TRACED].flatMap(cellsOf);
    const pairs = cells.map((): Pair => ({ oldNs: [], newNs: [] }));
    for (let round = 1; round <= rounds; round++) {
      cells.forEach((cell, index) => {
        const { oldNs, newNs } = pairs[index] as Pair;
        const takeOld = () => oldNs.push(before.nsPerEvent(cell));
        const takeNew = () => newNs.push(now.nsPerEvent(cell));
        const order = round % 2 === 1 ? [takeOld, takeNew] : [takeNew, takeOld];
        for (const take of order) take();
      });
      onRound(round);
    }
    return { commit: name, rows: cells.map((cell, index) => compared(cell, pairs[index] as Pair)) };
  });
}

/** The comparison as text, with a line for each workload that has become slower. */
export function comparisonTable({ commit, rows }: Comparison): string {
  const lines = rows.map(({ what, oldNs, newNs, ratio, lower, upper, slower }) => {
    const ns = `${oldNs.toFixed(1).padStart(8)} ->${newNs.toFixed(1).padStart(8)}`;
    const quartiles = `(${lower.toFixed(3)}..${upper.toFixed(3)})`;
    return `${what.padEnd(63)}${ns}   ${ratio.toFixed(3)} ${quartiles}${slower ? "   SLOWER" : ""}`;
  });
  const slower = rows.filter((row) => row.slower).length;
  const percent = ((ALLOWED - 1) * 100).toFixed(0);
  return [
    `ns per event: ${commit} -> now, new/old of the medians (quartiles of new/old within a round)`,
    ...lines,
    slower === 0
      ? `no median is more than ${percent} % slower than at ${commit}`
      : `${slower} of ${rows.length} medians are more than ${percent} % slower than at ${commit}`,
    "",
  ].join("\n");
}

function compared(cell: Cell, { oldNs, newNs }: Pair): ComparedCell {
  const { title, event } = workload(cell.workload);
  const ratios = newNs.map((ns, round) => ns / (oldNs[round] as number));
  const ratio = median(newNs) / median(oldNs);
  return {
    what: `${cell.workload} ${title}, a ${event}${cell.contestant === TRACED.id ? ", traced" : ""}`,
    oldNs: median(oldNs),
    newNs: median(newNs),
    ratio,
    lower: quantile(ratios, 0.25),
    upper: quantile(ratios, 0.75),
    slower: ratio > ALLOWED,
  };
}
