/** The Kotlin text of the RxJava and Reactor programs: the parts they share, in each library's terms. */

import type { Text } from "../../i18n/index.ts";
import type { Load, LoadAtOnce } from "../load.ts";
import { at, busy, indented, type Source, said } from "../source-text.ts";

/** What a library calls the parts of a program. */
export interface CodeWords {
  readonly imports: readonly string[];
  /** The remark that says that the library's threads are daemons. */
  readonly daemons: Text;
  /** The scheduler on which work that takes time is scheduled. */
  readonly scheduler: string;
  /** The name of the emitter inside `create`, and of its methods. */
  readonly emitter: string;
  readonly next: string;
  readonly complete: string;
  /** The class that a subscriber extends, and what it overrides. */
  readonly subscriber: string;
  readonly onSubscribe: string;
  readonly onNext: string;
  readonly onError: string;
  readonly onComplete: string;
}

/** A whole program: `source` and the `operators` below it, down to a subscriber of elements of `type`. */
export interface CodeParts {
  /** Imports beyond those that every program needs. */
  readonly imports: readonly string[];
  readonly source: Source;
  readonly operators: Source;
  readonly type: "Int" | "Long";
  /** Whether the source needs a timer of the program's own. */
  readonly hasTimer: boolean;
}

export function programCode(words: CodeWords, load: LoadAtOnce, parts: CodeParts): Source {
  const newWorker = `${words.scheduler}.createWorker()`;
  return [
    ...[...words.imports, ...parts.imports].toSorted().map((name) => `import ${name}`),
    "",
    "fun main() {",
    ...(parts.hasTimer ? [`    val timer = ${newWorker}`] : []),
    `    val worker = ${newWorker}`,
    ...indented(parts.source),
    ...indented(parts.operators, 8),
    `        .subscribe(object : ${words.subscriber}<${parts.type}>() {`,
    ...indented(subscriberCode(words, load, parts.type), 12),
    "        })",
    said("    Thread.currentThread().join()", words.daemons),
    "}",
  ];
}

/** The program inside a `create`: it emits without being asked, with a pause after each element. */
export function emitterCode(words: CodeWords, { count, producerDelayMs }: Load): Source {
  const { emitter } = words;
  return [
    "fun emit(i: Int) {",
    `    if (${emitter}.isCancelled) return`,
    ...(count === 0 ? [] : [`    if (i == ${count}) return ${emitter}.${words.complete}()`]),
    said(at(`    ${emitter}.${words.next}(i)`, "producer.ready"), {
      ko: "바로 돌아옴",
      en: "returns at once",
    }),
    at(
      `    timer.schedule({ emit(i + 1) }, ${producerDelayMs}, MILLISECONDS)`,
      busy("producer", producerDelayMs),
    ),
    "}",
    "timer.schedule({ emit(0) }, 0, MILLISECONDS)",
  ];
}

function subscriberCode(words: CodeWords, { consumerDelayMs }: LoadAtOnce, type: string): Source {
  return [
    ...overriding(words.onSubscribe, "request(1)"),
    "",
    said(at(`override fun ${words.onNext}(element: ${type}) {`, "worker.ready"), {
      ko: "소비자",
      en: "consumer",
    }),
    "    worker.schedule({",
    '        println("done $element")',
    "        request(1)",
    at(`    }, ${consumerDelayMs}, MILLISECONDS)`, busy("worker", consumerDelayMs)),
    "}",
    "",
    `override fun ${words.onError}(error: Throwable) =`,
    `    println("\${error.javaClass.simpleName}: \${error.message}")`,
    "",
    `override fun ${words.onComplete}() = println("complete")`,
  ];
}

/** A method whose body is one expression, which goes on a line of its own if the whole would be too long. */
function overriding(method: string, body: string): Source {
  const head = `override fun ${method} =`;
  return head.length + body.length < 60 ? [`${head} ${body}`] : [head, `    ${body}`];
}

/** The operator that prints each request from below. */
export const PRINTS_REQUESTS = '.doOnRequest { n -> println("request $n") }';
