/** The Kotlin program of a plain strategy: its channel and way of offering, between the workload's actors. */
import type { WorkloadValues } from "../../../workloads/index.ts";
import { at, busy, indented, remark, type Source, said } from "../../source-text.ts";
import { delayOf, launched, MAIN, producerLoop, sendIt } from "./blocks.ts";
import type { KotlinProgram } from "./kotlin-program.ts";
import { sharedOf } from "./shared.ts";
import { pauseCode, serviceCode } from "./workload-code.ts";

/** The parts of the program that a plain strategy determines; the producer and the consumers are the workload's. */
export interface KotlinParts {
  /** The arguments of `Channel<Int>`. */
  readonly channel?: readonly string[];
  /** The lines of an expression that makes the strategy's own kind of channel, instead of a `Channel<Int>`. */
  readonly ownChannel?: readonly string[];
  /** Whether the channel's `onUndeliveredElement` prints the elements that it loses. */
  readonly tells?: boolean;
  /** Imported names that these lines use, in addition to the common ones. */
  readonly imports?: readonly string[];
  /** How the element `i` is offered, if not by `send`: by `trySend` or these lines, and on a network by a sender. */
  readonly offer?: "tries" | ((by: "producer" | "sender") => Source);
  /** Whether it counts in `waiting` the elements offered but not yet taken, and prints that with each one done. */
  readonly counts?: boolean;
  /** Lines of `main` after the channel's. */
  readonly before?: Source;
  /** Lines of a consumer that has just received an element. */
  readonly received?: Source;
  /** Functions and classes after `main` that the other lines use. */
  readonly after?: Source;
}

const CALL = {
  ko: "네트워크 호출: 답을 기다림",
  en: "a network call: waits for the answer",
};

const THREADS = { ko: "스레드의 수", en: "the number of threads" };

const BLOCKS = { ko: "스레드를 붙잡고 있음", en: "holds its thread" };

const POOL = ["kotlinx.coroutines.Dispatchers", "kotlinx.coroutines.withContext"];

/** Returns the whole program of a plain strategy under the workload. */
export function plainProgram(parts: KotlinParts, workload: WorkloadValues): KotlinProgram {
  const { before = [], after = [], counts = false } = parts;
  const received = [...(counts ? ["waiting--"] : []), ...(parts.received ?? [])];
  const [channel, ...rest] = parts.ownChannel ?? channelOf(parts);
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
      ...(threads === 0 ? [] : POOL),
    ],
    program: [
      MAIN,
      ...indented([
        ...(counts ? ["var waiting = 0"] : []),
        `val channel = ${channel}`,
        ...rest,
        ...before,
        ...(threads === 0
          ? []
          : [said(`val pool = Dispatchers.IO.limitedParallelism(${threads})`, THREADS)]),
        ...shared.map(({ line }) => line),
        "",
        ...launched("producer", making.lines),
        "",
        ...consumers(workload, received, serve, counts),
      ]),
      "}",
      ...[after, ...helpers].flatMap((lines) => (lines.length === 0 ? [] : ["", ...lines])),
    ],
  };
}

/** The lines of the expression that makes the channel. */
function channelOf({ channel = [], tells = false }: KotlinParts): readonly string[] {
  if (!tells) return [`Channel<Int>(${channel.join(", ")})`];
  const lines = channel.map((argument) => `    ${argument},`);
  return ["Channel<Int>(", ...lines, ...TELLING, ")"];
}

/** The handler that prints a lost element, which no longer counts as waiting. */
const TELLING = [
  "    onUndeliveredElement = {",
  "        waiting--",
  '        println("dropped $it")',
  "    },",
];

/** The lines that offer the element `i`, and drop it if there is no room. */
const tryIt = (by: "producer" | "sender"): Source => [
  at("if (channel.trySend(i).isFailure) {", `${by}.ready`),
  "    waiting--",
  '    println("dropped $i")',
  "}",
];

function producer(
  { offer: given = sendIt, counts = false }: KotlinParts,
  { count, latencyMs, latencyAt }: WorkloadValues,
  made: Source,
  pause: Source,
): { readonly lines: Source; readonly imports: readonly string[] } {
  const way = given === "tries" ? tryIt : given;
  const offer = (by: "producer" | "sender") => [...(counts ? ["waiting++"] : []), ...way(by)];
  if (latencyMs === 0 || latencyAt === "call") {
    const body = [...made, ...offer("producer"), ...pause];
    return { lines: producerLoop(count, body, ["channel.close()"]), imports: [] };
  }
  // Each element on its way over the network has its own coroutine.
  const sent = [delayOf("sender", latencyMs), ...offer("sender")];
  const body = [...made, ...launched("sender", sent), ...pause];
  if (count === 0) {
    // A launched block needs its own copy of the number, because the counter advances before the block runs.
    const numbered = indented(["val i = next++", ...body]);
    return { lines: ["var next = 0", "while (true) {", ...numbered, "}"], imports: [] };
  }
  return {
    lines: [
      said("coroutineScope {", { ko: "모두 닿을 때까지", en: "until everything has arrived" }),
      ...indented(producerLoop(count, body, [])),
      "}",
      "channel.close()",
    ],
    imports: ["kotlinx.coroutines.coroutineScope"],
  };
}

function consumers(
  { workers, threads, latencyMs, latencyAt }: WorkloadValues,
  received: Source,
  { ms, spot }: ReturnType<typeof serviceCode>["serve"],
  counts: boolean,
): Source {
  const work =
    threads === 0
      ? [at(`delay(${ms})`, spot)]
      : [
          at("withContext(pool) {", "worker.gate"),
          ...indented([remark(BLOCKS), at(`Thread.sleep(${ms})`, spot)]),
          "}",
        ];
  const asks = latencyMs > 0 && latencyAt === "call";
  const call = asks ? [remark(CALL), at(`delay(${latencyMs})`, busy("worker", latencyMs))] : [];
  const done = `println("done $element${counts ? ", waiting $waiting" : ""}")`;
  const consumer = launched("consumer", [
    at("for (element in channel) {", "worker.ready"),
    ...indented([...received, ...call, ...work, done]),
    "}",
  ]);
  return workers === 1 ? consumer : [`repeat(${workers}) {`, ...indented(consumer), "}"];
}
