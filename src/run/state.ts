/** What stands where at one moment of a run: the sum of all rows of the trace up to it. */
import { TaskEnd, type Trace, TraceKind } from "../engine/index.ts";
import { ElementWindow } from "./element-window.ts";
import type { Actor } from "./program.ts";

export interface ActorState {
  readonly actor: Actor;
  /**
   * `ready`: between two steps, or waiting for an element; `delay`: pausing (producer) or working
   * (worker) until `untilMs`; `suspended`: in a `send` that waits for room.
   */
  readonly activity: "ready" | "delay" | "suspended" | "ended" | "cancelled" | "failed";
  /** The element in hand, or -1. */
  readonly element: number;
  readonly sinceMs: number;
  readonly untilMs: number;
  /** How many elements it has made, or finished. */
  readonly finished: number;
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
}

type MutableActor = { -readonly [K in keyof ActorState]: ActorState[K] };

const DROP_RULES = 5;

/** A state that rows can be added to. */
export class StateMachine implements RunState {
  rows = 0;
  produced = 0;
  accepted = 0;
  received = 0;
  done = 0;
  dropped = 0;
  handedOver = 0;
  droppedByRule: number[] = new Array<number>(DROP_RULES).fill(0);
  waiting: number[] = [];
  readonly buffer: ElementWindow;
  producers: MutableActor[] = [];
  workers: MutableActor[] = [];

  private readonly trace: Trace;
  private readonly actorOf: (id: number) => Actor | undefined;

  constructor(
    trace: Trace,
    actorOf: (id: number) => Actor | undefined,
    buffer = ElementWindow.create(),
  ) {
    this.trace = trace;
    this.actorOf = actorOf;
    this.buffer = buffer;
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
    this.handedOver = other.handedOver;
    this.droppedByRule = [...other.droppedByRule];
    this.waiting = [...other.waiting];
    this.buffer.become(other.buffer);
    this.producers = other.producers.map((actor) => ({ ...actor }));
    this.workers = other.workers.map((actor) => ({ ...actor }));
  }

  copy(): StateMachine {
    const copy = new StateMachine(this.trace, this.actorOf, this.buffer.copy());
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
        this.produced++;
        this.put(who, "ready", element, timeMs).finished++;
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
        this.waiting.push(element);
        this.put(who, "suspended", element, timeMs);
        break;
      case TraceKind.RESUMED:
        this.put(who, "ready", -1, timeMs);
        break;
      case TraceKind.DROPPED:
        this.drop(element, trace.detailAt(row));
        break;
      case TraceKind.RECEIVED:
        this.receive(who, element, timeMs);
        break;
      case TraceKind.DONE:
        this.done++;
        this.put(who, "ready", -1, timeMs).finished++;
        break;
      case TraceKind.DELAY: {
        const actor = this.actor(who);
        actor.activity = "delay";
        actor.sinceMs = timeMs;
        actor.untilMs = timeMs + element;
        break;
      }
      case TraceKind.TASK_ENDED:
        this.put(who, END_ACTIVITY[trace.detailAt(row)] ?? "ended", -1, timeMs);
        break;
      default:
    }
  }

  private receive(who: number, element: number, timeMs: number): void {
    this.received++;
    if (this.buffer.at(0) === element) this.buffer.shift();
    else this.handedOver--;
    this.put(who, "ready", element, timeMs);
  }

  private drop(element: number, rule: number): void {
    this.dropped++;
    this.droppedByRule[rule] = (this.droppedByRule[rule] ?? 0) + 1;
    if (!this.leaveHand(element) && !this.buffer.remove(element)) this.handedOver--;
  }

  /** The element is no longer held by who made it, be it in a suspended send. Says whether it was. */
  private leaveHand(element: number): boolean {
    const producer = this.producers.find((holder) => holder.element === element);
    if (producer === undefined) return false;
    producer.element = -1;
    const index = this.waiting.indexOf(element);
    if (index >= 0) this.waiting.splice(index, 1);
    return true;
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

  private actor(who: number): MutableActor {
    const actor = this.actorOf(who) ?? { role: "producer", index: 0 };
    const list = actor.role === "producer" ? this.producers : this.workers;
    for (let index = list.length; index <= actor.index; index++) {
      list.push({
        actor: { role: actor.role, index },
        activity: "ready",
        element: -1,
        sinceMs: 0,
        untilMs: 0,
        finished: 0,
      });
    }
    return list[actor.index] as MutableActor;
  }
}

const END_ACTIVITY: Readonly<Record<number, ActorState["activity"]>> = {
  [TaskEnd.COMPLETED]: "ended",
  [TaskEnd.CANCELLED]: "cancelled",
  [TaskEnd.FAILED]: "failed",
};
