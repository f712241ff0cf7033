import type { StationLog } from "../../../trace/index.ts";
import {
  type CreateRules,
  type CreateStrategy,
  createdSource,
  createLosses,
  type Emitter,
  type Source,
} from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";
import { NEXT_DROPPED } from "../losses.ts";

/** What becomes of an element that is emitted while none is requested. */
export type OverflowStrategy = Exclude<CreateStrategy, "MISSING">;

const RULES: CreateRules = {
  losses: createLosses("reactor"),
  afterEnd: NEXT_DROPPED,
  // The sinks of DROP and ERROR go on after cancellation: their subscriber gets elements that it no longer wants.
  heedsCancel: false,
  error: () => new OverflowException(),
};

/**
 * `Flux.create(program, strategy)` (FluxCreate.java, 3.8.8): whatever `program` emits, whether it is requested or
 * not. IGNORE passes all of it on, ERROR ends with an OverflowException at the first element that was not requested,
 * DROP drops those, LATEST keeps the newest of them, BUFFER (Reactor's default) all of them, without a bound.
 */
export function create<T>(
  program: (emitter: Emitter<T>) => void,
  strategy: OverflowStrategy,
  station: StationLog | null,
): Source<T> {
  return createdSource(program, strategy, RULES, station);
}
