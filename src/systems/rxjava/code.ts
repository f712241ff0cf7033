/** The Kotlin text of RxJava's programs. */
import {
  type CodeParts,
  type CodeWords,
  emitterCode,
  type Load,
  type LoadAtOnce,
  programCode,
} from "../reactive/index.ts";
import { indented, type Source, said } from "../source-text.ts";
import type { BackpressureStrategy } from "./operators/create.ts";

const RX = "io.reactivex.rxjava3";

const WORDS: CodeWords = {
  imports: [
    `${RX}.core.Flowable`,
    `${RX}.schedulers.Schedulers`,
    `${RX}.subscribers.DisposableSubscriber`,
    "java.util.concurrent.TimeUnit.MILLISECONDS",
  ],
  daemons: { ko: "RxJava의 스레드는 main과 함께 끝남", en: "RxJava's threads end with main" },
  scheduler: "Schedulers.computation()",
  emitter: "emitter",
  next: "onNext",
  complete: "onComplete",
  subscriber: "DisposableSubscriber",
  onSubscribe: "onStart()",
  onNext: "onNext",
  onError: "onError",
  onComplete: "onComplete",
};

/** A program whose source is a `create` that emits unasked; `strategy` handles elements that were not requested. */
export function createCode(
  load: Load,
  strategy: BackpressureStrategy,
  operators: Source,
  imports: readonly string[] = [],
): Source {
  return programCode(WORDS, load, {
    imports: [`${RX}.core.BackpressureStrategy`, ...imports.map((name) => `${RX}.${name}`)],
    source: [
      said("Flowable.create<Int>({ emitter ->", { ko: "생산자", en: "producer" }),
      ...indented(emitterCode(WORDS, load)),
      `}, BackpressureStrategy.${strategy})`,
    ],
    operators,
    type: "Int",
    hasTimer: true,
  });
}

/** A program with any other source. */
export function rxjavaCode(load: LoadAtOnce, parts: Omit<CodeParts, "imports">): Source {
  return programCode(WORDS, load, { imports: [], ...parts });
}
