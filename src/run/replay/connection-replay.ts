import type { Connection } from "../../systems/index.ts";
import { SIGNALS, type Signal } from "../../trace/index.ts";
import type { ConnectionState } from "../run-state.ts";

/** A connection of a state that rows are being added to. */
export class ConnectionReplay implements ConnectionState {
  readonly connection: Connection;
  requested = 0;
  outstanding = 0;
  signal: Signal | null = null;
  signalMs = Number.NaN;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** `n` more were requested; -1: without bound. */
  request(n: number): void {
    const more = n < 0 ? Number.POSITIVE_INFINITY : n;
    this.requested += more;
    this.outstanding += more;
  }

  /** An element went over it. */
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
