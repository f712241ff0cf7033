import { ReadyQueue } from "../../kernel/index.ts";
import { Interpreter } from "./interpreter.ts";
import type { PekkoLoop } from "./pekko-loop.ts";
import type { Stage } from "./stage.ts";

/** A message to an island. */
export interface Message {
  /** How many signals the message counts as, of those that the island may run for it. */
  readonly cost: 0 | 1;
  /** Called in the island's turn. */
  deliver(): void;
  /** Called instead if the island has stopped, so that the message comes too late. */
  discard(): void;
}

/**
 * How many messages an actor takes in one turn: `throughput` of a dispatcher. Pekko's default is 5, on many threads.
 * With 1, the islands of one thread alternate as often as they can, and the recordings were made like that.
 */
const MESSAGES_A_TURN = 1;
/** How many signals an island runs for one message: `sync-processing-limit` of Pekko Streams. */
const SIGNALS_A_MESSAGE = 1000;
/** How many signals an island runs in one batch, for each slot of an input buffer. */
const SIGNALS_A_SLOT = 16;

function nothing(): void {}

/** Makes the island go on with the signals that were left when a batch reached its limit. */
const RESUME_SIGNALS: Message = { cost: 0, deliver: nothing, discard: nothing };
/** Makes the island go on with the messages that it sent to itself. */
const RESUME_SHORTCUT: Message = { cost: 0, deliver: nothing, discard: nothing };

/**
 * A fused island: one actor with its mailbox, which runs the signals of its stages until none is left before it
 * takes the next message. (`impl/fusing/ActorGraphInterpreter.scala`, Pekko 1.7.0)
 */
export class Island {
  readonly loop: PekkoLoop;
  readonly interpreter: Interpreter;
  private readonly mailbox = new ReadyQueue<Message>();
  /** The messages that the island sent to itself, which come before the next message of the mailbox. */
  private readonly shortcut = new ReadyQueue<Message>();
  private readonly signalsABatch: number;
  private state: "created" | "running" | "stopped" = "created";
  private isScheduled = false;
  private messagesLeft = MESSAGES_A_TURN;
  /** How many more signals may run for this message. */
  private signalsLeft = SIGNALS_A_MESSAGE;
  /** How many more signals may run in this batch; -1 between batches. */
  private batchLeft = -1;
  private isResumeTold = false;
  private isShortcutHalted = false;
  /** The number of boundaries whose upstream has not answered yet; the island does not stop before it has. */
  private subscriptionsAwaited = 0;

  /** `maxInputBuffer` is the size of the input buffers, which bounds how many signals run in one batch. */
  constructor(loop: PekkoLoop, stages: readonly Stage[], maxInputBuffer: number) {
    this.loop = loop;
    this.interpreter = new Interpreter(stages);
    this.signalsABatch = maxInputBuffer * SIGNALS_A_SLOT;
    for (const stage of stages) stage.moveInto(this);
  }

  /** Schedules the island's first turn, in which its stages start. */
  start(): void {
    this.schedule();
  }

  /** Notes that an input boundary waits for its upstream to subscribe. */
  subscriptionAwaited(): void {
    this.subscriptionsAwaited++;
  }

  subscriptionArrived(): void {
    this.subscriptionsAwaited--;
  }

  /** Puts `message` at the end of the mailbox. */
  tell(message: Message): void {
    this.mailbox.push(message);
    if (!this.isScheduled) this.schedule();
  }

  /** Sends the island a message that runs `handler` for `stage`; it does nothing if the stage has stopped by then. */
  tellAsync(stage: Stage, handler: () => void): void {
    const message: Message = {
      cost: 1,
      deliver: () => this.interpreter.runAsync(stage, handler),
      discard: nothing,
    };
    if (this.loop.current === this) this.shortcut.push(message);
    else this.tell(message);
  }

  /** Runs the next signal or message of this turn. Returns false when the turn is over. */
  advance(): boolean {
    if (this.state === "created") {
      this.state = "running";
      this.interpreter.init();
      this.beginBatch();
      return true;
    }
    if (this.batchLeft >= 0) {
      if (this.batchLeft > 0 && this.interpreter.isSuspended) {
        this.interpreter.step(--this.batchLeft);
        return true;
      }
      this.endBatch();
    }
    const message = this.nextMessage();
    if (message === null) return false;
    if (message !== RESUME_SHORTCUT) this.handle(message);
    return true;
  }

  /** Gives way to the other islands, and asks for another turn if messages are left. */
  endTurn(): void {
    this.messagesLeft = MESSAGES_A_TURN;
    this.isScheduled = false;
    if (this.mailbox.size > 0) this.schedule();
  }

  private schedule(): void {
    this.isScheduled = true;
    this.loop.schedule(this);
  }

  private nextMessage(): Message | null {
    if (this.shortcut.size > 0 && !this.isShortcutHalted) {
      if (this.signalsLeft > 0) return this.shortcut.shift();
      this.isShortcutHalted = true;
      this.tell(RESUME_SHORTCUT);
    }
    if (this.mailbox.size === 0 || this.messagesLeft === 0) return null;
    this.messagesLeft--;
    this.isShortcutHalted = false;
    this.signalsLeft = SIGNALS_A_MESSAGE;
    return this.mailbox.shift();
  }

  private handle(message: Message): void {
    this.isResumeTold = false;
    if (this.state === "stopped") {
      message.discard();
      return;
    }
    message.deliver();
    this.signalsLeft -= message.cost;
    this.beginBatch();
  }

  private beginBatch(): void {
    this.batchLeft = Math.min(this.signalsLeft, this.signalsABatch);
  }

  private endBatch(): void {
    const { interpreter } = this;
    const isBatchLimit = this.signalsABatch < this.signalsLeft;
    this.signalsLeft = isBatchLimit
      ? this.signalsLeft - this.signalsABatch + this.batchLeft
      : this.batchLeft;
    this.batchLeft = -1;
    if (interpreter.isCompleted) {
      if (this.subscriptionsAwaited === 0) this.state = "stopped";
    } else if (interpreter.isSuspended && !this.isResumeTold) {
      this.isResumeTold = true;
      if (isBatchLimit) this.shortcut.push(RESUME_SIGNALS);
      else this.tell(RESUME_SIGNALS);
    }
  }
}
