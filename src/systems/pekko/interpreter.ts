import { ReadyQueue } from "../../kernel/index.ts";
import {
  type Connection,
  EMPTY,
  IN_CLOSED,
  IN_FAILED,
  IN_READY,
  OUT_CLOSED,
  OUT_READY,
  PULL_END,
  PULL_START,
  PULLING,
  PUSH_END,
  PUSH_START,
  PUSHING,
} from "./connection.ts";
import { IllegalStateException } from "./failures.ts";
import type { Stage } from "./stage.ts";

/** How many pushes and pulls may be chased after one signal from the queue. */
const CHASE_LIMIT = 16;

/**
 * The signals of one fused island, in the order of `impl/fusing/GraphInterpreter.scala` (Pekko 1.7.0).
 *
 * The island has one queue. The first signal is taken and its handler runs. The first push that a handler makes is not
 * queued but runs next (it is *chased*), and so on downwards. When no push is left, the first pull that was made in the
 * meantime is chased likewise, and so on upwards. Everything else goes to the end of the queue.
 */
export class Interpreter {
  private readonly queue = new ReadyQueue<Connection>();
  private readonly stages: readonly Stage[];
  private running: number;
  /** How many more signals may be chased; 0 outside of a signal, since calls from outside are not chased. */
  private chasesLeft = 0;
  private chasedPush: Connection | null = null;
  private chasedPull: Connection | null = null;

  constructor(stages: readonly Stage[]) {
    this.stages = stages;
    this.running = stages.length;
  }

  /** Whether signals are waiting. */
  get isSuspended(): boolean {
    return this.queue.size > 0;
  }

  /** Whether every stage has stopped and no signal is left. */
  get isCompleted(): boolean {
    return this.running === 0 && this.queue.size === 0;
  }

  /** Calls `preStart` of every stage, from the sink to the source. */
  init(): void {
    for (const stage of this.stages) {
      stage.preStart();
      this.afterStageHasRun(stage);
    }
  }

  /**
   * Runs the first signal of the queue and those that are chased after it. Call only when `isSuspended`.
   * `signalsLeft`: how many more signals the island may take from the queue before it gives way. No more than that are
   * chased.
   */
  step(signalsLeft: number): void {
    const connection = this.queue.shift();
    this.chasesLeft = Math.min(CHASE_LIMIT, signalsLeft);
    this.process(connection);
    while (this.chasedPush !== null) {
      const chased = this.chasedPush;
      this.chasedPush = null;
      this.processPush(chased);
    }
    while (this.chasedPull !== null) {
      const chased = this.chasedPull;
      this.chasedPull = null;
      this.processPull(chased);
    }
    const left: Connection | null = this.chasedPush;
    if (left !== null) {
      this.chasedPush = null;
      this.queue.push(left);
    }
    this.chasesLeft = 0;
  }

  /** Runs `handler` for `stage` from outside: for a timer, a future or a message. A stopped stage ignores it. */
  runAsync(stage: Stage, handler: () => void): void {
    if (stage.isStopped) return;
    handler();
    this.afterStageHasRun(stage);
  }

  /** Pulls: asks for an element. Throws IllegalStateException if the inlet is closed or has already been pulled. */
  pull(connection: Connection): void {
    const state = connection.portState;
    if ((state & IN_CLOSED) !== 0) throw new IllegalStateException("cannot pull a closed inlet");
    if ((state & IN_READY) === 0) throw new IllegalStateException("cannot pull an inlet twice");
    connection.portState = state ^ PULL_START;
    if ((state & OUT_CLOSED) !== 0) return;
    if (this.chasesLeft > 0 && this.chasedPull === null) {
      this.chasesLeft--;
      this.chasedPull = connection;
    } else {
      this.queue.push(connection);
    }
  }

  /**
   * Pushes `element`. Returns false if the other end is closed, in which case no stage gets the element. Throws
   * IllegalStateException if the outlet is closed or was not pulled.
   */
  push(connection: Connection, element: unknown): boolean {
    const state = connection.portState;
    if ((state & OUT_CLOSED) !== 0) throw new IllegalStateException("cannot push a closed outlet");
    if ((state & OUT_READY) === 0) {
      throw new IllegalStateException("cannot push an outlet twice, or before it was pulled");
    }
    connection.portState = state ^ PUSH_START;
    if ((state & IN_CLOSED) !== 0) return false;
    connection.slot = element;
    if (this.chasesLeft > 0 && this.chasedPush === null) {
      this.chasesLeft--;
      this.chasedPush = connection;
    } else {
      this.queue.push(connection);
    }
    return true;
  }

  /** Closes the upstream end. A push that is under way arrives first. */
  complete(connection: Connection): void {
    const state = connection.portState;
    connection.portState = state | OUT_CLOSED;
    if (this.chasedPush === connection) {
      this.chasedPush = null;
      this.queue.push(connection);
    } else if ((state & (IN_CLOSED | PUSHING | PULLING | OUT_CLOSED)) === 0) {
      this.queue.push(connection);
    }
    if ((state & OUT_CLOSED) === 0) connection.outOwner.closePort();
  }

  /** Fails the upstream end. A push that is under way arrives first. */
  fail(connection: Connection, cause: Error): void {
    const state = connection.portState;
    connection.portState = state | OUT_CLOSED;
    if ((state & (IN_CLOSED | OUT_CLOSED)) === 0) {
      connection.portState |= IN_FAILED;
      connection.cause = cause;
      if ((state & (PULLING | PUSHING)) === 0) {
        this.queue.push(connection);
      } else if (this.chasedPush === connection) {
        this.chasedPush = null;
        this.queue.push(connection);
      }
    }
    if ((state & OUT_CLOSED) === 0) connection.outOwner.closePort();
  }

  /** Closes the downstream end. A push that is under way is lost. */
  cancel(connection: Connection, cause: Error): void {
    const state = connection.portState;
    connection.portState = state | IN_CLOSED;
    dropSlot(connection, state);
    if ((state & OUT_CLOSED) === 0) {
      connection.cause = cause;
      if ((state & (PULLING | PUSHING | IN_CLOSED)) === 0) {
        this.queue.push(connection);
      } else if (this.chasedPull === connection) {
        this.chasedPull = null;
        this.queue.push(connection);
      }
    }
    if ((state & IN_CLOSED) === 0) connection.inOwner.closePort();
  }

  /** Lets `stage` stop if it has just closed its last port. */
  afterStageHasRun(stage: Stage): void {
    if (stage.stopIfDone()) this.running--;
  }

  private process(connection: Connection): void {
    const state = connection.portState;
    if ((state & (PUSHING | IN_CLOSED | OUT_CLOSED)) === PUSHING) {
      this.processPush(connection);
    } else if ((state & (PULLING | IN_CLOSED | OUT_CLOSED)) === PULLING) {
      this.processPull(connection);
    } else if ((state & (IN_CLOSED | OUT_CLOSED)) === IN_CLOSED) {
      this.processCancel(connection);
    } else if ((state & (IN_CLOSED | OUT_CLOSED)) === OUT_CLOSED) {
      if ((state & PUSHING) === 0) {
        this.processClose(connection);
      } else {
        this.processPush(connection);
        this.queue.push(connection);
      }
    }
  }

  private processPush(connection: Connection): void {
    connection.portState ^= PUSH_END;
    connection.inOwner.onPush(connection.inPort);
    this.afterStageHasRun(connection.inOwner);
  }

  private processPull(connection: Connection): void {
    connection.portState ^= PULL_END;
    connection.outOwner.onPull();
    this.afterStageHasRun(connection.outOwner);
  }

  private processCancel(connection: Connection): void {
    const { outOwner } = connection;
    connection.portState |= OUT_CLOSED;
    outOwner.closePort();
    outOwner.onDownstreamFinish(causeOf(connection));
    this.afterStageHasRun(outOwner);
  }

  private processClose(connection: Connection): void {
    const { inOwner, inPort } = connection;
    connection.portState |= IN_CLOSED;
    inOwner.closePort();
    if ((connection.portState & IN_FAILED) === 0) inOwner.onUpstreamFinish(inPort);
    else inOwner.onUpstreamFailure(causeOf(connection), inPort);
    this.afterStageHasRun(inOwner);
  }
}

/**
 * Empties the slot and reports its element as not taken: to the sender if the push had not arrived, otherwise to the
 * receiver.
 */
function dropSlot(connection: Connection, state: number): void {
  const { slot, outOwner, inOwner } = connection;
  if (slot === EMPTY) return;
  connection.slot = EMPTY;
  const holder = (state & PUSHING) !== 0 ? outOwner : inOwner;
  holder.notTaken(slot);
}

function causeOf({ cause }: Connection): Error {
  if (cause === null) throw new IllegalStateException("a connection was closed without a cause");
  return cause;
}
