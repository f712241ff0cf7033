import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import type { NodeLoop } from "./node-loop.ts";
import { Readable } from "./readable.ts";
import { Writable } from "./writable.ts";

export interface TransformOptions<In, Out> {
  readonly writableHighWaterMark: number;
  readonly readableHighWaterMark: number;
  /** Node's `_transform`: works on one element and calls back with its result, or null for none. */
  readonly transform: (chunk: In, callback: (result: Out | null) => void) => void;
  /** The log of the buffer before the work. */
  readonly writableStation?: StationLog | null;
  /** The log of the buffer after the work. */
  readonly readableStation?: StationLog | null;
  readonly upstream?: ConnectionLog | null;
  readonly downstream?: ConnectionLog | null;
  /** The log of the connection between the two buffers, which records when a callback is withheld and released. */
  readonly inside?: ConnectionLog | null;
}

/**
 * Node's `stream.Transform` in object mode (`internal/streams/transform.js`, Node 20.20): a writable whose results a
 * readable holds. If a result fills the readable, the writable's callback is withheld until the readable asks for more,
 * and until then the element counts in `writableLength`. So a transform takes one element less than its two marks
 * together before `write` answers false.
 */
export class Transform<In, Out> {
  readonly writable: Writable<In>;
  readonly readable: Readable<Out>;
  private readonly loop: NodeLoop;
  private readonly transform: (chunk: In, callback: (result: Out | null) => void) => void;
  private readonly inside: ConnectionLog | null;
  private withheld: (() => void) | null = null;

  constructor(loop: NodeLoop, options: TransformOptions<In, Out>) {
    this.loop = loop;
    this.transform = options.transform;
    this.inside = options.inside ?? null;
    this.writable = new Writable<In>(loop, {
      highWaterMark: options.writableHighWaterMark,
      write: (chunk, callback) => this.work(chunk, callback),
      final: (callback) => {
        this.readable.push(null);
        callback();
      },
      autoDestroy: false,
      station: options.writableStation ?? null,
      upstream: options.upstream ?? null,
    });
    this.readable = new Readable<Out>(loop, {
      highWaterMark: options.readableHighWaterMark,
      read: () => this.release(),
      autoDestroy: false,
      startsSync: false,
      station: options.readableStation ?? null,
      downstream: options.downstream ?? null,
    });
    this.readable.on("end", () => this.destroyWhenOver());
    this.writable.on("finish", () => this.destroyWhenOver());
  }

  private work(chunk: In, callback: () => void): void {
    const { readable, writable } = this;
    const before = readable.readableLength;
    this.transform(chunk, (result) => {
      if (result !== null) readable.push(result);
      const { readableLength } = readable;
      const wasPassedOn = readableLength === before;
      if (readable.ended) this.loop.nextTick(callback);
      else if (writable.writableEnded || wasPassedOn || readableLength < readable.highWaterMark) {
        callback();
      } else {
        this.withheld = callback;
        this.inside?.signalled("withheld");
      }
    });
  }

  private release(): void {
    const callback = this.withheld;
    if (callback === null) return;
    this.withheld = null;
    this.inside?.signalled("released");
    callback();
  }

  private destroyWhenOver(): void {
    if (!this.readable.readableEnded || !this.writable.writableFinished) return;
    this.readable.destroy();
    this.writable.destroy();
  }
}
