/** How long the workers of a run were there, and how long of that they worked. */
import { TraceKind } from "../trace/index.ts";

/** A worker works from a DELAY with an element in hand until it has finished one of those in hand. */
export class Labour {
  workedMs = 0;
  presentMs = 0;
  private atMs = 0;
  /** How many starts and ends of workers are counted in. */
  private started = 0;
  private present = 0;
  private readonly inHand = new Map<number, number>();
  private readonly working = new Set<number>();

  /** Lets time pass up to there. */
  moveTo(timeMs: number, startsMs: readonly number[]): void {
    for (; this.started < startsMs.length; this.started++) {
      const startMs = startsMs[this.started] as number;
      if (startMs > timeMs) break;
      this.pass(startMs);
      this.present++;
    }
    this.pass(timeMs);
  }

  note(kind: TraceKind, who: number): void {
    const inHand = this.inHand.get(who) ?? 0;
    switch (kind) {
      case TraceKind.RECEIVED:
        this.inHand.set(who, inHand + 1);
        break;
      case TraceKind.DELAY:
        if (inHand > 0) this.working.add(who);
        break;
      case TraceKind.DONE:
      case TraceKind.FAILED:
        this.inHand.set(who, Math.max(0, inHand - 1));
        this.working.delete(who);
        break;
      case TraceKind.TASK_ENDED:
        this.inHand.delete(who);
        this.working.delete(who);
        this.present--;
        break;
      default:
    }
  }

  private pass(timeMs: number): void {
    const ms = Math.max(0, timeMs - this.atMs);
    this.workedMs += ms * this.working.size;
    this.presentMs += ms * this.present;
    this.atMs += ms;
  }
}
