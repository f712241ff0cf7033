/** What stands where at one moment of a run: the sum of all rows of the trace up to it. */

import { type Actor, type ActorRole, AT_GATE, type ElementKinds, FACTS } from "../systems/index.ts";
import { TaskEnd, type Trace, TraceKind } from "../trace/index.ts";
import { type Carrier, Carriers } from "./carriers.ts";
import { ElementWindow } from "./element-window.ts";

export interface ActorState {
  readonly actor: Actor;
  /**
   * `ready`: between two steps, or waiting for an element; `delay`: pausing (producer) or working
   * (worker) until `untilMs`; `suspended`: in a `send` that waits for room; `gate`: waits for a permit
   * or a thread.
   */
  readonly activity: "ready" | "delay" | "suspended" | "gate" | "ended" | "cancelled" | "failed";
  /** The element in hand (the last, if there are several), or -1. */
  readonly element: number;
  /** The elements in hand that a worker has received and not finished, first one first. */
  readonly tray: readonly number[];
  readonly sinceMs: number;
  readonly untilMs: number;
  /** How many elements it has made, or finished. */
  readonly finished: number;
}

/** Who and what a run is played with. */
export interface RunCast {
  actorOf(id: number): Actor | undefined;
  /** Places in the buffer at the start. */
  readonly capacity: number;
  readonly kinds: ElementKinds | null;
}

/** What has become of the elements of one kind. */
export interface KindCount {
  readonly produced: number;
  readonly received: number;
  readonly lost: number;
}

export interface RunState {
  /** How many rows of the trace are counted in. */
  readonly rows: number;
  readonly produced: number;
  /** Entered the buffer. */
  readonly accepted: number;
  readonly received: number;
  readonly done: number;
  readonly dropped: number;
  /** Failed before they reached a buffer. */
  readonly failed: number;
  /** Received, but the work on them failed for good. */
  readonly failedWork: number;
  /** Turned away by a gate. */
  readonly rejected: number;
  /** Dropped, failed or turned away: whatever will never be done. */
  readonly lost: number;
  /** Dropped, by the number of the `DropRule`. */
  readonly droppedByRule: readonly number[];
  /** Given to a waiting receiver that has not run yet. */
  readonly handedOver: number;
  /** Elements held by suspended sends, longest first. */
  readonly waiting: readonly number[];
  /** Elements in the buffer, oldest first. */
  readonly buffer: Pick<ElementWindow, "length" | "at" | "toArray">;
  /** By role and index. */
  readonly producers: readonly ActorState[];
  readonly workers: readonly ActorState[];
  /** Coroutines that only look on. */
  readonly monitors: readonly ActorState[];
  /** Elements carried to the buffer by coroutines of their own, oldest first. */
  readonly carriers: readonly Carrier[];
  /** Places in the buffer now. */
  readonly capacity: number;
  /** The numbers of gates, by `Fact`; NaN before anybody told. */
  readonly facts: readonly number[];
  /** When each of them was told, in ms. */
  readonly factMs: readonly number[];
  /** By number of the kind; empty where all elements are of one. */
  readonly byKind: readonly KindCount[];
}

type MutableActor = { -readonly [K in keyof Omit<ActorState, "tray">]: ActorState[K] } & {
  tray: number[];
};

type MutableCount = { -readonly [K in keyof KindCount]: KindCount[K] };

const DROP_RULES = 7;

/** A state that rows can be added to. */
export class StateMachine implements RunState {
  rows = 0;
  produced = 0;
  accepted = 0;
  received = 0;
  done = 0;
  dropped = 0;
  failed = 0;
  failedWork = 0;
  rejected = 0;
  handedOver = 0;
  droppedByRule: number[] = new Array<number>(DROP_RULES).fill(0);
  waiting: number[] = [];
  readonly buffer: ElementWindow;
  producers: MutableActor[] = [];
  workers: MutableActor[] = [];
  monitors: MutableActor[] = [];
  capacity: number;
  facts: number[] = new Array<number>(FACTS).fill(Number.NaN);
  factMs: number[] = new Array<number>(FACTS).fill(Number.NaN);
  byKind: MutableCount[];

  private readonly trace: Trace;
  private readonly cast: RunCast;
  private readonly onTheWay = new Carriers();

  constructor(trace: Trace, cast: RunCast, buffer = ElementWindow.create()) {
    this.trace = trace;
    this.cast = cast;
    this.buffer = buffer;
    this.capacity = cast.capacity;
    const kinds = cast.kinds?.names ?? [];
    this.byKind = kinds.map(() => ({ produced: 0, received: 0, lost: 0 }));
  }

  get lost(): number {
    return this.dropped + this.failed + this.failedWork + this.rejected;
  }

  get carriers(): readonly Carrier[] {
    return this.onTheWay.list();
  }

  /** How much there is to copy, beside what every state has. */
  get weight(): number {
    return this.onTheWay.size + this.waiting.length;
  }

  /** Adds the rows up to (not including) row `end`. */
  advanceTo(end: number): void {
    while (this.rows < end) this.apply(this.rows++);
  }

  /** Takes over everything that `other` holds. */
  become(other: StateMachine): void {
    this.rows = other.rows;
    this.produced = other.produced;
    this.accepted = other.accepted;
    this.received = other.received;
    this.done = other.done;
    this.dropped = other.dropped;
    this.failed = other.failed;
    this.failedWork = other.failedWork;
    this.rejected = other.rejected;
    this.handedOver = other.handedOver;
    this.droppedByRule = [...other.droppedByRule];
    this.waiting = [...other.waiting];
    this.buffer.become(other.buffer);
    this.producers = other.producers.map(copyOfActor);
    this.workers = other.workers.map(copyOfActor);
    this.monitors = other.monitors.map(copyOfActor);
    this.onTheWay.become(other.onTheWay);
    this.capacity = other.capacity;
    this.facts = [...other.facts];
    this.factMs = [...other.factMs];
    this.byKind = other.byKind.map((count) => ({ ...count }));
  }

  copy(): StateMachine {
    const copy = new StateMachine(this.trace, this.cast, this.buffer.copy());
    copy.become(this);
    return copy;
  }

  private apply(row: number): void {
    const { trace } = this;
    const element = trace.elementAt(row);
    const who = trace.whoAt(row);
    const timeMs = trace.timeAt(row);
    switch (trace.kindAt(row)) {
      case TraceKind.PRODUCED:
        this.produce(who, element, timeMs);
        break;
      case TraceKind.ACCEPTED:
        this.accepted++;
        this.buffer.push(element);
        this.leaveHand(element);
        break;
      case TraceKind.HANDED_OVER:
        this.handedOver++;
        this.leaveHand(element);
        break;
      case TraceKind.SUSPENDED:
        this.suspend(who, element, timeMs, trace.detailAt(row));
        break;
      case TraceKind.RESUMED:
        if (trace.detailAt(row) === AT_GATE) this.act(who, "ready", timeMs);
        else this.put(who, "ready", -1, timeMs);
        break;
      case TraceKind.DROPPED:
        this.drop(element, trace.detailAt(row));
        break;
      case TraceKind.RECEIVED:
        this.receive(who, element, timeMs);
        break;
      case TraceKind.DONE:
        this.done++;
        this.finish(who, element, timeMs);
        break;
      case TraceKind.FAILED:
        this.fail(who, element, timeMs);
        break;
      case TraceKind.REJECTED:
        this.rejected++;
        this.countOf(element, "lost");
        this.leaveHand(element);
        break;
      case TraceKind.DELAY:
        this.act(who, "delay", timeMs, element);
        break;
      case TraceKind.GATE:
        this.facts[trace.detailAt(row)] = element;
        this.factMs[trace.detailAt(row)] = timeMs;
        break;
      case TraceKind.CAPACITY:
        this.capacity = element;
        break;
      case TraceKind.TASK_ENDED:
        this.put(who, END_ACTIVITY[trace.detailAt(row)] ?? "ended", -1, timeMs);
        break;
      default:
    }
  }

  private produce(who: number, element: number, timeMs: number): void {
    this.produced++;
    this.countOf(element, "produced");
    if (this.cast.actorOf(who)?.role === "sender") {
      this.onTheWay.add(who, element, timeMs);
    } else {
      this.put(who, "ready", element, timeMs).finished++;
    }
  }

  private suspend(who: number, element: number, timeMs: number, detail: number): void {
    if (detail === AT_GATE) {
      this.act(who, "gate", timeMs);
      return;
    }
    this.waiting.push(element);
    if (this.cast.actorOf(who)?.role === "sender") this.act(who, "suspended", timeMs);
    else this.put(who, "suspended", element, timeMs);
  }

  private receive(who: number, element: number, timeMs: number): void {
    this.received++;
    this.countOf(element, "received");
    if (!this.buffer.remove(element)) this.handedOver--;
    this.put(who, "ready", element, timeMs).tray.push(element);
  }

  private finish(who: number, element: number, timeMs: number): void {
    const actor = this.actor(who);
    const place = actor.tray.indexOf(element);
    if (place >= 0) actor.tray.splice(place, 1);
    actor.element = actor.tray.at(-1) ?? -1;
    actor.activity = "ready";
    actor.sinceMs = timeMs;
    actor.untilMs = timeMs;
    actor.finished++;
  }

  private fail(who: number, element: number, timeMs: number): void {
    this.countOf(element, "lost");
    if (this.cast.actorOf(who)?.role === "worker") {
      this.failedWork++;
      this.finish(who, element, timeMs);
    } else {
      this.failed++;
      this.leaveHand(element);
    }
  }

  private drop(element: number, rule: number): void {
    this.dropped++;
    this.countOf(element, "lost");
    this.droppedByRule[rule] = (this.droppedByRule[rule] ?? 0) + 1;
    if (!this.leaveHand(element) && !this.buffer.remove(element)) this.handedOver--;
  }

  private countOf(element: number, what: keyof KindCount): void {
    const { kinds } = this.cast;
    if (kinds === null) return;
    const count = this.byKind[kinds.of(element)];
    if (count !== undefined) count[what]++;
  }

  /** The element is no longer held by who made it, be it in a suspended send. Says whether it was. */
  private leaveHand(element: number): boolean {
    const producer = this.producers.find((holder) => holder.element === element);
    if (producer !== undefined) producer.element = -1;
    if (!this.onTheWay.leave(element) && producer === undefined) return false;
    const index = this.waiting.indexOf(element);
    if (index >= 0) this.waiting.splice(index, 1);
    return true;
  }

  /** Another activity, with the same element in hand. */
  private act(
    who: number,
    activity: "ready" | "delay" | "suspended" | "gate",
    timeMs: number,
    forMs = 0,
  ): void {
    const untilMs = timeMs + forMs;
    const actor = this.cast.actorOf(who);
    // The index of a sender is that of its element.
    if (actor?.role === "sender") {
      this.onTheWay.act(actor.index, activity, { sinceMs: timeMs, untilMs });
      return;
    }
    const holder = this.actor(who);
    holder.activity = activity;
    holder.sinceMs = timeMs;
    holder.untilMs = untilMs;
  }

  private put(
    who: number,
    activity: ActorState["activity"],
    element: number,
    timeMs: number,
  ): MutableActor {
    const actor = this.actor(who);
    actor.activity = activity;
    actor.element = element;
    actor.sinceMs = timeMs;
    actor.untilMs = timeMs;
    return actor;
  }

  private listOf(role: ActorRole): MutableActor[] | undefined {
    switch (role) {
      case "producer":
        return this.producers;
      case "worker":
        return this.workers;
      case "monitor":
        return this.monitors;
      default:
        return undefined;
    }
  }

  private actor(who: number): MutableActor {
    const actor = this.cast.actorOf(who);
    const list = actor === undefined ? undefined : this.listOf(actor.role);
    // Who is not in the picture is nobody's business.
    if (actor === undefined || list === undefined) return newActor({ role: "body", index: 0 });
    for (let index = list.length; index <= actor.index; index++) {
      list.push(newActor({ role: actor.role, index }));
    }
    return list[actor.index] as MutableActor;
  }
}

function newActor(actor: Actor): MutableActor {
  return {
    actor,
    activity: "ready",
    element: -1,
    tray: [],
    sinceMs: 0,
    untilMs: 0,
    finished: 0,
  };
}

function copyOfActor(actor: MutableActor): MutableActor {
  return { ...actor, tray: [...actor.tray] };
}

const END_ACTIVITY: Readonly<Record<number, ActorState["activity"]>> = {
  [TaskEnd.COMPLETED]: "ended",
  [TaskEnd.CANCELLED]: "cancelled",
  [TaskEnd.FAILED]: "failed",
};
