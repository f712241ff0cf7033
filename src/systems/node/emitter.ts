/** A listener, and whether it is called only once. */
interface Entry {
  readonly listener: unknown;
  readonly once: boolean;
}

const NOBODY: readonly Entry[] = [];

/**
 * Node's `EventEmitter`: listeners are called at once, in the order in which they were added. A listener that is added
 * while an event is emitted is not called for it; one that is removed meanwhile still is (`events.js`, Node 20).
 * `Events` maps the name of an event to the arguments of its listeners.
 */
export class Emitter<Events extends { readonly [Name in keyof Events]: readonly unknown[] }> {
  private readonly entries = new Map<keyof Events, readonly Entry[]>();

  on<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): void {
    this.add(event, { listener, once: false });
  }

  /** Like `on`, but the listener is removed right before its first call. */
  once<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): void {
    this.add(event, { listener, once: true });
  }

  /** Removes the most recently added entry of `listener`. Does nothing if there is none. */
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

  /** Called after a listener was added, for streams whose flow depends on their listeners. */
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
