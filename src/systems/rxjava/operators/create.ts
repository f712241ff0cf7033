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
 * `Flowable.create(program, strategy)` (FlowableCreate.java, 3.1.12): emits what `program` emits, requested or not.
 * MISSING passes every element on, and ERROR ends the stream with a MissingBackpressureException at the first that was
 * not requested. Of the elements that were not requested, DROP keeps none, LATEST the newest, and BUFFER all.
 */
export function create<T>(
  program: (emitter: Emitter<T>) => void,
  strategy: BackpressureStrategy,
  station: StationLog | null,
): Source<T> {
  return createdSource(program, strategy, RULES, station);
}
