/**
 * A second, plain reading of a trace: where each element is. It follows the rows from the first on and throws if a row
 * moves an element that is not where it must be.
 */
import type { Recording } from "../../src/run/index.ts";
import { RowKind } from "../../src/trace/index.ts";

export type Place = "in hand" | "in a station" | "on the way" | "merged" | "done" | "lost";

export class NaiveRun {
  private readonly recording: Pick<Recording, "trace" | "actorOf">;
  private readonly places = new Map<number, Place>();
  private readonly counts = new Map<Place, number>();
  /** The elements merged into an element that is still there, by that element. */
  private readonly within = new Map<number, number[]>();

  constructor(recording: Pick<Recording, "trace" | "actorOf">) {
    this.recording = recording;
  }

  add(row: number): void {
    const { trace } = this.recording;
    const element = trace.elementAt(row);
    switch (trace.kindAt(row)) {
      case RowKind.MADE:
        this.move(element, [undefined], "in hand");
        break;
      case RowKind.ENTERED:
        this.move(element, ["in hand", "on the way"], "in a station");
        break;
      case RowKind.PASSED:
        this.move(element, ["in hand", "on the way"], "on the way");
        break;
      case RowKind.LEFT:
        // An operator holds nothing in hand: what leaves it is on its way to the next.
        this.move(element, ["in a station", "on the way"], this.handOf(trace.whoAt(row)));
        break;
      case RowKind.MERGED:
        this.within.set(trace.whoAt(row), [
          ...(this.within.get(trace.whoAt(row)) ?? []),
          ...(this.within.get(element) ?? []),
          element,
        ]);
        this.within.delete(element);
        this.move(element, ["in hand", "in a station", "on the way"], "merged");
        break;
      case RowKind.DONE:
        this.end(element, ["in hand", "on the way"], "done");
        break;
      case RowKind.LOST:
        this.end(element, ["in hand", "in a station", "on the way"], "lost");
        break;
      default:
    }
  }

  private handOf(who: number): Place {
    return this.recording.actorOf(who) === undefined ? "on the way" : "in hand";
  }

  countOf(place: Place): number {
    return this.counts.get(place) ?? 0;
  }

  /** An element is done or lost, and with it whatever was merged into it. */
  private end(element: number, from: readonly Place[], to: "done" | "lost"): void {
    this.move(element, from, to);
    for (const other of this.within.get(element) ?? []) this.move(other, ["merged"], to);
    this.within.delete(element);
  }

  private move(element: number, from: readonly (Place | undefined)[], to: Place): void {
    const place = this.places.get(element);
    if (!from.includes(place)) throw new Error(`${element} went from ${place} to ${to}`);
    this.places.set(element, to);
    if (place !== undefined) this.counts.set(place, this.countOf(place) - 1);
    this.counts.set(to, this.countOf(to) + 1);
  }
}
