import { BACKLOG } from "./backlog.ts";
import { ITEMS, RENDEZVOUS_ITEMS } from "./items.ts";
import { QUEUE } from "./queue.ts";
import { TIMERS } from "./timers.ts";
import type { Workload, WorkloadId } from "./workload.ts";

export const WORKLOADS: readonly Workload[] = [ITEMS, RENDEZVOUS_ITEMS, BACKLOG, QUEUE, TIMERS];

export function workload(id: WorkloadId): Workload {
  const found = WORKLOADS.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no workload ${id}`);
  return found;
}
