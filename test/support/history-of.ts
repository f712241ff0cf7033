/** The history of a program that was played without a recording. */
import { History } from "../../src/run/index.ts";
import type { Playing, Topology } from "../../src/systems/index.ts";

export function historyOf({ recorder, actorOf }: Playing, topology: Topology): History {
  const { trace, losses } = recorder;
  return new History(trace, 1000, { topology, kinds: null, losses, actorOf });
}
