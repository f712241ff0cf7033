/**
 * What a trace says, told a second time in the plainest way: where each element is. It follows the
 * rows from the first on, and throws when one of them moves an element that is not where it must be.
 */

import { AT_GATE } from "../../src/systems/index.ts";
import { DropRule, RowKind, type Trace } from "../../src/trace/index.ts";

type Place = "hand" | "waiting" | "buffer" | "handed over" | "received" | "done" | "dropped";

export class NaiveRun {
  /** In the order in which they came there. */
  readonly buffer: number[] = [];
  readonly waiting: number[] = [];
  readonly received: number[] = [];
  private readonly places = new Map<number, Place>();
  private readonly counts = new Map<Place, number>();

  add(trace: Trace, row: number): void {
    const element = trace.elementAt(row);
    switch (trace.kindAt(row)) {
      case RowKind.MADE:
        this.move(element, [undefined], "hand");
        break;
      case RowKind.HELD:
        // Who waits for a thread has the element in hand all the while.
        if (trace.detailAt(row) === AT_GATE) break;
        this.move(element, ["hand"], "waiting");
        this.waiting.push(element);
        break;
      case RowKind.ENTERED:
        this.leaveWaiting(element);
        this.move(element, ["hand", "waiting"], "buffer");
        this.buffer.push(element);
        break;
      case RowKind.PASSED:
        this.leaveWaiting(element);
        this.move(element, ["hand", "waiting"], "handed over");
        break;
      case RowKind.LEFT:
        this.leaveBuffer(element);
        this.move(element, ["buffer", "handed over"], "received");
        this.received.push(element);
        break;
      case RowKind.DONE:
        this.move(element, ["received"], "done");
        break;
      case RowKind.LOST:
        this.drop(element, trace.detailAt(row));
        break;
      default:
    }
  }

  countOf(place: Place): number {
    return this.counts.get(place) ?? 0;
  }

  private drop(element: number, rule: number): void {
    const from: Place[] =
      rule === DropRule.OLDEST
        ? ["buffer"]
        : rule === DropRule.UNDELIVERED
          ? ["hand", "waiting", "buffer", "handed over"]
          : ["hand"];
    this.leaveBuffer(element);
    this.leaveWaiting(element);
    this.move(element, from, "dropped");
  }

  private leaveBuffer(element: number): void {
    if (this.places.get(element) !== "buffer") return;
    if (this.buffer[0] !== element) throw new Error(`${element} overtook ${this.buffer[0]}`);
    this.buffer.shift();
  }

  private leaveWaiting(element: number): void {
    if (this.places.get(element) !== "waiting") return;
    if (this.waiting[0] !== element) throw new Error(`${element} overtook ${this.waiting[0]}`);
    this.waiting.shift();
  }

  private move(element: number, from: readonly (Place | undefined)[], to: Place): void {
    const place = this.places.get(element);
    if (!from.includes(place)) throw new Error(`${element} went from ${place} to ${to}`);
    this.places.set(element, to);
    if (place !== undefined) this.counts.set(place, this.countOf(place) - 1);
    this.counts.set(to, this.countOf(to) + 1);
  }
}
