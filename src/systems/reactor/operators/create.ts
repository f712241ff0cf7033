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
  // The sinks of DROP and ERROR ignore cancellation: their subscriber gets elements that it no longer wants.
  heedsCancel: false,
  error: () => new OverflowException(),
};

/**
 * `Flux.create(program, strategy)` (FluxCreate.java, 3.8.8): emits what `program` emits, requested or not. IGNORE
 * passes every element on, and ERROR ends the stream with an OverflowException at the first that was not requested. Of
 * the elements that were not requested, DROP keeps none, LATEST the newest, and BUFFER (Reactor's default) all.
 */
export function create<T>(
  program: (emitter: Emitter<T>) => void,
  strategy: OverflowStrategy,
  station: StationLog | null,
): Source<T> {
  return createdSource(program, strategy, RULES, station);
}
