/** How long the producers of a run were there, and how long of that they kept their rhythm, or were held. */
import { isHeldBack, sourceConnection } from "../awaits-signal.ts";
import type { RunState } from "../run-state.ts";

export class Making {
  workedMs = 0;
  heldMs = 0;
  presentMs = 0;
  private atMs = 0;
  private working = 0;
  private held = 0;
  private present = 0;

  /** Lets time pass up to there: until the next row the producers do what they did after the last one. */
  moveTo(timeMs: number): void {
    const ms = Math.max(0, timeMs - this.atMs);
    this.workedMs += ms * this.working;
    this.heldMs += ms * this.held;
    this.presentMs += ms * this.present;
    this.atMs += ms;
  }

  /** How the producers stand after a row. One is there from the first row on that tells of it. */
  standsAt(state: RunState): void {
    this.working = 0;
    this.held = 0;
    this.present = 0;
    const offers = sourceConnection(state);
    for (const { station, actors } of state.stations) {
      if (station.kind !== "source") continue;
      for (const actor of actors) {
        const { activity } = actor;
        if (activity === "ended" || activity === "cancelled" || activity === "failed") continue;
        this.present++;
        if (isHeldBack(actor, offers)) this.held++;
        else if (activity === "busy") this.working++;
      }
    }
  }
}
