import type { TimerTask } from "../../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { EMPTY } from "../connection.ts";
import { RateExceededException } from "../failures.ts";
import { FlowStage } from "../stage-kinds.ts";
import { TokenBucket } from "./token-bucket.ts";

/** A throttle that enforces its rate failed the stream because of this element. */
export const RATE_EXCEEDED = defineLoss(
  "pekko-rate-exceeded",
  "rejected",
  {
    ko: "너무 일찍 와서 스트림이 실패함: RateExceededException",
    en: "came too early: the stream fails with RateExceededException",
  },
  { ko: "너무 일찍 옴 {n}", en: "too early {n}" },
);

const NANOS_PER_MS = 1_000_000;
/** The default burst is the number of tokens that arrive in this time. */
const AUTOMATIC_BURST_NANOS = 100 * NANOS_PER_MS;

/** `throttle(elements, per, maximumBurst, mode)`. */
export interface ThrottleOptions {
  /** How many elements may pass in `perMs`; a whole number of 1 or more. */
  readonly elements: number;
  /** Whole ms, 1 or more. */
  readonly perMs: number;
  /** How many elements may pass at once after a pause. By default, as many as the rate allows in 100 ms, at least 1. */
  readonly maximumBurst?: number;
  /** `shaping` (the default) holds back an element that comes too early; `enforcing` fails the stream. */
  readonly mode?: "shaping" | "enforcing";
}

/**
 * `throttle`: pulls only when it is pulled, and holds one element until there is a token for it.
 * (`impl/Throttle.scala`, Pekko 1.7.0)
 */
export class Throttle<T> extends FlowStage<T, T> {
  protected readonly tokens: TokenBucket;
  private readonly isEnforcing: boolean;
  private held: T | typeof EMPTY = EMPTY;
  private timer: TimerTask | null = null;

  /** Throws a RangeError unless `elements` and `perMs` are whole numbers of 1 or more. */
  constructor(
    options: ThrottleOptions,
    log: StationLog | null = null,
    demand: ConnectionLog | null = null,
  ) {
    super(log, demand);
    const { maximumBurst, mode = "shaping" } = options;
    const nanosBetweenTokens = nanosBetween(options);
    const automaticBurst = Math.max(1, Math.floor(AUTOMATIC_BURST_NANOS / nanosBetweenTokens));
    this.tokens = new TokenBucket(maximumBurst ?? automaticBurst, nanosBetweenTokens);
    this.isEnforcing = mode === "enforcing";
  }

  override preStart(): void {
    this.tokens.init(this.island.loop.nowNanos);
  }

  override onPull(): void {
    this.pull();
  }

  override onPush(): void {
    const element = this.grab();
    const { loop } = this.island;
    const delayNanos = this.delayOf(loop.nowNanos);
    if (delayNanos === 0) {
      this.log?.passed(element);
      this.push(element);
    } else if (this.isEnforcing) {
      this.log?.lost(element, RATE_EXCEEDED);
      this.failStage(new RateExceededException("Maximum throttle throughput exceeded."));
    } else {
      this.log?.entered(element);
      this.held = element;
      this.timer = loop.afterNanos(delayNanos, () => this.invoke(() => this.release(element)));
    }
  }

  /** Takes a token. Returns how long an element that arrives now must wait for it, in ns. */
  protected delayOf(nowNanos: number): number {
    return this.tokens.offer(1, nowNanos);
  }

  override onUpstreamFinish(): void {
    if (this.held === EMPTY) this.completeStage();
  }

  override postStop(): void {
    if (this.held === EMPTY) return;
    this.notTaken(this.held);
    if (this.timer !== null) this.island.loop.cancel(this.timer);
  }

  protected release(element: T): void {
    this.held = EMPTY;
    this.log?.left(element);
    this.push(element);
    if (this.isClosed()) this.completeStage();
  }
}

/**
 * Returns the time from one token to the next, in whole ns. Throws a RangeError unless `elements` and `perMs` are whole
 * numbers of 1 or more.
 */
export function nanosBetween({ elements, perMs }: ThrottleOptions): number {
  for (const [name, value] of Object.entries({ elements, perMs })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`throttle: ${name} must be a whole number of 1 or more, not ${value}`);
    }
  }
  return Math.floor((perMs * NANOS_PER_MS) / elements);
}
