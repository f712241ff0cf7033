import type { Stage } from "./stage.ts";

/**
 * The bits of a connection's `portState`. One of the first four is set: where the next element stands.
 * (`impl/fusing/GraphInterpreter.scala`, Pekko 1.7.0)
 */
export const IN_READY = 1;
export const PULLING = 2;
export const PUSHING = 4;
export const OUT_READY = 8;
/** The downstream end is closed: it hears of nothing more, but of a push that is under way. */
export const IN_CLOSED = 16;
/** The upstream end is closed: it hears of nothing more. */
export const OUT_CLOSED = 32;
/** Set with one of the closed bits: the upstream end failed. */
export const IN_FAILED = 64;

/** Turn a connection's state on, with an exclusive or. */
export const PULL_START = IN_READY | PULLING;
export const PULL_END = PULLING | OUT_READY;
export const PUSH_START = OUT_READY | PUSHING;
export const PUSH_END = PUSHING | IN_READY;

/** No element is in the connection's slot. */
export const EMPTY: unique symbol = Symbol("empty slot");

/** One outlet and one inlet of an island, and the one signal that may be under way between them. */
export class Connection {
  readonly outOwner: Stage;
  readonly inOwner: Stage;
  /** Which of the inlets of `inOwner` it is. */
  readonly inPort: number;
  portState: number = IN_READY;
  /** The element that was pushed and not grabbed yet. */
  slot: unknown = EMPTY;
  /** Why the upstream end failed or the downstream end cancelled. */
  cause: Error | null = null;

  constructor(outOwner: Stage, inOwner: Stage, inPort: number) {
    this.outOwner = outOwner;
    this.inOwner = inOwner;
    this.inPort = inPort;
  }
}
