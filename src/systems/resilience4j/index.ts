/** resilience4j: its circuit breaker, which decides as recordings of the library do. */
export { breakerParams } from "./breaker-params.ts";
export {
  CircuitBreaker,
  type CircuitBreakerConfig,
  type CircuitBreakerState,
} from "./circuit-breaker.ts";
