/** How many rows per event a traced run writes, by counting them. */
import { Trace } from "../../src/trace/index.ts";
import { PAGE_TRACED, TRACED } from "./contestants.ts";
import { programs as pagePrograms } from "./peers/engine-page.ts";
import { programs as tracedPrograms } from "./peers/engine-traced.ts";
import type { Cell } from "./sample.ts";
import { workload } from "./workloads/index.ts";
import type { WorkloadId } from "./workloads/workload.ts";

type TracedPrograms = Partial<Record<WorkloadId, (size: number, trace: Trace) => number>>;

const PROGRAMS: Readonly<Record<string, TracedPrograms>> = {
  [TRACED.id]: tracedPrograms,
  [PAGE_TRACED.id]: pagePrograms,
};

export function rowsPerEvent({ contestant, workload: id, size }: Cell): number {
  const program = PROGRAMS[contestant]?.[id];
  if (program === undefined) throw new Error(`${contestant} has no traced program for ${id}`);
  const trace = new Trace();
  program(size, trace);
  return trace.length / workload(id).events(size);
}
