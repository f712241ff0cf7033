/** A listener, and whether it is called once only. */
interface Entry {
  readonly listener: unknown;
  readonly once: boolean;
}

const NOBODY: readonly Entry[] = [];

/**
 * Node's `EventEmitter`: listeners are called in the order in which they were added, at once. Who is added or
 * removed while an event is emitted hears, or still hears, of the next one only (`events.js`, Node 20).
 * `Events` maps an event's name to the arguments of its listeners.
 */
export class Emitter<Events extends { readonly [Name in keyof Events]: readonly unknown[] }> {
  private readonly entries = new Map<keyof Events, readonly Entry[]>();

  on<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): void {
    this.add(event, { listener, once: false });
  }

  /** As `on`, but the listener is removed right before its first call. */
  once<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): void {
    this.add(event, { listener, once: true });
  }

  /** Removes `listener` where it was added last. Does nothing if it is not there. */
  off<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): void {
    const entries = this.entriesOf(event);
    const index = entries.findLastIndex((entry) => entry.listener === listener);
    if (index < 0) return;
    this.entries.set(event, entries.toSpliced(index, 1));
    this.listenerRemoved(event);
  }

  listenerCount(event: keyof Events): number {
    return this.entriesOf(event).length;
  }

  /** Calls every listener of `event` with `args`. Returns whether there was one. */
  protected emit<Name extends keyof Events>(event: Name, ...args: Events[Name]): boolean {
    const entries = this.entriesOf(event);
    for (const entry of entries) {
      const listener = entry.listener as (...args: Events[Name]) => void;
      if (entry.once) this.off(event, listener);
      listener(...args);
    }
    return entries.length > 0;
  }

  /** For a stream whose flow depends on who listens. */
  protected listenerAdded(_event: keyof Events): void {}

  protected listenerRemoved(_event: keyof Events): void {}

  private entriesOf(event: keyof Events): readonly Entry[] {
    return this.entries.get(event) ?? NOBODY;
  }

  private add(event: keyof Events, entry: Entry): void {
    this.entries.set(event, [...this.entriesOf(event), entry]);
    this.listenerAdded(event);
  }
}
