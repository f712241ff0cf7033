/** resilience4j: its circuit breaker, as recordings of the library decide. */
export { breakerParams } from "./breaker-params.ts";
export {
  CircuitBreaker,
  type CircuitBreakerConfig,
  type CircuitBreakerState,
} from "./circuit-breaker.ts";
