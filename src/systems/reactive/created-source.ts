/** The source of `create`: a program that emits, and what happens to an element that was not requested. */
import type { LossRule, StationLog } from "../../trace/index.ts";
import { defineLoss } from "../losses.ts";
import { DirectEmitter, type Emitter, type EmitterRules, QueueEmitter } from "./emitter.ts";
import type { Source, Subscriber, Subscription } from "./signals.ts";

/**
 * What becomes of an element that is emitted while none is requested. RxJava's MISSING and Reactor's IGNORE pass it on,
 * ERROR ends the stream, DROP drops it, LATEST keeps the newest, BUFFER all of them, without a bound.
 */
export type CreateStrategy = "MISSING" | "IGNORE" | "ERROR" | "DROP" | "LATEST" | "BUFFER";

/** Why an element that was emitted while none was requested is lost. */
interface CreateLosses {
  /** The strategy is DROP. */
  readonly drop: LossRule;
  /** The strategy is LATEST: a newer one took its place. */
  readonly latest: LossRule;
  /** The strategy is ERROR: the stream ended there. */
  readonly error: LossRule;
}

/** Declares the losses of the `create` of `library`. */
export function createLosses(library: "rxjava" | "reactor"): CreateLosses {
  return {
    drop: defineLoss(`${library}-create-drop`, "dropped", {
      ko: "요청이 없어 create(DROP)가 버림",
      en: "dropped by create(DROP): not requested",
    }),
    latest: defineLoss(`${library}-create-latest`, "dropped", {
      ko: "더 새 요소가 와서 create(LATEST)가 버림",
      en: "dropped by create(LATEST) for a newer one",
    }),
    error: defineLoss(`${library}-create-error`, "dropped", {
      ko: "요청이 없어 create(ERROR)가 오류로 끝남",
      en: "not requested: create(ERROR) failed",
    }),
  };
}

/**
 * Where `create` differs between the libraries. `heedsCancel` applies to DROP and ERROR; with the other strategies the
 * emitter always heeds cancellation.
 */
export interface CreateRules extends EmitterRules {
  readonly losses: CreateLosses;
  /** Makes the error with which the strategy ERROR ends the stream. */
  readonly error: () => Error;
}

/** Returns a source that runs `program` for its subscriber; `strategy` handles elements that were not requested. */
export function createdSource<T>(
  program: (emitter: Emitter<T>) => void,
  strategy: CreateStrategy,
  rules: CreateRules,
  station: StationLog | null,
): Source<T> {
  return (subscriber) => {
    const emitter = emitterFor(subscriber, strategy, rules, station);
    subscriber.onSubscribe(emitter);
    program(emitter);
  };
}

function emitterFor<T>(
  subscriber: Subscriber<T>,
  strategy: CreateStrategy,
  rules: CreateRules,
  station: StationLog | null,
): Emitter<T> & Subscription {
  const { losses, afterEnd, error } = rules;
  switch (strategy) {
    case "MISSING":
    case "IGNORE":
      return new DirectEmitter(subscriber, null, { afterEnd, heedsCancel: true }, station);
    case "ERROR":
      return new DirectEmitter(subscriber, { loss: losses.error, error }, rules, station);
    case "DROP":
      return new DirectEmitter(subscriber, { loss: losses.drop, error: null }, rules, station);
    case "LATEST":
      return new QueueEmitter(subscriber, losses.latest, afterEnd, station);
    case "BUFFER":
      return new QueueEmitter(subscriber, null, afterEnd, station);
  }
}
