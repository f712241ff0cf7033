import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import type { Readable } from "./readable.ts";

/** What a readable tells its listeners, with their arguments. */
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
  /** How many elements are fetched ahead: below it, `read` is called without anybody asking. */
  readonly highWaterMark: number;
  /** Node's `_read`: asks the source for an element, which it gives with `push`, now or later. */
  readonly read: (readable: Readable<T>) => void;
  /** Whether the stream is destroyed after its `'end'`. True by default, as in Node. */
  readonly autoDestroy?: boolean;
  /** Whether a `push` before the first `read` counts as one from inside it. True by default, as in Node. */
  readonly startsSync?: boolean;
  /** The buffer. */
  readonly station?: StationLog | null;
  /** Where each call of `read` is reported: the connection from the source. */
  readonly upstream?: ConnectionLog | null;
  /** Where pausing and resuming is reported: the connection to whom it is piped. */
  readonly downstream?: ConnectionLog | null;
}
