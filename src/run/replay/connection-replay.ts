import type { Connection } from "../../systems/index.ts";
import { SIGNALS, type Signal } from "../../trace/index.ts";
import type { ConnectionState } from "../run-state.ts";

/** The state of a connection while rows are replayed. */
export class ConnectionReplay implements ConnectionState {
  readonly connection: Connection;
  requested = 0;
  outstanding = 0;
  signal: Signal | null = null;
  signalMs = Number.NaN;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Counts a request for `n` more; -1: without bound. */
  request(n: number): void {
    const more = n < 0 ? Number.POSITIVE_INFINITY : n;
    this.requested += more;
    this.outstanding += more;
  }

  /** Counts an element that went over the connection: it uses up one request. */
  spend(): void {
    if (this.connection.pressure === "request") this.outstanding--;
  }

  signalled(signal: number, timeMs: number): void {
    this.signal = SIGNALS[signal] ?? null;
    this.signalMs = timeMs;
  }

  become(other: ConnectionReplay): void {
    this.requested = other.requested;
    this.outstanding = other.outstanding;
    this.signal = other.signal;
    this.signalMs = other.signalMs;
  }

  copy(): ConnectionReplay {
    const copy = new ConnectionReplay(this.connection);
    copy.become(this);
    return copy;
  }
}
