import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { defineLoss } from "../losses.ts";
import {
  type Connection,
  EMPTY,
  IN_CLOSED,
  IN_READY,
  OUT_CLOSED,
  OUT_READY,
} from "./connection.ts";
import { IllegalStateException, isNoFailure, STAGE_WAS_COMPLETED } from "./failures.ts";
import type { Island } from "./island.ts";

/** The element was on its way to a stage that has stopped, or stood in it. */
export const STOPPED = defineLoss(
  "pekko-stopped",
  "undelivered",
  { ko: "스트림이 멈춰 사라짐", en: "lost as the stream stopped" },
  { ko: "스트림과 함께 사라짐 {n}", en: "lost with the stream {n}" },
);

/**
 * One stage of an island: `GraphStageLogic` of `stage/GraphStage.scala` (Pekko 1.7.0). Its `on...` methods handle the
 * signals of its ports, and answer by pulling, pushing and closing. A stage has any number of inlets and at most one
 * outlet. It can be used for one run only.
 */
export abstract class Stage {
  /** Records what happens to the stage's elements. */
  protected readonly log: StationLog | null;
  /** Records what the stage requests. */
  protected readonly demand: ConnectionLog | null;
  private readonly inlets: Connection[] = [];
  private outlet: Connection | null = null;
  private home: Island | null = null;
  private openPorts = 0;
  private keepsGoing = false;
  private stopped = false;

  constructor(log: StationLog | null = null, demand: ConnectionLog | null = null) {
    this.log = log;
    this.demand = demand;
  }

  // The handlers, which the kinds of stages override.

  /** Runs once, before any signal. */
  preStart(): void {}

  /** Runs once, when the stage has stopped. */
  postStop(): void {}

  /** An element has arrived at inlet `port`. */
  onPush(_port: number): void {
    throw new IllegalStateException("a stage without inlet got an element");
  }

  /** The outlet was pulled. */
  onPull(): void {
    throw new IllegalStateException("a stage without outlet was pulled");
  }

  /** What is above inlet `port` has completed. */
  onUpstreamFinish(_port: number): void {
    this.completeStage();
  }

  /** What is above inlet `port` has failed. */
  onUpstreamFailure(cause: Error, _port: number): void {
    this.failStage(cause);
  }

  /** What is below the outlet has cancelled. */
  onDownstreamFinish(cause: Error): void {
    if (isNoFailure(cause)) this.stop(cause, null);
    else this.stop(cause, cause);
  }

  /** `element` was pushed or has arrived, but no stage will take it. */
  notTaken(element: unknown): void {
    this.log?.lost(element, STOPPED);
  }

  // What the handlers can do and query.

  protected pull(port = 0): void {
    this.demandOn(port)?.requested(1);
    this.island.interpreter.pull(this.inletAt(port));
  }

  /** Returns the log that records what the stage requests at inlet `port`. */
  protected demandOn(_port: number): ConnectionLog | null {
    return this.demand;
  }

  /** Pulls unless the inlet is closed. */
  protected tryPull(port = 0): void {
    if (!this.isClosed(port)) this.pull(port);
  }

  protected push(element: unknown): void {
    if (!this.island.interpreter.push(this.out, element)) this.notTaken(element);
  }

  /** Takes the element that has arrived. Throws IllegalStateException if there is none. */
  protected grabFrom(port: number): unknown {
    const connection = this.inletAt(port);
    if (!this.hasArrived(port)) throw new IllegalStateException("nothing to grab from an inlet");
    const { slot } = connection;
    connection.slot = EMPTY;
    return slot;
  }

  /** Returns the element that has arrived, without taking it. */
  protected peek(port: number): unknown {
    return this.inletAt(port).slot;
  }

  /** Whether an element has arrived and has not been grabbed yet. */
  protected hasArrived(port = 0): boolean {
    const { portState, slot } = this.inletAt(port);
    return (portState & IN_READY) !== 0 && slot !== EMPTY;
  }

  protected hasBeenPulled(port = 0): boolean {
    return (this.inletAt(port).portState & (IN_READY | IN_CLOSED)) === 0;
  }

  /** Whether an inlet is closed. */
  protected isClosed(port = 0): boolean {
    return (this.inletAt(port).portState & IN_CLOSED) !== 0;
  }

  /** Whether the outlet was pulled and has not been pushed since. */
  protected get isAvailable(): boolean {
    return (this.out.portState & (OUT_READY | OUT_CLOSED)) === OUT_READY;
  }

  protected cancelInlet(cause: Error, port = 0): void {
    this.island.interpreter.cancel(this.inletAt(port), cause);
  }

  /** Closes the outlet. */
  protected completeOutlet(): void {
    this.island.interpreter.complete(this.out);
  }

  /** Fails the outlet. */
  protected failOutlet(cause: Error): void {
    this.island.interpreter.fail(this.out, cause);
  }

  protected completeStage(): void {
    this.stop(STAGE_WAS_COMPLETED, null);
  }

  protected failStage(cause: Error): void {
    this.stop(cause, cause);
  }

  /** Sets whether the stage lives on when all its ports are closed. */
  protected setKeepGoing(enabled: boolean): void {
    this.keepsGoing = enabled;
  }

  /** Runs `handler` in the stage, after the messages that its island has already got. For calls from outside. */
  protected invoke(handler: () => void): void {
    this.island.tellAsync(this, handler);
  }

  /**
   * Sends the island a message that runs `handler` in the stage, even if the stage has stopped; if the island has
   * stopped, `discard` runs instead. For boundaries.
   */
  protected tellMessage(handler: () => void, discard: () => void = () => {}): void {
    const { island } = this;
    const deliver = () => {
      handler();
      island.interpreter.afterStageHasRun(this);
    };
    island.tell({ cost: 0, deliver, discard });
  }

  // What the island and the graph call.

  /** Puts the stage into its island. */
  moveInto(island: Island): void {
    if (this.home !== null) throw new IllegalStateException("a stage is for one run only");
    this.home = island;
  }

  get inletCount(): number {
    return this.inlets.length;
  }

  /** Connects the next inlet of the stage to `connection`. */
  addInlet(connection: Connection): void {
    this.inlets.push(connection);
    this.openPorts++;
  }

  /** Connects the outlet of the stage to `connection`. */
  setOutlet(connection: Connection): void {
    this.outlet = connection;
    this.openPorts++;
  }

  /** Counts one port less: it was closed, by the stage or by the other end. */
  closePort(): void {
    if (this.openPorts > 0) this.openPorts--;
  }

  /** Whether nothing can happen to the stage any more. */
  get isStopped(): boolean {
    return this.openPorts === 0 && !this.keepsGoing;
  }

  /** Calls `postStop` if the stage has just stopped. Returns whether it did. */
  stopIfDone(): boolean {
    if (this.stopped || !this.isStopped) return false;
    this.stopped = true;
    this.postStop();
    return true;
  }

  /** The island in which the stage runs. Throws IllegalStateException before the stage has been materialized. */
  protected get island(): Island {
    const { home } = this;
    if (home === null) throw new IllegalStateException("the stage has not been materialized");
    return home;
  }

  private get out(): Connection {
    const { outlet } = this;
    if (outlet === null) throw new IllegalStateException("the stage has no outlet");
    return outlet;
  }

  private inletAt(port: number): Connection {
    const connection = this.inlets[port];
    if (connection === undefined) throw new IllegalStateException(`the stage has no inlet ${port}`);
    return connection;
  }

  private stop(cancelCause: Error, failure: Error | null): void {
    const { interpreter } = this.island;
    for (const inlet of this.inlets) interpreter.cancel(inlet, cancelCause);
    if (this.outlet !== null) {
      if (failure === null) interpreter.complete(this.outlet);
      else interpreter.fail(this.outlet, failure);
    }
    this.keepsGoing = false;
  }
}
