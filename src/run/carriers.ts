/** The elements that coroutines of their own carry to the buffer, oldest first; found at once, however many. */

/** An element on its way to the buffer in a coroutine of its own. */
export interface Carrier {
  /** Id of the coroutine. */
  readonly who: number;
  readonly element: number;
  readonly activity: "ready" | "delay" | "suspended" | "gate";
  readonly sinceMs: number;
  readonly untilMs: number;
}

export class Carriers {
  private byElement = new Map<number, Carrier>();
  /** The same as a list, for as long as nobody comes, goes or turns to something else. */
  private listed: readonly Carrier[] | null = null;

  get size(): number {
    return this.byElement.size;
  }

  list(): readonly Carrier[] {
    this.listed ??= [...this.byElement.values()];
    return this.listed;
  }

  add(who: number, element: number, timeMs: number): void {
    const times = { sinceMs: timeMs, untilMs: timeMs };
    this.byElement.set(element, { who, element, activity: "ready", ...times });
    this.listed = null;
  }

  /** Another activity, with the same element in hand; nothing if it has none any more. */
  act(
    element: number,
    activity: Carrier["activity"],
    times: Pick<Carrier, "sinceMs" | "untilMs">,
  ): void {
    const carrier = this.byElement.get(element);
    if (carrier === undefined) return;
    this.byElement.set(element, { ...carrier, activity, ...times });
    this.listed = null;
  }

  /** The element is no longer carried; says whether it was. */
  leave(element: number): boolean {
    if (!this.byElement.delete(element)) return false;
    this.listed = null;
    return true;
  }

  /** Takes over what `other` holds: carriers are never changed, only replaced, so both may hold them. */
  become(other: Carriers): void {
    this.byElement = new Map(other.byElement);
    this.listed = null;
  }
}
