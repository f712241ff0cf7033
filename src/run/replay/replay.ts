/** The state of a run while rows of its trace are replayed: the only place that interprets a row. */
import { type Actor, type ElementKinds, GAUGES, type Topology } from "../../systems/index.ts";
import { type LossRule, RowKind, type Trace } from "../../trace/index.ts";
import type { KindCount, RunState } from "../run-state.ts";
import { type ActorReplay, copyOfActor, endActivity, newActor, turnTo } from "./actor-replay.ts";
import { ConnectionReplay } from "./connection-replay.ts";
import { snapshotOf } from "./snapshot.ts";
import { StationReplay } from "./station-replay.ts";
import type { Witness } from "./witness.ts";

/** The actors, stations, kinds of elements and rules of loss that the rows of a run refer to by number. */
export interface RunCast {
  readonly topology: Topology;
  readonly kinds: ElementKinds | null;
  /** The rules of loss, by number; the list grows while the run is recorded. */
  readonly losses: readonly LossRule[];
  actorOf(who: number): Actor | undefined;
}

const ATTEMPTS = GAUGES.workers.indexOf("attempts");

type Counts<T> = { -readonly [K in keyof T]: number };

export class Replay implements RunState {
  rows = 0;
  made = 0;
  done = 0;
  lost = 0;
  received = 0;
  merged = 0;
  lostBy: Counts<RunState["lostBy"]> = { dropped: 0, rejected: 0, failed: 0, undelivered: 0 };
  lostByRule: number[] = [];
  readonly stations: readonly StationReplay[];
  readonly connections: readonly ConnectionReplay[];
  monitors: ActorReplay[] = [];
  byKind: Counts<KindCount>[];
  /** Receives what each further row means. */
  witness: Witness;

  private readonly trace: Trace;
  private readonly cast: RunCast;
  /** The actors that each exist for one element, by number, in order of appearance. */
  private senders = new Map<number, ActorReplay>();
  /** The senders that no other state shares: only these may be changed in place. */
  private own = new Set<number>();
  /** By element: the actor that has it in hand. */
  private holders = new Map<number, ActorReplay>();
  /** The elements in transit between two stations. */
  private moving = new Set<number>();
  /** The number of elements that an element stands for, by element; only if others were merged into it. */
  private weights = new Map<number, number>();

  constructor(trace: Trace, cast: RunCast, witness: Witness = {}, stations = stationsOf(cast)) {
    this.trace = trace;
    this.cast = cast;
    this.witness = witness;
    this.stations = stations;
    this.connections = cast.topology.connections.map((each) => new ConnectionReplay(each));
    this.byKind = (cast.kinds?.names ?? []).map(() => ({ made: 0, received: 0, lost: 0 }));
  }

  get waiting(): number {
    let sum = 0;
    for (const { station, contents } of this.stations) {
      if (station.kind === "buffer") sum += contents.length;
    }
    return sum;
  }

  get inHand(): number {
    return this.holders.size;
  }

  /** The number of actors that each exist for one element. */
  get senderCount(): number {
    return this.senders.size;
  }

  get onTheWay(): number {
    return this.moving.size;
  }

  /** The number of entries that a copy has to copy, beyond those that every state has. */
  get weight(): number {
    let held = 0;
    for (const station of this.stations) held += station.heldCount;
    return this.senders.size + this.moving.size + this.weights.size + held;
  }

  /** Replays the rows up to (not including) row `end`. */
  advanceTo(end: number): void {
    while (this.rows < end) this.apply(this.rows++);
  }

  /** Becomes a copy of `other`, a state of the same run. */
  become(other: Replay): void {
    this.rows = other.rows;
    this.made = other.made;
    this.done = other.done;
    this.lost = other.lost;
    this.received = other.received;
    this.merged = other.merged;
    this.lostBy = { ...other.lostBy };
    this.lostByRule = [...other.lostByRule];
    for (const [i, station] of this.stations.entries()) station.become(stationOf(other, i));
    for (const [i, each] of this.connections.entries()) each.become(connectionOf(other, i));
    this.monitors = other.monitors.map(copyOfActor);
    this.byKind = other.byKind.map((count) => ({ ...count }));
    other.share();
    this.senders = new Map(other.senders);
    this.own = new Set();
    this.moving = new Set(other.moving);
    this.weights = new Map(other.weights);
    this.holders = new Map(other.holders);
    for (const { actors } of this.stations) for (const actor of actors) this.holdsItsHand(actor);
  }

  copy(): Replay {
    const stations = this.stations.map((station) => station.copy());
    const copy = new Replay(this.trace, this.cast, {}, stations);
    copy.become(this);
    return copy;
  }

  /** Returns a snapshot, which no further row changes. */
  state(): RunState {
    this.share();
    return snapshotOf(this, [...this.senders.values()]);
  }

  /** Marks all senders as shared with another state: from now on each is copied before it changes. */
  private share(): void {
    if (this.own.size > 0) this.own = new Set();
  }

  private apply(row: number): void {
    const { trace } = this;
    const element = trace.elementAt(row);
    const who = trace.whoAt(row);
    const timeMs = trace.timeAt(row);
    const at = trace.stationAt(row);
    switch (trace.kindAt(row)) {
      case RowKind.MADE:
        this.make(who, element, timeMs);
        break;
      case RowKind.ENTERED: {
        this.takeAway(element);
        const station = stationOf(this, at);
        station.entered++;
        station.contents.push(element);
        if (this.isUnrequested(at)) this.witness.unrequested?.(timeMs);
        this.come(element, at);
        this.witness.entered?.(element, at, timeMs);
        if (station.station.kind === "buffer") this.witness.waits?.(element, timeMs);
        break;
      }
      case RowKind.PASSED:
        this.takeAway(element);
        stationOf(this, at).entered++;
        this.setOff(element, timeMs);
        this.come(element, at);
        this.witness.gone?.(element, at);
        this.witness.waits?.(element, timeMs);
        break;
      case RowKind.LEFT:
        this.leave(at, who, element, timeMs);
        break;
      case RowKind.HELD:
        this.hold(at, who, element, timeMs);
        break;
      case RowKind.RELEASED:
        this.release(at, who, timeMs);
        this.turn(who, "ready", timeMs);
        break;
      case RowKind.BEGAN: {
        const actor = this.turn(who, "busy", timeMs, element);
        if (actor === undefined) break;
        if (actor.isDue) this.call(actor);
        else this.leaveCall(actor);
        this.witness.began?.(actor);
        break;
      }
      case RowKind.DONE:
        this.finish(at, who, element, timeMs);
        break;
      case RowKind.LOST:
        this.lose(at, who, element, timeMs, trace.detailAt(row));
        break;
      case RowKind.MERGED:
        this.merge(at, element, who);
        this.witness.merged?.(element, timeMs);
        break;
      case RowKind.REQUESTED:
        connectionOf(this, at).request(element);
        this.witness.requested?.(at, element, timeMs);
        break;
      case RowKind.SIGNALLED:
        connectionOf(this, at).signalled(trace.detailAt(row), timeMs);
        this.witness.signalled?.(at, connectionOf(this, at).signal, timeMs);
        break;
      case RowKind.GAUGE: {
        const station = stationOf(this, at);
        const gauge = trace.detailAt(row);
        station.gauges[gauge] = element;
        station.gaugeMs[gauge] = timeMs;
        if (gauge === ATTEMPTS && station.station.kind === "workers") this.retry(who);
        this.witness.gauge?.(at, gauge, element, timeMs);
        break;
      }
      case RowKind.ENDED:
        this.endActor(who, timeMs, trace.detailAt(row));
        break;
      default:
    }
  }

  private make(who: number, element: number, timeMs: number): void {
    this.made++;
    this.countOf(element, "made");
    const maker = this.actor(who);
    turnTo(maker, "ready", timeMs);
    maker.finished++;
    this.give(maker, element);
    this.witness.made?.(element, timeMs, maker);
  }

  private leave(at: number, who: number, element: number, timeMs: number): void {
    const station = stationOf(this, at);
    station.left++;
    // An element that passed without waiting was reported as gone at that moment.
    if (station.contents.remove(element)) this.witness.gone?.(element, at);
    else this.moving.delete(element);
    const taker = this.known(who);
    if (taker === undefined) {
      this.setOff(element, timeMs);
      return;
    }
    // A subscriber may be given the next element while it is still working on one.
    if (taker.activity !== "busy") turnTo(taker, "ready", timeMs);
    this.give(taker, element);
    if (taker.actor.role !== "worker") {
      this.witness.wentOn?.(element, timeMs);
      return;
    }
    this.received++;
    this.countOf(element, "received");
    taker.calling = element;
    taker.isDue = true;
    this.come(element, taker.actor.station);
    this.witness.received?.(element, timeMs, taker);
    this.witness.turned?.(taker, timeMs);
  }

  /** The element sets off for another station. */
  private setOff(element: number, timeMs: number): void {
    this.moving.add(element);
    this.witness.wentOn?.(element, timeMs);
  }

  private hold(at: number, who: number, element: number, timeMs: number): void {
    const station = stationOf(this, at);
    const actor = this.actor(who);
    turnTo(actor, "held", timeMs);
    actor.heldAt = at;
    station.hold({ who, element, sinceMs: timeMs });
    this.witness.held?.(at, element, timeMs, actor);
    this.witness.turned?.(actor, timeMs);
    if (station.station.kind === "buffer" && element >= 0) this.witness.waits?.(element, timeMs);
  }

  private finish(at: number, who: number, element: number, timeMs: number): void {
    const weight = this.weightOf(element);
    this.takeAway(element);
    this.forgetWeight(element, weight);
    this.done += weight;
    stationOf(this, at).done += weight;
    this.rest(who, element, timeMs);
    this.witness.gone?.(element, at);
    this.witness.done?.(element, timeMs, weight);
  }

  private lose(at: number, who: number, element: number, timeMs: number, rule: number): void {
    const weight = this.weightOf(element);
    this.forgetWeight(element, weight);
    const station = stationOf(this, at);
    this.end(at, element);
    this.lost += weight;
    station.lost += weight;
    this.lostByRule[rule] = (this.lostByRule[rule] ?? 0) + weight;
    const manner = this.cast.losses[rule]?.manner ?? "dropped";
    if (manner === "dropped" && this.isUnrequested(at)) this.witness.unrequested?.(timeMs);
    this.lostBy[manner] += weight;
    this.countOf(element, "lost");
    if (station.station.kind === "workers") this.rest(who, element, timeMs);
    this.witness.lost?.(element, timeMs, weight, manner);
  }

  private merge(at: number, element: number, into: number): void {
    const weight = this.weightOf(element);
    this.end(at, element);
    this.weights.delete(element);
    this.weights.set(into, this.weightOf(into) + weight);
    this.merged++;
  }

  /** A worker has finished one of the elements in its hand. */
  private rest(who: number, element: number, timeMs: number): void {
    const worker = this.known(who);
    if (worker === undefined) return;
    if (worker.isDue && worker.calling === element) this.call(worker);
    turnTo(worker, "ready", timeMs);
    worker.finished++;
    this.witness.turned?.(worker, timeMs);
  }

  /** The actor that waited before a station goes on. */
  private release(at: number, who: number, timeMs: number): void {
    const element = this.stations[at]?.release(who) ?? -1;
    if (element >= 0) this.witness.released?.(element, timeMs, this.actor(who));
  }

  private turn(who: number, activity: "ready" | "busy", timeMs: number, forMs = 0) {
    const actor = this.known(who);
    if (actor === undefined) return undefined;
    turnTo(actor, activity, timeMs, forMs);
    this.witness.turned?.(actor, timeMs);
    return actor;
  }

  private endActor(who: number, timeMs: number, end: number): void {
    const actor = this.known(who);
    if (actor === undefined) return;
    this.release(actor.heldAt, who, timeMs);
    actor.isDue = false;
    turnTo(actor, endActivity(end), timeMs);
    this.senders.delete(who);
    this.witness.turned?.(actor, timeMs);
  }

  private give(actor: ActorReplay, element: number): void {
    actor.hand.push(element);
    this.holders.set(element, actor);
  }

  /** Takes an element out of the hand that it is in, or out of transit. Returns whether it was in either. */
  private takeAway(element: number): boolean {
    const known = this.holders.get(element);
    if (known === undefined) return this.moving.delete(element);
    const holder = known.actor.role === "sender" ? this.sender(known.who, known.actor) : known;
    this.holders.delete(element);
    const place = holder.hand.indexOf(element);
    if (place >= 0) holder.hand.splice(place, 1);
    this.stations[holder.heldAt]?.release(holder.who);
    return true;
  }

  /** An element came over the connections that lead to a station. */
  private come(element: number, station: number): void {
    for (const each of this.connections) if (each.connection.to === station) each.spend();
    this.witness.came?.(element, station);
  }

  /** An element is lost at a station, or becomes part of another there. */
  private end(at: number, element: number): void {
    let from = at;
    // An element that ends on arrival was delivered all the same, so it uses up a request. One that ends in the hand of
    // an actor of the station already did so when it came.
    const isThere = this.holders.get(element)?.actor.station === at;
    if (!this.takeAway(element)) {
      if (!stationOf(this, at).contents.remove(element))
        from = this.stations.findIndex(({ contents }) => contents.remove(element));
    } else if (!isThere) this.come(element, at);
    if (from >= 0) this.witness.gone?.(element, from);
  }

  /** A worker begins to work on the element that it has taken, or has finished it at once. */
  private call(worker: ActorReplay): void {
    worker.isDue = false;
    this.witness.called?.(worker.calling, worker);
  }

  /** A worker has counted another attempt on the element in its hand. */
  private retry(who: number): void {
    const worker = this.known(who);
    if (worker === undefined || worker.hand.length === 0) return;
    this.leaveCall(worker);
    worker.calling = worker.hand.at(-1) as number;
    worker.isDue = true;
  }

  /** A worker leaves its call for something else, with the element still in hand. */
  private leaveCall(worker: ActorReplay): void {
    if (worker.calling >= 0) this.witness.leftCall?.(worker.calling);
    worker.calling = -1;
  }

  /** Whether elements come to the station unrequested and none are requested from it: requests end at this station. */
  private isUnrequested(station: number): boolean {
    let isAskedForNothing = false;
    for (const { connection, outstanding } of this.connections) {
      const { from, to, pressure } = connection;
      if (to === station && pressure !== "none" && outstanding !== Number.POSITIVE_INFINITY)
        return false;
      if (from !== station) continue;
      if (pressure !== "request" || outstanding > 0) return false;
      isAskedForNothing = true;
    }
    return isAskedForNothing;
  }

  private weightOf(element: number): number {
    return this.weights.get(element) ?? 1;
  }

  /** The element is done or lost, and so are all elements that were merged into it. */
  private forgetWeight(element: number, weight: number): void {
    this.merged -= weight - 1;
    if (weight > 1) this.weights.delete(element);
  }

  private countOf(element: number, what: keyof KindCount): void {
    const { kinds } = this.cast;
    if (kinds === null) return;
    const count = this.byKind[kinds.of(element)];
    if (count !== undefined) count[what]++;
  }

  /** The actor with that number, created when it first appears; the state of an unknown actor is not kept. */
  private actor(who: number): ActorReplay {
    return this.known(who) ?? newActor({ role: "body", index: 0, station: -1 }, who);
  }

  private known(who: number): ActorReplay | undefined {
    const actor = this.cast.actorOf(who);
    if (actor === undefined || actor.role === "body") return undefined;
    if (actor.role === "sender") return this.sender(who, actor);
    const list = actor.role === "monitor" ? this.monitors : this.stations[actor.station]?.actors;
    if (list === undefined) return undefined;
    for (let index = list.length; index <= actor.index; index++) {
      list.push(newActor({ ...actor, index }, who));
    }
    const state = list[actor.index] as ActorReplay;
    if (state.who === who) return state;
    // A worker that was launched again takes the place of one that has ended, with what that one had in hand.
    const next = { ...state, who, hand: state.hand };
    list[actor.index] = next;
    this.holdsItsHand(next);
    return next;
  }

  private sender(who: number, actor: Actor): ActorReplay {
    let sender = this.senders.get(who);
    if (sender !== undefined && this.own.has(who)) return sender;
    sender = sender === undefined ? newActor(actor, who) : copyOfActor(sender);
    this.senders.set(who, sender);
    this.own.add(who);
    this.holdsItsHand(sender);
    return sender;
  }

  private holdsItsHand(actor: ActorReplay): void {
    for (const element of actor.hand) this.holders.set(element, actor);
  }
}

function stationsOf({ topology }: RunCast): StationReplay[] {
  return topology.stations.map((station) => new StationReplay(station));
}

// The rows of a run name only stations and connections of its topology.
function stationOf(replay: Replay, index: number): StationReplay {
  return replay.stations[index] as StationReplay;
}

function connectionOf(replay: Replay, index: number): ConnectionReplay {
  return replay.connections[index] as ConnectionReplay;
}
