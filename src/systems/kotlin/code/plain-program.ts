/** The Kotlin program of a plain strategy: its channel and way of offering, between the workload's actors. */
import type { WorkloadValues } from "../../../workloads/index.ts";
import { at, indented, type Source } from "../../source-text.ts";
import { delayOf, launched, MAIN, producerLoop, sendIt } from "./blocks.ts";
import type { KotlinProgram } from "./kotlin-program.ts";
import { sharedOf } from "./shared.ts";
import { pauseCode, serviceCode } from "./workload-code.ts";

/** The parts of the program that a plain strategy decides; producer and consumer are the workload's. */
export interface KotlinParts {
  /** The expression that makes the channel. */
  readonly channel: string;
  /** Imported names that these lines use, besides those of every program. */
  readonly imports?: readonly string[];
  /** The lines that offer the element `i`, where that is not `send`; over a network it is a sender that does. */
  offer?(by: "producer" | "sender"): Source;
  /** Lines of `main` after the channel's. */
  readonly before?: Source;
  /** Lines of a consumer that has just received an element. */
  readonly received?: Source;
  /** What stands behind `main`: functions and classes that the other lines use. */
  readonly after?: Source;
}

const SEMAPHORE = ["kotlinx.coroutines.sync.Semaphore", "kotlinx.coroutines.sync.withPermit"];

/** The whole program of a plain strategy under the workload. */
export function plainProgram(parts: KotlinParts, workload: WorkloadValues): KotlinProgram {
  const { channel, before = [], received = [], after = [] } = parts;
  const { threads } = workload;
  const pause = pauseCode(workload);
  const { made, serve } = serviceCode(workload);
  const shared = sharedOf([...pause.shared, ...made.shared, ...serve.shared]);
  const making = producer(parts, workload, made.lines, pause.lines);
  const helpers = new Set(shared.flatMap(({ helper }) => (helper === null ? [] : [helper])));
  return {
    imports: [
      ...(parts.imports ?? []),
      ...[pause, made, making, ...shared].flatMap(({ imports }) => imports),
      ...(threads === 0 ? [] : SEMAPHORE),
    ],
    program: [
      MAIN,
      ...indented([
        `val channel = ${channel}`,
        ...before,
        ...(threads === 0 ? [] : [`val pool = Semaphore(${threads})              // threads`]),
        ...shared.map(({ line }) => line),
        "",
        ...launched("producer", making.lines),
        "",
        ...consumers(workload, received, serve),
      ]),
      "}",
      ...[after, ...helpers].flatMap((lines) => (lines.length === 0 ? [] : ["", ...lines])),
    ],
  };
}

function producer(
  { offer = sendIt }: KotlinParts,
  { count, latencyMs }: WorkloadValues,
  made: Source,
  pause: Source,
): { readonly lines: Source; readonly imports: readonly string[] } {
  if (latencyMs === 0) {
    const body = [...made, ...offer("producer"), ...pause];
    return { lines: producerLoop(count, body, ["channel.close()"]), imports: [] };
  }
  // An element on its way over the network is a coroutine of its own.
  const sent = [delayOf("sender", latencyMs), ...offer("sender")];
  const body = [...made, ...launched("sender", sent, { column: 38 }), ...pause];
  if (count === 0) {
    // A launched block must have a number of its own: the counter goes on before it runs.
    const numbered = indented(["val i = next++", ...body]);
    return { lines: ["var next = 0", "while (true) {", ...numbered, "}"], imports: [] };
  }
  return {
    lines: [
      "coroutineScope {                      // until everything has arrived",
      ...indented(producerLoop(count, body, [])),
      "}",
      "channel.close()",
    ],
    imports: ["kotlinx.coroutines.coroutineScope"],
  };
}

function consumers(
  { workers, threads }: WorkloadValues,
  received: Source,
  { text, spot }: ReturnType<typeof serviceCode>["serve"],
): Source {
  const work =
    threads === 0 ? at(text, spot) : at(`pool.withPermit { ${text} }`, spot, "worker.gate");
  const consumer = launched("consumer", [
    at("for (element in channel) {", "worker.ready"),
    ...indented([...received, work, 'println("done $element")']),
    "}",
  ]);
  return workers === 1 ? consumer : [`repeat(${workers}) {`, ...indented(consumer), "}"];
}
