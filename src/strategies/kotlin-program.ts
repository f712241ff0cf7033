/**
 * The Kotlin program of a run: the strategy's channel and way of offering, between the workload's
 * producer and consumers. It is written for reading and does what the run's trace says; only the random
 * numbers it draws are others, of the same law.
 */
import type { Values } from "../params/index.ts";
import { rhythmOf, serviceLawOf, type WorkloadValues } from "../workloads/index.ts";
import type { Strategy } from "./strategy.ts";

/** The source text for a strategy under a workload. */
export function kotlinProgram(
  strategy: Strategy,
  strategyValues: Values,
  workload: WorkloadValues,
): string {
  const { channel, offer } = strategy.kotlin(strategyValues);
  const body = [
    "launch {                                  // producer",
    ...indent(producer(offer, workload)),
    "}",
    "",
    ...consumers(workload),
  ];
  const main = [
    "fun main() = runBlocking {",
    ...indent([`val channel = ${channel}`, ...declarations(body.join("\n")), "", ...body]),
    "}",
  ];
  const program = main.join("\n").includes("WholeMs()") ? [...main, "", ...WHOLE_MS] : main;
  return `${[...imports(program.join("\n")), "", ...program].join("\n")}\n`;
}

/** What the program may have to import, and how its use is seen. */
const IMPORTS: readonly (readonly [name: string, use: RegExp])[] = [
  ["kotlin.math.floor", /\bfloor\(/],
  ["kotlin.math.ln", /\bln\(/],
  ["kotlin.random.Random", /\bRandom\(/],
  ["kotlinx.coroutines.channels.BufferOverflow", /\bBufferOverflow\./],
  ["kotlinx.coroutines.channels.Channel", /\bChannel\b/],
  ["kotlinx.coroutines.delay", /\bdelay\(/],
  ["kotlinx.coroutines.launch", /\blaunch \{/],
  ["kotlinx.coroutines.runBlocking", /\brunBlocking\b/],
];

function imports(program: string): string[] {
  return IMPORTS.filter(([, use]) => use.test(program)).map(([name]) => `import ${name}`);
}

/** What producer and consumers share, and how its use is seen. */
const DECLARATIONS: readonly (readonly [line: string, use: RegExp])[] = [
  ["val random = Random(1)", /\brandom\./],
  ["val pauses = WholeMs()", /\bpauses\./],
  ["val services = WholeMs()", /\bservices\./],
  ["val work = mutableListOf<Double>()       // of each element, 1 on average", /\bwork\b/],
];

function declarations(body: string): string[] {
  return DECLARATIONS.filter(([, use]) => use.test(body)).map(([line]) => line);
}

/** The same as the workload's `WholeMs`. */
const WHOLE_MS = [
  "/** Whole ms for delay(): what is cut off is added to the next, so that the mean is exact. */",
  "class WholeMs {",
  "    private var rest = 0.0",
  "",
  "    fun next(ms: Double): Long {",
  "        val exact = ms + rest",
  "        val whole = floor(exact + 1e-9)",
  "        rest = exact - whole",
  "        return whole.toLong()",
  "    }",
  "}",
];

function producer(offer: readonly string[], workload: WorkloadValues): string[] {
  const { drawWork } = serviceLawOf(workload.service).kotlin;
  const body = [
    ...(drawWork === null ? [] : [`work += ${drawWork}`]),
    ...offer,
    ...rhythmOf(workload.arrivals).kotlin(workload),
  ];
  if (workload.count === 0) return ["var i = 0", "while (true) {", ...indent(body), "    i++", "}"];
  return [`repeat(${workload.count}) { i ->`, ...indent(body), "}", "channel.close()"];
}

function consumers({ workers, consumerDelayMs, service }: WorkloadValues): string[] {
  const consumer = [
    "launch {                                  // consumer",
    "    for (element in channel) {",
    `        ${serviceLawOf(service).kotlin.serve(consumerDelayMs)}`,
    '        println("done $element")',
    "    }",
    "}",
  ];
  return workers === 1 ? consumer : [`repeat(${workers}) {`, ...indent(consumer), "}"];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `    ${line}`));
}
