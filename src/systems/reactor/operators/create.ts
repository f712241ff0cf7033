import type { StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import {
  createdBy,
  DirectEmitter,
  type Emitter,
  type EmitterRules,
  QueueEmitter,
  type Source,
  type Subscriber,
  type Subscription,
} from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";
import { NEXT_DROPPED } from "../losses.ts";

/** What becomes of an element that is emitted while none is requested. */
export type OverflowStrategy = "IGNORE" | "ERROR" | "DROP" | "LATEST" | "BUFFER";

/** Emitted while none was requested, and the strategy is DROP. */
export const CREATE_DROP = defineLoss("reactor-create-drop", "dropped", {
  ko: "요청이 없어 create(DROP)가 버림",
  en: "dropped by create(DROP): not requested",
});

/** Emitted while none was requested, and the strategy is LATEST: a newer one took its place. */
export const CREATE_LATEST = defineLoss("reactor-create-latest", "dropped", {
  ko: "더 새 요소가 와서 create(LATEST)가 버림",
  en: "dropped by create(LATEST) for a newer one",
});

/** Emitted while none was requested, and the strategy is ERROR: the stream ended there. */
export const CREATE_ERROR = defineLoss("reactor-create-error", "dropped", {
  ko: "요청이 없어 create(ERROR)가 오류로 끝남",
  en: "not requested: create(ERROR) failed",
});

const HEEDING: EmitterRules = { afterEnd: NEXT_DROPPED, heedsCancel: true };
/** The sinks of DROP and ERROR go on after cancellation; whoever is below gets what it no longer wants. */
const HEEDLESS: EmitterRules = { afterEnd: NEXT_DROPPED, heedsCancel: false };

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
  return createdBy(program, (subscriber) => sinkFor(subscriber, strategy, station));
}

function sinkFor<T>(
  subscriber: Subscriber<T>,
  strategy: OverflowStrategy,
  station: StationLog | null,
): Emitter<T> & Subscription {
  switch (strategy) {
    case "IGNORE":
      return new DirectEmitter(subscriber, null, HEEDING, station);
    case "ERROR":
      return new DirectEmitter(subscriber, { loss: CREATE_ERROR, error }, HEEDLESS, station);
    case "DROP":
      return new DirectEmitter(subscriber, { loss: CREATE_DROP, error: null }, HEEDLESS, station);
    case "LATEST":
      return new QueueEmitter(subscriber, CREATE_LATEST, HEEDING, station);
    case "BUFFER":
      return new QueueEmitter(subscriber, null, HEEDING, station);
  }
}

function error(): Error {
  return new OverflowException();
}
