import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";

type Whereabouts = "moving" | "in hand" | "done" | "lost" | number;

/**
 * Follows each element of a chain by what its stations report, and throws if a report is impossible: an element leaves a
 * station that it is not in, is lost twice, or arrives over a connection without demand.
 */
export class FlowLedger {
  made = 0;
  merged = 0;
  private readonly whereabouts = new Map<unknown, Whereabouts>();
  /** The demand left on the connection to a place, by the number of the place. */
  private readonly demand: number[] = [];

  count(where: "moving" | "in hand" | "done" | "lost" | "waiting"): number {
    let sum = 0;
    for (const at of this.whereabouts.values()) {
      if (at === where || (where === "waiting" && typeof at === "number")) sum++;
    }
    return sum;
  }

  connectionTo(place: number): ConnectionLog {
    return {
      requested: (n) => {
        this.demand[place] = (this.demand[place] ?? 0) + n;
      },
      signalled: () => {
        throw new Error("no signals here");
      },
    };
  }

  stationAt(place: number): StationLog {
    return {
      made: (element) => {
        if (this.whereabouts.has(element)) throw new Error(`${element} was made twice`);
        this.made++;
        this.whereabouts.set(element, "moving");
      },
      entered: (element) => {
        this.arrive(place, element);
        this.whereabouts.set(element, place);
      },
      left: (element) => this.move(element, [place], "moving"),
      passed: (element) => this.arrive(place, element),
      merged: (element, into) => {
        if (this.whereabouts.get(element) === "moving") this.arrive(place, element);
        else this.move(element, [place], "moving");
        this.whereabouts.delete(element);
        this.merged++;
        if (!this.whereabouts.has(into)) throw new Error(`merged into ${into}, which is nowhere`);
      },
      lost: (element) => {
        if (this.whereabouts.get(element) === "moving") this.arrive(place, element);
        this.move(element, ["moving", place], "lost");
      },
      began: (element) => {
        this.arrive(place, element);
        this.whereabouts.set(element, "in hand");
      },
      done: (element) => this.move(element, ["in hand"], "done"),
    };
  }

  /** An element that was moving arrives at `place` and uses up one of its demand. */
  private arrive(place: number, element: unknown): void {
    this.move(element, ["moving"], "moving");
    // Place -1 makes its own elements.
    if (place < 0) return;
    const left = (this.demand[place] ?? 0) - 1;
    if (left < 0) throw new Error(`${element} came to place ${place} without demand`);
    this.demand[place] = left;
  }

  private move(element: unknown, from: readonly Whereabouts[], to: Whereabouts): void {
    const at = this.whereabouts.get(element);
    if (at === undefined || !from.includes(at)) {
      throw new Error(`${element} is ${at ?? "nowhere"}, not ${from.join(" or ")}`);
    }
    this.whereabouts.set(element, to);
  }
}
