/** The results of the measurements, compared with the goals. */
import { ASYNC, type Contestant, ENGINE, PAGE_TRACED, PEERS, TRACED } from "./contestants.ts";
import { cellOf, type Measurements, untraced } from "./rounds.ts";
import { median, quantile } from "./statistics.ts";
import { rowsPerEvent } from "./trace-rows.ts";
import { WORKLOADS } from "./workloads/index.ts";
import type { Workload, WorkloadId } from "./workloads/workload.ts";

export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

export interface PeerResult {
  readonly name: string;
  readonly ns: number;
  /** How many times as long as the engine it takes, within a round. */
  readonly ratio: Spread;
}

export interface Goal {
  readonly what: string;
  readonly reached: number;
  readonly atLeast: number;
}

export interface WorkloadResult {
  readonly workload: Workload;
  readonly engine: Spread;
  readonly peers: readonly PeerResult[];
  readonly goals: readonly Goal[];
}

export interface TraceResult {
  readonly workload: WorkloadId;
  readonly name: string;
  readonly rowsPerEvent: number;
  /** Time with a trace over time without. */
  readonly ratio: Spread;
  /** The largest ratio that meets the goal; null if there is no goal. */
  readonly atMost: number | null;
}

/** The goal for how many times as long a traced run may take as one that records nothing. */
const GOAL_TRACE_RATIO = 1.35;

export function workloadResults(measured: Measurements): WorkloadResult[] {
  return WORKLOADS.map((workload) => {
    const engine = cellOf(ENGINE, workload.id);
    if (engine === null) throw new Error(`the engine has no ${workload.id}`);
    const result = (peer: Contestant): PeerResult[] => {
      const cell = cellOf(peer, workload.id);
      if (cell === null) return [];
      const ratio = spread(measured.ratios(cell, engine));
      return [{ name: peer.name, ns: median(measured.of(cell)), ratio }];
    };
    const peers = PEERS.flatMap(result);
    const fastest = peers.reduce((a, b) => (a.ratio.median <= b.ratio.median ? a : b));
    const toAsync = peers.find(({ name }) => name === ASYNC.name) ?? fastest;
    return {
      workload,
      engine: spread(measured.of(engine)),
      peers,
      goals: [
        goal(toAsync, workload.goalToAsync, ASYNC.name),
        goal(fastest, workload.goalToFastest, `fastest peer (${fastest.name})`),
      ],
    };
  });
}

export function traceResults(measured: Measurements): TraceResult[] {
  return [TRACED, PAGE_TRACED].flatMap((contestant) =>
    WORKLOADS.flatMap(({ id }) => {
      const traced = cellOf(contestant, id);
      if (traced === null) return [];
      return [
        {
          workload: id,
          name: contestant.name,
          rowsPerEvent: rowsPerEvent(traced),
          ratio: spread(measured.ratios(traced, untraced(traced))),
          atMost: contestant === TRACED ? GOAL_TRACE_RATIO : null,
        },
      ];
    }),
  );
}

/** ns per event, medians: what `--json` prints. */
export function asJson(results: readonly WorkloadResult[]): string {
  const entries = results.map(({ workload, engine, peers }) => [
    workload.id,
    {
      engine: round(engine.median),
      peers: Object.fromEntries(peers.map(({ name, ns }) => [name, round(ns)])),
    },
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

function goal(peer: PeerResult, atLeast: number, what: string): Goal {
  return { what, reached: peer.ratio.median, atLeast };
}

function spread(values: readonly number[]): Spread {
  return {
    median: median(values),
    lower: quantile(values, 0.25),
    upper: quantile(values, 0.75),
  };
}

function round(ns: number): number {
  return Math.round(ns * 10) / 10;
}
