/**
 * The rounds: each takes one sample of every cell, in reversed order every other round. Ratios are formed
 * within a round, because a machine's speed changes from minute to minute.
 */
import { type Contestant, ENGINE, PAGE_TRACED, PEERS, TRACED } from "./contestants.ts";
import type { Cell, Sampler } from "./sample.ts";
import type { WorkloadId } from "./workloads/workload.ts";

/** ns per event of each cell, one value for each round. */
export class Measurements {
  private readonly values = new Map<string, number[]>();

  add(cell: Cell, nsPerEvent: number): void {
    const key = keyOf(cell);
    const known = this.values.get(key);
    if (known === undefined) this.values.set(key, [nsPerEvent]);
    else known.push(nsPerEvent);
  }

  of(cell: Cell): readonly number[] {
    return this.values.get(keyOf(cell)) ?? [];
  }

  /** How many times as long `cell` takes as `base`, in each round. */
  ratios(cell: Cell, base: Cell): number[] {
    const bases = this.of(base);
    return this.of(cell).map((ns, round) => ns / (bases[round] as number));
  }
}

/** The cell of a contestant for a workload; null if the contestant does not support it. */
export function cellOf(contestant: Contestant, workload: WorkloadId): Cell | null {
  const size = contestant.sizes[workload];
  return size === undefined ? null : { contestant: contestant.id, workload, size };
}

/** The engine without a trace, at the size of the traced run that it is compared with. */
export function untraced(traced: Cell): Cell {
  return { ...traced, contestant: ENGINE.id };
}

export function runRounds(
  sampler: Sampler,
  rounds: number,
  onRound: (round: number) => void,
): Measurements {
  const cells = allCells();
  const measurements = new Measurements();
  for (let round = 1; round <= rounds; round++) {
    for (const cell of round % 2 === 1 ? cells : cells.toReversed()) {
      measurements.add(cell, sampler.nsPerEvent(cell));
    }
    onRound(round);
  }
  return measurements;
}

/** The cells of all workloads that a contestant supports. */
export function cellsOf(contestant: Contestant): Cell[] {
  return (Object.keys(contestant.sizes) as WorkloadId[]).flatMap(
    (workload) => cellOf(contestant, workload) ?? [],
  );
}

function allCells(): Cell[] {
  return [
    ...[ENGINE, ...PEERS].flatMap(cellsOf),
    ...cellsOf(TRACED).flatMap((traced) => [
      untraced(traced),
      traced,
      { ...traced, contestant: PAGE_TRACED.id },
    ]),
  ];
}

function keyOf({ contestant, workload, size }: Cell): string {
  return `${contestant} ${workload} ${size}`;
}
