import type { CallFigures, CallWindow } from "./call-window.ts";
import { CountWindow } from "./count-window.ts";
import { TimeWindow } from "./time-window.ts";

/** The settings of `CircuitBreakerConfig`, under its names; rates in percent. */
export interface CircuitBreakerConfig {
  readonly slidingWindowType: "COUNT_BASED" | "TIME_BASED";
  /** In calls or in seconds, depending on the type. */
  readonly slidingWindowSize: number;
  /**
   * With fewer results, nothing is decided. If the window is count-based, this is capped at its size, in HALF_OPEN too,
   * as the builder's `slidingWindow(size, minimum, type)` does.
   */
  readonly minimumNumberOfCalls: number;
  readonly failureRateThreshold: number;
  readonly slowCallRateThreshold: number;
  /** A call is slow if it took longer than this. */
  readonly slowCallDurationThresholdMs: number;
  readonly waitDurationInOpenStateMs: number;
  readonly permittedNumberOfCallsInHalfOpenState: number;
}

export type CircuitBreakerState = "CLOSED" | "OPEN" | "HALF_OPEN";

/**
 * resilience4j's circuit breaker (2.4.0, circuitbreaker/internal/CircuitBreakerStateMachine.java), call for call. It
 * has no clock: its callers pass the time, in ms since the clock's epoch, which must never decrease.
 *
 * A result counts in the state in which it arrives, whenever its call was permitted. In OPEN it is added to the figures
 * with which the breaker tripped, and decides nothing.
 */
export class CircuitBreaker {
  private readonly config: CircuitBreakerConfig;
  private readonly onTransition: (to: CircuitBreakerState) => void;
  private current: CircuitBreakerState = "CLOSED";
  private window: CallWindow;
  /** In OPEN: when the breaker tripped, in ms. */
  private openedMs = 0;
  /** In HALF_OPEN: how many more calls may pass. */
  private permissions = 0;

  /** @param onTransition called after each change of state, with the new state */
  constructor(
    config: CircuitBreakerConfig,
    onTransition: (to: CircuitBreakerState) => void = () => {},
  ) {
    this.config = config;
    this.onTransition = onTransition;
    this.window = closedWindow(config);
  }

  get state(): CircuitBreakerState {
    return this.current;
  }

  /**
   * Returns whether a call may be made at `nowMs`. If so, pass its result to `onResult`. The first call after the wait
   * in OPEN turns the breaker half-open, and is a trial itself.
   */
  tryAcquirePermission(nowMs: number): boolean {
    const { waitDurationInOpenStateMs, permittedNumberOfCallsInHalfOpenState } = this.config;
    if (this.current === "CLOSED") return true;
    if (this.current === "OPEN") {
      if (nowMs <= this.openedMs + waitDurationInOpenStateMs) return false;
      this.permissions = permittedNumberOfCallsInHalfOpenState;
      this.become("HALF_OPEN", halfOpenWindow(this.config));
    }
    if (this.permissions === 0) return false;
    this.permissions--;
    return true;
  }

  /** Counts the result, arriving at `nowMs`, of a call that took `tookMs`, and changes the state if that is due. */
  onResult(nowMs: number, tookMs: number, failed: boolean): void {
    const slow = tookMs > this.config.slowCallDurationThresholdMs;
    this.window.record({ failed, slow }, nowMs);
    if (this.current === "OPEN") return;
    const { failureRate, slowCallRate } = this.metrics(nowMs);
    if (failureRate === -1) return;
    const { failureRateThreshold, slowCallRateThreshold } = this.config;
    if (failureRate >= failureRateThreshold || slowCallRate >= slowCallRateThreshold) {
      this.openedMs = nowMs;
      this.become("OPEN", this.window);
    } else if (this.current === "HALF_OPEN") {
      this.become("CLOSED", closedWindow(this.config));
    }
  }

  /** Returns the figures at `nowMs`. Rates are in percent, in single precision, and -1 if there are too few calls. */
  metrics(nowMs: number): CallFigures & { failureRate: number; slowCallRate: number } {
    const { calls, failures, slow } = this.window.figures(nowMs);
    const hasRates = calls > 0 && calls >= this.window.minimumCalls;
    const rateOf = (part: number) => (hasRates ? Math.fround((part * 100) / calls) : -1);
    return { calls, failures, slow, failureRate: rateOf(failures), slowCallRate: rateOf(slow) };
  }

  private become(state: CircuitBreakerState, window: CallWindow): void {
    this.current = state;
    this.window = window;
    this.onTransition(state);
  }
}

function closedWindow(config: CircuitBreakerConfig): CallWindow {
  const { slidingWindowType, slidingWindowSize } = config;
  const Window = slidingWindowType === "COUNT_BASED" ? CountWindow : TimeWindow;
  return new Window(slidingWindowSize, minimumOf(config));
}

/** The window of HALF_OPEN is count-based, even if that of CLOSED is time-based. */
function halfOpenWindow(config: CircuitBreakerConfig): CallWindow {
  return new CountWindow(config.permittedNumberOfCallsInHalfOpenState, minimumOf(config));
}

function minimumOf(config: CircuitBreakerConfig): number {
  const { slidingWindowType, slidingWindowSize, minimumNumberOfCalls } = config;
  return slidingWindowType === "COUNT_BASED"
    ? Math.min(minimumNumberOfCalls, slidingWindowSize)
    : minimumNumberOfCalls;
}
