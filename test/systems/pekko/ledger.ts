/**
 * Logs that check every report against two laws: made = there + done + lost, and nothing arrives unrequested.
 */
import type { ConnectionLog, LossRule, StationLog } from "../../../src/trace/index.ts";

/** The rules by which a station loses an element that has just arrived. */
const LOST_ON_ARRIVAL = ["pekko-drop-new", "pekko-overflow", "pekko-rate-exceeded"];

export class Ledger {
  made = 0;
  done = 0;
  readonly lost = new Map<string, number>();
  /** How many elements each element stands for. */
  private readonly weights = new Map<unknown, number>();
  private readonly stations = new Map<string, Set<unknown>>();
  /** By station: how many elements were requested on the connection into it and have not arrived. */
  private readonly outstanding = new Map<string, number>();

  /** How many elements have been made and are neither done nor lost. */
  get there(): number {
    return [...this.weights.values()].reduce((sum, weight) => sum + weight, 0);
  }

  get lostInAll(): number {
    return [...this.lost.values()].reduce((sum, weight) => sum + weight, 0);
  }

  /** Returns the elements that wait in a station now, oldest first. */
  heldBy(station: string): unknown[] {
    return [...(this.stations.get(station) ?? [])];
  }

  /** Returns how many elements were requested on the connection into `station` and have not arrived. */
  outstandingOn(station: string): number {
    return this.outstanding.get(station) ?? 0;
  }

  /** Returns the log of the connection into the station `name`. */
  connection(name: string): ConnectionLog {
    this.outstanding.set(name, 0);
    return {
      requested: (n) => {
        this.outstanding.set(name, this.outstandingOn(name) + n);
      },
      signalled: () => {
        throw new Error(`${name}: nothing is signalled in Pekko`);
      },
    };
  }

  station(name: string): StationLog {
    const held = new Set<unknown>();
    this.stations.set(name, held);
    return {
      made: (element) => {
        if (this.weights.has(element)) throw new Error(`${name}: ${element} was made before`);
        this.made++;
        this.weights.set(element, 1);
      },
      entered: (element) => {
        this.arrive(name, element);
        held.add(element);
      },
      left: (element) => {
        if (!held.delete(element)) throw new Error(`${name}: ${element} left, but was not there`);
      },
      passed: (element) => this.arrive(name, element),
      merged: (element, into) => {
        if (!this.isHeld(element)) this.arrive(name, element);
        const weight = this.remove(element) + this.weightOf(name, into);
        if (!held.has(into)) throw new Error(`${name}: ${into} is not there to merge into`);
        this.weights.set(into, weight);
      },
      lost: (element, rule) => this.lose(name, element, rule),
      began: (element) => this.arrive(name, element),
      done: (element) => {
        this.mustBeOnItsWay(name, element);
        this.done += this.remove(element);
      },
    };
  }

  private lose(name: string, element: unknown, { id }: LossRule): void {
    this.weightOf(name, element);
    if (LOST_ON_ARRIVAL.includes(id)) this.arrive(name, element);
    this.lost.set(id, (this.lost.get(id) ?? 0) + this.remove(element));
  }

  private arrive(name: string, element: unknown): void {
    this.mustBeOnItsWay(name, element);
    const outstanding = this.outstanding.get(name);
    if (outstanding === undefined) return;
    if (outstanding === 0) throw new Error(`${name}: nobody asked for ${element}`);
    this.outstanding.set(name, outstanding - 1);
  }

  private isHeld(element: unknown): boolean {
    return [...this.stations.values()].some((held) => held.has(element));
  }

  private mustBeOnItsWay(name: string, element: unknown): void {
    this.weightOf(name, element);
    for (const [other, held] of this.stations) {
      if (held.has(element)) throw new Error(`${name}: ${element} still waits in ${other}`);
    }
  }

  private weightOf(name: string, element: unknown): number {
    const weight = this.weights.get(element);
    if (weight === undefined) throw new Error(`${name}: ${element} is not there`);
    return weight;
  }

  private remove(element: unknown): number {
    const weight = this.weights.get(element) ?? 0;
    this.weights.delete(element);
    for (const held of this.stations.values()) held.delete(element);
    return weight;
  }
}
