/** What the Java texts of all programs share: the class around the graph, and the lines of the graph's two ends. */

import type { Load } from "../../load.ts";
import { at, indented, type Source, said } from "../../source-text.ts";
import { type BoundaryValues, inputBufferOf } from "../boundary.ts";
import { MAX_INPUT_BUFFER } from "../graph.ts";

interface ProgramParts {
  /** Classes that the graph and the methods use, beyond those of every program. */
  readonly imports: readonly string[];
  /** The graph from its source to the last operator, without indentation. */
  readonly graph: Source;
  /** What is done with each element: `i -> ...`. */
  readonly each: string;
  /** Methods of the class that the graph calls. */
  readonly methods: readonly Source[];
}

const IMPORTS = [
  "java.time.Duration",
  "org.apache.pekko.Done",
  "org.apache.pekko.actor.ActorSystem",
  "org.apache.pekko.stream.javadsl.Source",
];

const ENDED: Source = [
  "static void ended(Done done, Throwable failure) {",
  "    System.out.println(",
  '        failure == null ? "completed" : failure.getMessage());',
  "    system.terminate();",
  "}",
];

/** The whole program. If the input buffer doesn't have Pekko's default size, attributes on the graph set it. */
export function javaProgram(parts: ProgramParts, values: BoundaryValues): Source {
  const { imports, graph, each, methods } = parts;
  const inputBuffer = inputBufferOf(values);
  const isPlain = inputBuffer === 0 || inputBuffer === MAX_INPUT_BUFFER;
  const run = isPlain
    ? [`.runForeach(${each}, system)`]
    : [
        ...sinkCode(each, "right"),
        `.withAttributes(Attributes.inputBuffer(${inputBuffer}, ${inputBuffer}))`,
        ".run(system)",
      ];
  const more = isPlain
    ? []
    : ["Attributes", "javadsl.Keep", "javadsl.Sink"].map(
        (name) => `org.apache.pekko.stream.${name}`,
      );
  const [first = "", ...others] = graph;
  const rest = [...others, ...run, ".whenCompleteAsync(Main::ended, system.dispatcher());"];
  return javaClass([...imports, ...more], [first, ...indented(rest)], methods);
}

/** The sink of a graph; `keep` selects which of the values that the two ends materialize are kept. */
export function sinkCode(each: string, keep: "right" | "both"): Source {
  return [".toMat(", `    Sink.foreach(${each}),`, `    Keep.${keep}())`];
}

/** The class with `main` and the other methods. */
export function javaClass(
  imports: readonly string[],
  main: Source,
  methods: readonly Source[],
): Source {
  return [
    ...[...IMPORTS, ...imports].sort().map((name) => `import ${name};`),
    "",
    "public class Main {",
    "    static final ActorSystem system = ActorSystem.create();",
    "",
    "    public static void main(String[] args) {",
    ...indented(main, 8),
    "    }",
    ...[...methods, ENDED].flatMap((method) => ["", ...indented(method)]),
    "}",
  ];
}

/** The Java text of `pacedSource`. */
export function pacedSourceCode({ count, producerDelayMs }: Load): Source {
  const last = count === 0 ? "Integer.MAX_VALUE - 1" : `${count - 1}`;
  const pause = at(
    `.throttle(1, Duration.ofMillis(${producerDelayMs}), 1, ThrottleMode.shaping())`,
    "producer.busy",
  );
  return [
    said(`Source.range(0, ${last})`, { ko: "생산자", en: "producer" }),
    ...(producerDelayMs === 0 ? [] : [pause]),
    at(".map(Main::made)", "producer.ready"),
  ];
}

/** The imports of `pacedSourceCode`. */
export function pacedSourceImports({ producerDelayMs }: Load): string[] {
  return producerDelayMs === 0 ? [] : ["org.apache.pekko.stream.ThrottleMode"];
}

export const MADE: Source = [
  "static int made(int i) {",
  '    System.out.println("made " + i);',
  "    return i;",
  "}",
];

/** The line of the async boundary, if there is one. */
export function boundaryCode({ boundary }: BoundaryValues): Source {
  return boundary === "fused" ? [] : [".async()"];
}

/** The consumer of a program, which works on up to `parallelism` elements at once. */
export function workCode(parallelism: number): Source {
  return [
    said(at(`.mapAsync(${parallelism}, Main::work)`, "worker.ready"), {
      ko: "소비자",
      en: "consumer",
    }),
  ];
}

/** The method `work` of the consumer. */
export function workMethod({ consumerDelayMs }: Load): Source {
  return [
    "static CompletionStage<Integer> work(int i) {",
    '    System.out.println("received " + i);',
    at(`    return Patterns.after(Duration.ofMillis(${consumerDelayMs}), system,`, "worker.busy"),
    "        () -> CompletableFuture.completedFuture(i));",
    "}",
  ];
}

/** The imports of `workMethod`. */
export const WORK_IMPORTS: readonly string[] = [
  "java.util.concurrent.CompletableFuture",
  "java.util.concurrent.CompletionStage",
  "org.apache.pekko.pattern.Patterns",
];
