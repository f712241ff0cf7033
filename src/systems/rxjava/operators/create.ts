import type { StationLog } from "../../../trace/index.ts";
import {
  AFTER_END,
  type CreateRules,
  type CreateStrategy,
  createdSource,
  createLosses,
  type Emitter,
  type Source,
} from "../../reactive/index.ts";
import { MissingBackpressureException } from "../exceptions.ts";

/** What becomes of an element that is emitted while none is requested. */
export type BackpressureStrategy = Exclude<CreateStrategy, "IGNORE">;

const RULES: CreateRules = {
  losses: createLosses("rxjava"),
  afterEnd: AFTER_END,
  heedsCancel: true,
  error: () =>
    new MissingBackpressureException("create: Could not emit value due to lack of requests"),
};

/**
 * `Flowable.create(program, strategy)` (FlowableCreate.java, 3.1.12): whatever `program` emits, whether it is
 * requested or not. MISSING passes all of it on, ERROR ends with a MissingBackpressureException at the first element
 * that was not requested, DROP drops those, LATEST keeps the newest of them, BUFFER all of them, without a bound.
 */
export function create<T>(
  program: (emitter: Emitter<T>) => void,
  strategy: BackpressureStrategy,
  station: StationLog | null,
): Source<T> {
  return createdSource(program, strategy, RULES, station);
}
