/** A clock of whole milliseconds for programs of the real Node, in place of its timers. */
interface Timer {
  readonly time: number;
  readonly run: () => void;
}

/** Timers fire one at a time, each in a promise job, when no tick, promise job and immediate is left. */
export class Clock {
  now = 0;
  private readonly timers: Timer[] = [];
  private immediates = 0;

  /** Whether no timer is left. */
  get isIdle(): boolean {
    return this.timers.length === 0;
  }

  at(time: number, run: () => void): void {
    const later = this.timers.findIndex((timer) => timer.time > time);
    this.timers.splice(later < 0 ? this.timers.length : later, 0, { time, run });
  }

  after(ms: number, run: () => void): void {
    this.at(this.now + ms, run);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  immediate(run: () => void): void {
    this.immediates++;
    setImmediate(() => {
      this.immediates--;
      run();
    });
  }

  async runUntil(time: number): Promise<void> {
    for (;;) {
      do await new Promise(setImmediate);
      while (this.immediates > 0);
      const timer = this.timers[0];
      if (timer === undefined || timer.time > time) return;
      this.timers.shift();
      this.now = timer.time;
      timer.run();
    }
  }
}
