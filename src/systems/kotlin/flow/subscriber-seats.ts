/**
 * The seats of a shared flow's subscribers, which are woken in the order of their seats. That is the order of
 * subscription, except that vacated seats are reused (flow/internal/AbstractSharedFlow.kt, kotlinx.coroutines 1.11.0).
 */
export class SubscriberSeats<S> {
  private readonly seats: (S | null)[] = [];
  private count = 0;
  /** The index at which the search for a free seat begins. */
  private nextSeat = 0;

  /** Gives `subscriber` the next free seat. */
  take(subscriber: S): void {
    const { seats } = this;
    if (this.count === seats.length) {
      const more = Math.max(2, seats.length);
      for (let i = 0; i < more; i++) seats.push(null);
    }
    let at = this.nextSeat;
    while (seats[at] !== null) at = (at + 1) % seats.length;
    seats[at] = subscriber;
    this.nextSeat = (at + 1) % seats.length;
    this.count++;
  }

  /** Vacates the seat of `subscriber`. */
  free(subscriber: S): void {
    this.seats[this.seats.indexOf(subscriber)] = null;
    this.count--;
    if (this.count === 0) this.nextSeat = 0;
  }

  /** Returns the subscribers in the order of their seats. */
  taken(): S[] {
    return this.seats.filter((seat) => seat !== null);
  }
}
