import type { Stage } from "./stage.ts";

/**
 * The bits of a connection's `portState`. Exactly one of the first four is set, and says how far the exchange of an
 * element has come. (`impl/fusing/GraphInterpreter.scala`, Pekko 1.7.0)
 */
export const IN_READY = 1;
export const PULLING = 2;
export const PUSHING = 4;
export const OUT_READY = 8;
/** The downstream end is closed, and gets no more signals. */
export const IN_CLOSED = 16;
/** The upstream end is closed, and gets no more signals. A push that is under way still arrives. */
export const OUT_CLOSED = 32;
/** The upstream end failed. Set together with a closed bit. */
export const IN_FAILED = 64;

/** The transitions between the first four states, applied with an exclusive or. */
export const PULL_START = IN_READY | PULLING;
export const PULL_END = PULLING | OUT_READY;
export const PUSH_START = OUT_READY | PUSHING;
export const PUSH_END = PUSHING | IN_READY;

/** Stands for an element where there is none, as in the slot of a connection. */
export const EMPTY: unique symbol = Symbol("empty slot");

/** One outlet and one inlet of an island, and the one signal that may be under way between them. */
export class Connection {
  readonly outOwner: Stage;
  readonly inOwner: Stage;
  /** The number of the inlet, among those of `inOwner`. */
  readonly inPort: number;
  portState: number = IN_READY;
  /** The element that was pushed and has not been grabbed yet. */
  slot: unknown = EMPTY;
  /** Why the upstream end failed or the downstream end cancelled. */
  cause: Error | null = null;

  constructor(outOwner: Stage, inOwner: Stage, inPort: number) {
    this.outOwner = outOwner;
    this.inOwner = inOwner;
    this.inPort = inPort;
  }
}
