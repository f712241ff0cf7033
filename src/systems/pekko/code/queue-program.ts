/** The Java text of a program whose source is a queue, with the producer that offers to it from outside the stream. */
import type { Load } from "../../load.ts";
import { at, indented, type Source, said } from "../../source-text.ts";
import { javaClass, sinkCode } from "./java-program.ts";

interface QueueProgramParts {
  readonly imports: readonly string[];
  /** The class of the queue to which elements are offered. */
  readonly queue: string;
  /** The source that materializes the queue. */
  readonly source: Source[number];
  readonly operators: Source;
  /** What is done with each element: `i -> ...`. */
  readonly each: string;
  /** Methods of the class, among them `produce(queue, i)`. */
  readonly methods: readonly Source[];
}

const IMPORTS = [
  "org.apache.pekko.japi.Pair",
  "org.apache.pekko.stream.javadsl.Keep",
  "org.apache.pekko.stream.javadsl.Sink",
];

/** The whole program. */
export function queueProgram(parts: QueueProgramParts): Source {
  const { imports, queue, source, operators, each, methods } = parts;
  const main = [
    `Pair<${queue}<Integer>, CompletionStage<Done>> ends =`,
    ...indented([source, ...indented([...operators, ...sinkCode(each, "both"), ".run(system);"])]),
    "ends.second().whenCompleteAsync(Main::ended, system.dispatcher());",
    "produce(ends.first(), 0);",
  ];
  return javaClass([...IMPORTS, ...imports], main, methods);
}

/** The method `produce`, which does what `OfferingProducer` does. `offer` holds its lines from the offer on. */
export function produceMethod(queue: string, { count }: Load, offer: Source): Source {
  return [
    said(`static void produce(${queue}<Integer> queue, int i) {`, { ko: "생산자", en: "producer" }),
    ...indented([
      ...(count === 0 ? [] : [`if (i == ${count}) {`, "    queue.complete();", "    return;", "}"]),
      'System.out.println("made " + i);',
      ...offer,
    ]),
    "}",
  ];
}

/** The lines that pause, and then produce the next element. */
export function pauseCode({ producerDelayMs }: Load): Source {
  return [
    at(`system.scheduler().scheduleOnce(Duration.ofMillis(${producerDelayMs}),`, "producer.busy"),
    "    () -> produce(queue, i + 1), system.dispatcher());",
  ];
}
