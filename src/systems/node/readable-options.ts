import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import type { Readable } from "./readable.ts";

/** The events of a readable, and the arguments of their listeners. */
export interface ReadableEvents<T> {
  readonly data: readonly [chunk: T];
  readonly readable: readonly [];
  readonly pause: readonly [];
  readonly resume: readonly [];
  readonly end: readonly [];
  readonly error: readonly [error: Error];
  readonly close: readonly [];
}

export interface ReadableOptions<T> {
  /** How many elements are fetched ahead: while the buffer holds fewer, `read` is called unasked. */
  readonly highWaterMark: number;
  /** Node's `_read`: asks the source for an element, which it delivers with `push`, at once or later. */
  readonly read: (readable: Readable<T>) => void;
  /** Whether the stream is destroyed after its `'end'`. True by default, as in Node. */
  readonly autoDestroy?: boolean;
  /** Whether a `push` before the first `read` counts as made inside a `read`. True by default, as in Node. */
  readonly startsSync?: boolean;
  /** The log of the buffer. */
  readonly station?: StationLog | null;
  /** The log of the connection from the source, which records each call of `read`. */
  readonly upstream?: ConnectionLog | null;
  /** The log of the connection to the stream it is piped to, which records pausing and resuming. */
  readonly downstream?: ConnectionLog | null;
}
