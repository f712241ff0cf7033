import { execFileSync } from "node:child_process";
import type { MemoryCosts } from "./memory.ts";
import type { WorkloadId } from "./workloads/workload.ts";

/** What is measured: a contestant at a size of a workload. */
export interface Cell {
  readonly contestant: string;
  readonly workload: WorkloadId;
  readonly size: number;
}

/** How a sample is taken: some runs to warm up, then the median of the timed ones. */
export interface Effort {
  readonly warmUps: number;
  readonly runs: number;
  /** How many times the program is repeated within a run, for sizes that are too short to time. */
  readonly repeats: number;
}

const USUAL: Effort = { warmUps: 2, runs: 5, repeats: 1 };

/** Takes samples, each in a fresh process of the bundled child program. Throws if a check value is wrong. */
export class Sampler {
  private readonly child: string;

  constructor(child: string) {
    this.child = child;
  }

  /** ns per event. */
  nsPerEvent({ contestant, workload, size }: Cell, effort: Effort = USUAL): number {
    const { warmUps, runs, repeats } = effort;
    const numbers = [size, warmUps, runs, repeats].map(String);
    return JSON.parse(this.ask([contestant, workload, ...numbers]));
  }

  memoryCosts(): MemoryCosts {
    return JSON.parse(this.ask(["memory"], ["--expose-gc"]));
  }

  private ask(args: readonly string[], nodeOptions: readonly string[] = []): string {
    const command = [...nodeOptions, this.child, ...args];
    return execFileSync(process.execPath, command, { encoding: "utf8" });
  }
}
