import { ReadyQueue, TimerLoop, type TimerTask } from "../../kernel/index.ts";
import type { Island } from "./island.ts";

const NANOS_PER_MS = 1e6;

/**
 * The clock and the dispatcher of Pekko's actors, on one thread: islands that have messages take turns in the
 * order in which they were told something, and the next timer fires only when nobody has anything left to do.
 */
export class PekkoLoop extends TimerLoop {
  /** The island whose signal or message is running, or null. */
  current: Island | null = null;
  private readonly waiting = new ReadyQueue<Island>();

  /** Virtual time since the start in ns: Pekko's throttle counts in them. */
  get nowNanos(): number {
    return Math.round(this.now * NANOS_PER_MS);
  }

  /** Registers `run` for `delayNanos` from now. Times that are the same in ns are the same in ms. */
  afterNanos(delayNanos: number, run: () => void): TimerTask {
    return this.at((this.nowNanos + delayNanos) / NANOS_PER_MS, run);
  }

  /** Gives `island` a turn, behind those that wait for theirs. */
  schedule(island: Island): void {
    this.waiting.push(island);
  }

  protected hasReady(): boolean {
    return this.waiting.size > 0;
  }

  /** Runs one signal, or one message, of the island whose turn it is. */
  protected runReady(): void {
    const island = this.waiting.first();
    this.current = island;
    const goesOn = island.advance();
    this.current = null;
    if (goesOn) return;
    this.waiting.shift();
    island.endTurn();
  }
}
