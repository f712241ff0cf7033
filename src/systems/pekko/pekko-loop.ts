import { ReadyQueue, TimerLoop, type TimerTask } from "../../kernel/index.ts";

const NANOS_PER_MS = 1e6;

/** What takes turns on the dispatcher: an island, or a single task. */
export interface Turn {
  /** Runs the next signal, message or task of the turn. Returns false when the turn is over. */
  advance(): boolean;
  endTurn(): void;
}

/**
 * The clock and the dispatcher of Pekko's actors, on one thread: islands that have messages take turns in the order in
 * which they were scheduled, and the next timer fires only when none has anything left to do.
 */
export class PekkoLoop extends TimerLoop {
  /** The turn whose code is running, or null. */
  current: Turn | null = null;
  private readonly waiting = new ReadyQueue<Turn>();

  /** Virtual time since the start in ns, the unit of Pekko's throttle. */
  get nowNanos(): number {
    return Math.round(this.now * NANOS_PER_MS);
  }

  /** Registers `run` for `delayNanos` from now. Times that are equal in ns are equal in ms. */
  afterNanos(delayNanos: number, run: () => void): TimerTask {
    return this.at((this.nowNanos + delayNanos) / NANOS_PER_MS, run);
  }

  /** Queues `turn` behind those that wait already. */
  schedule(turn: Turn): void {
    this.waiting.push(turn);
  }

  /** Runs `run` in a turn of its own, behind those that wait already: `execute` of the dispatcher. */
  execute(run: () => void): void {
    this.schedule({
      advance() {
        run();
        return false;
      },
      endTurn() {},
    });
  }

  protected hasReady(): boolean {
    return this.waiting.size > 0;
  }

  /** Runs one signal or message of the island whose turn it is, or a task. */
  protected runReady(): void {
    const turn = this.waiting.first();
    this.current = turn;
    const goesOn = turn.advance();
    this.current = null;
    if (goesOn) return;
    this.waiting.shift();
    turn.endTurn();
  }
}
