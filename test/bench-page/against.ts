/**
 * The built page compared with that of another commit. Both take turns at every situation, so that changes in
 * the machine's speed affect both.
 */
import { join } from "node:path";
import { build } from "vite";
import { median, quantile } from "../bench/statistics.ts";
import { withBrowser } from "../support/browser.ts";
import { withCommit } from "../support/commit-worktree.ts";
import { serveSite } from "../support/static-server.ts";
import { sampleFrames } from "./measure.ts";
import { comparedSituations, EMPTY } from "./situations.ts";

/** The largest ratio of a frame's new cost to its old cost that `--gate` allows. */
export const ALLOWED_RATIO = 1.1;

export interface ComparedPages {
  readonly commit: string;
  /** The main thread's CPU time per frame of an empty page, in ms. */
  readonly bareMs: number;
  readonly rows: readonly ComparedSituation[];
}

export interface ComparedSituation {
  readonly what: string;
  /** Medians of the main thread's CPU time per frame, in ms. */
  readonly oldMs: number;
  readonly newMs: number;
  /** Median of the new over median of the old. */
  readonly ratio: number;
  /** Quartiles of the ratios within a round: how far to trust the ratio. */
  readonly lower: number;
  readonly upper: number;
}

/** Measures the cost of a frame in the page under `dist` and in the page of `commit`, which it builds. */
export function comparePages(
  commit: string,
  rounds: number,
  onRound: (round: number) => void,
): Promise<ComparedPages> {
  return withCommit(commit, async ({ root, commit: name }) => {
    await build({ root, configFile: join(root, "vite.config.ts"), logLevel: "warn" });
    const before = await serveSite(join(root, "dist"));
    const now = await serveSite("dist");
    try {
      return { commit: name, ...(await measure(before.url, now.url, rounds, onRound)) };
    } finally {
      await before.close();
      await now.close();
    }
  });
}

async function measure(
  oldUrl: string,
  newUrl: string,
  rounds: number,
  onRound: (round: number) => void,
): Promise<Omit<ComparedPages, "commit">> {
  const samples = comparedSituations.map((situation) => ({
    situation,
    old: [] as number[],
    new: [] as number[],
  }));
  const bare: number[] = [];
  await withBrowser(async (browser) => {
    for (let round = 1; round <= rounds; round++) {
      onRound(round);
      bare.push((await sampleFrames(browser, newUrl, EMPTY)).cpuMs);
      for (const { situation, ...lists } of samples) {
        for (const which of round % 2 === 1
          ? (["old", "new"] as const)
          : (["new", "old"] as const)) {
          const url = which === "old" ? oldUrl : newUrl;
          lists[which].push((await sampleFrames(browser, url, situation)).cpuMs);
        }
      }
    }
  });
  const rows = samples.map(({ situation, ...lists }) => {
    const ratios = lists.new.map((ms, round) => ms / (lists.old[round] as number));
    const oldMs = median(lists.old);
    const newMs = median(lists.new);
    return {
      what: situation.what,
      oldMs,
      newMs,
      ratio: newMs / oldMs,
      lower: quantile(ratios, 0.25),
      upper: quantile(ratios, 0.75),
    };
  });
  return { bareMs: median(bare), rows };
}

/** The comparison as text. */
export function comparedPagesTable({ commit, bareMs, rows }: ComparedPages): string {
  const lines = rows.map(({ what, oldMs, newMs, ratio, lower, upper }) => {
    const ms = `${oldMs.toFixed(2).padStart(6)} ->${newMs.toFixed(2).padStart(6)}`;
    const share = `${(100 * ratio).toFixed(0)} %`.padStart(6);
    const quartiles = `(${(100 * lower).toFixed(0)}..${(100 * upper).toFixed(0)} %)`;
    return `${what.padEnd(36)}${ms}   ${share} ${quartiles}`;
  });
  return [
    `main-thread CPU ms a frame: ${commit} -> now, new/old of the medians (quartiles of new/old within a round)`,
    `${EMPTY.what.padEnd(36)}${bareMs.toFixed(2).padStart(6)}`,
    ...lines,
    "",
  ].join("\n");
}
