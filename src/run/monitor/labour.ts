import type { ActorReplay } from "../replay/index.ts";

/** How long the workers of a run were there, and how long of that they worked, or were held. */
export class Labour {
  workedMs = 0;
  heldMs = 0;
  presentMs = 0;
  private atMs = 0;
  /** How many starts of workers are counted in. */
  private started = 0;
  private present = 0;
  /** The workers that work on an element in their hand, and those that are held. */
  private readonly working = new Set<number>();
  private readonly held = new Set<number>();

  /** Lets time pass up to there; `startsMs`: when each worker was launched. */
  moveTo(timeMs: number, startsMs: readonly number[]): void {
    for (; this.started < startsMs.length; this.started++) {
      const startMs = startsMs[this.started] as number;
      if (startMs > timeMs) break;
      this.pass(startMs);
      this.present++;
    }
    this.pass(timeMs);
  }

  /** A worker has turned to something else. */
  turned({ who, activity, hand }: ActorReplay): void {
    if (activity === "busy" && hand.length > 0) this.working.add(who);
    else this.working.delete(who);
    if (activity === "held") this.held.add(who);
    else this.held.delete(who);
    if (activity === "ended" || activity === "cancelled" || activity === "failed") this.present--;
  }

  private pass(timeMs: number): void {
    const ms = Math.max(0, timeMs - this.atMs);
    this.workedMs += ms * this.working.size;
    this.heldMs += ms * this.held.size;
    this.presentMs += ms * this.present;
    this.atMs += ms;
  }
}
