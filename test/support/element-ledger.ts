/**
 * Reads a trace row by row and keeps track of where every element is. A row that is impossible for its
 * element (received twice, dropped from nowhere) throws.
 */
import { REFUSED } from "../../src/systems/index.ts";
import { LATEST, OLDEST, UNDELIVERED } from "../../src/systems/kotlin/index.ts";
import { type LossRule, type Recorder, RowKind, type Trace } from "../../src/trace/index.ts";

export type Place = "in hand" | "suspended" | "buffered" | "handed over" | "received" | "dropped";

/** The places that a row of each kind may move an element from, and the place that it moves it to. */
const MOVES: ReadonlyMap<number, { readonly from: readonly (Place | "nowhere")[]; to: Place }> =
  new Map([
    [RowKind.MADE, { from: ["nowhere"], to: "in hand" }],
    [RowKind.HELD, { from: ["in hand"], to: "suspended" }],
    [RowKind.ENTERED, { from: ["in hand", "suspended"], to: "buffered" }],
    [RowKind.PASSED, { from: ["in hand", "suspended"], to: "handed over" }],
    [RowKind.LEFT, { from: ["buffered", "handed over"], to: "received" }],
  ]);

const DROPS: ReadonlyMap<LossRule, readonly Place[]> = new Map([
  [OLDEST, ["buffered"]],
  [LATEST, ["in hand"]],
  [REFUSED, ["in hand"]],
  [UNDELIVERED, ["in hand", "suspended", "buffered", "handed over"]],
]);

export class ElementLedger {
  readonly places = new Map<number, Place>();
  readonly counts: Record<Place, number> = {
    "in hand": 0,
    suspended: 0,
    buffered: 0,
    "handed over": 0,
    received: 0,
    dropped: 0,
  };
  produced = 0;
  maxBuffered = 0;
  /** The elements in the order in which they were offered to the channel. */
  readonly offered: number[] = [];
  /** The elements that the channel took, into its buffer or to a receiver. */
  readonly accepted = new Set<number>();
  /** The elements in the order in which they left the channel for a receiver. */
  readonly left: number[] = [];
  private readonly trace: Trace;
  private readonly losses: readonly LossRule[];
  private row = 0;

  constructor({ trace, losses }: Recorder) {
    this.trace = trace;
    this.losses = losses;
  }

  /** Reads the rows that were added since the last call. */
  readOn(): void {
    for (; this.row < this.trace.length; this.row++) this.read(this.row);
  }

  private dropsAt(row: number): readonly Place[] {
    const rule = this.losses[this.trace.detailAt(row)];
    return rule === undefined ? [] : (DROPS.get(rule) ?? []);
  }

  private read(row: number): void {
    const kind = this.trace.kindAt(row);
    const element = this.trace.elementAt(row);
    const move =
      kind === RowKind.LOST ? { from: this.dropsAt(row), to: "dropped" as const } : MOVES.get(kind);
    if (move === undefined) return;
    const place = this.places.get(element) ?? "nowhere";
    if (!(move.from as readonly string[]).includes(place)) {
      throw new Error(`row ${row}: element ${element} is ${place} and can't become ${move.to}`);
    }
    if (place === "nowhere") this.produced++;
    else this.counts[place]--;
    if (place === "in hand") this.offered.push(element);
    if (move.to === "handed over" || (move.to === "received" && place === "buffered")) {
      this.left.push(element);
    }
    if (move.to === "buffered" || move.to === "handed over") this.accepted.add(element);
    this.places.set(element, move.to);
    this.counts[move.to]++;
    this.maxBuffered = Math.max(this.maxBuffered, this.counts.buffered);
  }
}
