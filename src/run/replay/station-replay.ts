import { GAUGES, type Station } from "../../systems/index.ts";
import { ElementWindow } from "../element-window.ts";
import type { ActorState, Held, StationState } from "../run-state.ts";
import { type ActorReplay, copyOfActor } from "./actor-replay.ts";

const CAPACITY = GAUGES.buffer.indexOf("capacity");

/** The state of a station while rows are replayed. */
export class StationReplay implements StationState {
  readonly station: Station;
  entered = 0;
  left = 0;
  done = 0;
  lost = 0;
  readonly contents: ElementWindow;
  gauges: number[];
  gaugeMs: number[];
  actors: ActorReplay[] = [];
  /** Always empty: only a snapshot places senders. */
  readonly carriers: readonly ActorState[] = [];
  private heldBy = new Map<number, Held>();
  /** `heldBy` as a list, in order of arrival; null after a change. */
  private heldList: readonly Held[] | null = null;

  constructor(station: Station, contents = ElementWindow.create()) {
    this.station = station;
    this.contents = contents;
    const gauges = GAUGES[station.kind].length;
    this.gauges = new Array<number>(gauges).fill(Number.NaN);
    this.gaugeMs = new Array<number>(gauges).fill(Number.NaN);
  }

  get held(): readonly Held[] {
    this.heldList ??= [...this.heldBy.values()];
    return this.heldList;
  }

  get heldCount(): number {
    return this.heldBy.size;
  }

  get capacity(): number {
    const { station } = this;
    if (station.kind !== "buffer") return Number.NaN;
    const reported = this.gauges[CAPACITY] as number;
    return Number.isNaN(reported) ? station.capacity : reported;
  }

  hold(held: Held): void {
    this.heldBy.set(held.who, held);
    this.heldList = null;
  }

  /** Ends the wait of actor `who`. Returns the element that it waited with; -1 if none, or if it did not wait here. */
  release(who: number): number {
    const held = this.heldBy.get(who);
    if (held === undefined) return -1;
    this.heldBy.delete(who);
    this.heldList = null;
    return held.element;
  }

  /** Becomes a copy of `other`. */
  become(other: StationReplay): void {
    this.entered = other.entered;
    this.left = other.left;
    this.done = other.done;
    this.lost = other.lost;
    this.contents.become(other.contents);
    this.gauges = [...other.gauges];
    this.gaugeMs = [...other.gaugeMs];
    this.actors = other.actors.map(copyOfActor);
    this.heldBy = new Map(other.heldBy);
    this.heldList = other.heldList;
  }

  copy(): StationReplay {
    const copy = new StationReplay(this.station, this.contents.copy());
    copy.become(this);
    return copy;
  }
}
