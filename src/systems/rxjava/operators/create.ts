import type { StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  AFTER_END,
  createdBy,
  DirectEmitter,
  type Emitter,
  type EmitterRules,
  QueueEmitter,
  type Source,
  type Subscriber,
  type Subscription,
} from "../../reactive/index.ts";
import { MissingBackpressureException } from "../exceptions.ts";

/** What becomes of an element that is emitted while none is requested. */
export type BackpressureStrategy = "MISSING" | "ERROR" | "DROP" | "LATEST" | "BUFFER";

/** Emitted while none was requested, and the strategy is DROP. */
export const CREATE_DROP = defineLoss("rxjava-create-drop", "dropped", {
  ko: "요청이 없어 create(DROP)가 버림",
  en: "dropped by create(DROP): not requested",
});

/** Emitted while none was requested, and the strategy is LATEST: a newer one took its place. */
export const CREATE_LATEST = defineLoss("rxjava-create-latest", "dropped", {
  ko: "더 새 요소가 와서 create(LATEST)가 버림",
  en: "dropped by create(LATEST) for a newer one",
});

/** Emitted while none was requested, and the strategy is ERROR: the stream ended there. */
export const CREATE_ERROR = defineLoss("rxjava-create-error", "dropped", {
  ko: "요청이 없어 create(ERROR)가 오류로 끝남",
  en: "not requested: create(ERROR) failed",
});

const RULES: EmitterRules = { afterEnd: AFTER_END, heedsCancel: true };

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
  return createdBy(program, (subscriber) => emitterFor(subscriber, strategy, station));
}

function emitterFor<T>(
  subscriber: Subscriber<T>,
  strategy: BackpressureStrategy,
  station: StationLog | null,
): Emitter<T> & Subscription {
  switch (strategy) {
    case "MISSING":
      return new DirectEmitter(subscriber, null, RULES, station);
    case "ERROR":
      return new DirectEmitter(subscriber, { loss: CREATE_ERROR, error }, RULES, station);
    case "DROP":
      return new DirectEmitter(subscriber, { loss: CREATE_DROP, error: null }, RULES, station);
    case "LATEST":
      return new QueueEmitter(subscriber, CREATE_LATEST, RULES, station);
    case "BUFFER":
      return new QueueEmitter(subscriber, null, RULES, station);
  }
}

function error(): Error {
  return new MissingBackpressureException("create: Could not emit value due to lack of requests");
}
