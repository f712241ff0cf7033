/**
 * One sample, in a process of its own: `child.mjs <contestant> <workload> <size> <warm-ups> <runs>
 * <repeats>` prints the median ns per event; `child.mjs memory` prints memory costs. Fails if the check value
 * of any run is wrong.
 */
import { readFileSync } from "node:fs";
import { memoryCosts } from "./memory.ts";
import { median } from "./statistics.ts";
import { workload } from "./workloads/index.ts";
import type { Programs, WorkloadId } from "./workloads/workload.ts";

const LOADERS: Readonly<Record<string, () => Promise<{ programs: Programs }>>> = {
  engine: () => import("./peers/engine.ts"),
  "engine-traced": () => import("./peers/engine-traced.ts"),
  "engine-page": () => import("./peers/engine-page.ts"),
  "async-await": () => import("./peers/async-await.ts"),
  "thi-ng-csp": () => import("./peers/thi-ng-csp.ts"),
  medium: () => import("./peers/medium.ts"),
  rxjs: () => import("./peers/rxjs.ts"),
  simjs: () => import("./peers/simjs.ts"),
  effect: () => import("./peers/effect.ts"),
};

const [contestant = "", id = "", ...numbers] = process.argv.slice(2);
const result = contestant === "memory" ? memoryCosts() : await sample();
process.stdout.write(`${JSON.stringify(result)}\n`);

async function sample(): Promise<number> {
  const [size = 0, warmUps = 0, runs = 0, repeats = 1] = numbers.map(Number);
  const { programs } = (await LOADERS[contestant]?.()) ?? { programs: {} };
  const program = programs[id as WorkloadId];
  if (program === undefined) throw new Error(`${contestant} has no program for ${id}`);
  const expected = workload(id as WorkloadId).expected(size);
  const times: number[] = [];
  for (let run = 0; run < warmUps + runs; run++) {
    const start = cpuTimeNs();
    for (let repeat = 0; repeat < repeats; repeat++) {
      const check = await program(size);
      if (check !== expected) {
        throw new Error(`${contestant} ${id}: the check value is ${check} instead of ${expected}`);
      }
    }
    if (run >= warmUps) times.push(cpuTimeNs() - start);
  }
  return median(times) / (workload(id as WorkloadId).events(size) * repeats);
}

/** The wall clock minus the time that this thread has waited for a CPU, in ns. */
function cpuTimeNs(): number {
  return Number(process.hrtime.bigint()) - cpuWaitNs();
}

function cpuWaitNs(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[1]);
  } catch {
    // Not Linux: the wall clock has to do.
    return 0;
  }
}
