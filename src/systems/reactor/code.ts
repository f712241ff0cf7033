/** The Kotlin text of Reactor's programs. */
import { type CodeWords, emitterCode, type Load, programCode } from "../reactive/index.ts";
import { indented, type Source, said } from "../source-text.ts";
import type { OverflowStrategy } from "./operators/create.ts";

const WORDS: CodeWords = {
  imports: [
    "java.util.concurrent.TimeUnit.MILLISECONDS",
    "org.reactivestreams.Subscription",
    "reactor.core.publisher.BaseSubscriber",
    "reactor.core.publisher.Flux",
    "reactor.core.scheduler.Schedulers",
  ],
  daemons: { ko: "Reactor의 스레드는 main과 함께 끝남", en: "Reactor's threads end with main" },
  scheduler: "Schedulers.parallel()",
  emitter: "sink",
  next: "next",
  complete: "complete",
  subscriber: "BaseSubscriber",
  onSubscribe: "hookOnSubscribe(subscription: Subscription)",
  onNext: "hookOnNext",
  onError: "hookOnError",
  onComplete: "hookOnComplete",
};

/** A program whose source is a `create` that emits unasked; `strategy` handles elements that were not requested. */
export function createCode(
  load: Load,
  strategy: OverflowStrategy,
  operators: Source,
  imports: readonly string[] = [],
): Source {
  return programCode(WORDS, load, {
    imports: ["reactor.core.publisher.FluxSink.OverflowStrategy", ...imports],
    source: [
      said("Flux.create<Int>({ sink ->", { ko: "생산자", en: "producer" }),
      ...indented(emitterCode(WORDS, load)),
      `}, OverflowStrategy.${strategy})`,
    ],
    operators,
    type: "Int",
    hasTimer: true,
  });
}

/** A program whose source emits only what is requested of it, with a pause after each element. */
export function heedingCode(
  load: Load,
  source: Source,
  operators: Source,
  imports: readonly string[] = [],
): Source {
  return programCode(WORDS, load, { imports, source, operators, type: "Int", hasTimer: true });
}
