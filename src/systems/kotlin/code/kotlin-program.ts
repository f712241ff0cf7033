/**
 * The Kotlin program of a run: the strategy's channel and way of offering, between the workload's
 * producer and consumers. It is written for reading and does what the run's trace says; only the random
 * numbers it draws are others, of the same law.
 */
import type { Values } from "../../../params/index.ts";
import { rhythmOf, serviceLawOf, type WorkloadValues } from "../../../workloads/index.ts";
import type { KotlinParts, Strategy } from "../../strategy.ts";
import { indented, producerLoop } from "./kotlin-blocks.ts";

/** A Kotlin source text, and where its coroutines may stand in it. */
export interface KotlinSource {
  readonly text: string;
  /**
   * Lines (from 1) by the coroutine's role and activity: `producer.suspended`, `worker.delay`,
   * `worker.ready`, with `.holding` or `.empty` behind them where that makes a difference. Several coroutines
   * of a role share their lines.
   */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** The source for a strategy with these values: its own settings and those of the workload. */
export function kotlinProgram(strategy: Strategy, values: Values): KotlinSource {
  const own = strategy.kotlin(values);
  const program = "program" in own ? own.program : mainOf(own, values as Values & WorkloadValues);
  const code = program.map((line) =>
    line.replace(PLACE, "").replace(MAIN, "$1 = runBlocking<Unit> {"),
  );
  const head = [...imports(code.join("\n")), ""];
  const places = new Map<string, number[]>();
  for (const [index, standing] of placesIn(program).entries()) {
    const line = head.length + index + 1;
    for (const place of standing) places.set(place, [...(places.get(place) ?? []), line]);
  }
  return { text: `${[...head, ...code].join("\n")}\n`, places };
}

/**
 * The mark of a line where a coroutine stands: role, activity, and `holding` or `empty` where it stands
 * somewhere else with an element in hand than without.
 */
const PLACE = / *\/\/@ *([a-z]+\.[a-z]+(?:\.(?:holding|empty))?)$/;

/** `java` starts only a `main` that returns nothing, whatever the last line of its block may be. */
const MAIN = /^(fun main\(\))(?:: Unit)? = runBlocking \{$/;

/** What a call in a line means for the coroutine that stands at it. */
const CALLS: readonly (readonly [call: RegExp, activity: string])[] = [
  [/\.send\(/, "suspended"],
  [/\.trySend\(/, "ready"],
  [/\bdelay\(/, "delay"],
  [/\.acquire\(|\.withPermit\b/, "gate"],
  [/\.receive\(|\bfor \(\w+ in \w*[cC]hannel\)/, "ready"],
];

/** The comment that names the coroutine which a block is. */
const ROLES: Readonly<Record<string, string>> = {
  producer: "producer",
  consumer: "worker",
  sender: "sender",
  monitor: "monitor",
};

/** For each line, who stands there and how: by its mark, or by its calls in the block of a coroutine. */
function placesIn(program: readonly string[]): (readonly string[])[] {
  const blocks: { readonly indent: number; readonly role: string }[] = [];
  return program.map((line) => {
    const marked = PLACE.exec(line)?.[1];
    const indent = line.search(/\S/);
    while (indent >= 0 && indent <= (blocks.at(-1)?.indent ?? -1)) blocks.pop();
    const name = /\{\s+\/\/ (\w+)/.exec(line)?.[1] ?? "";
    const role = ROLES[name];
    if (role !== undefined) blocks.push({ indent, role });
    if (marked !== undefined) return [marked];
    const here = blocks.at(-1);
    if (here === undefined) return [];
    return CALLS.flatMap(([call, activity]) =>
      call.test(line) ? [`${here.role}.${activity}`] : [],
    );
  });
}

/** The whole program of a plain strategy under the workload. */
function mainOf(parts: KotlinParts, workload: WorkloadValues): string[] {
  const { channel, offer, before = [], received = [], after = [] } = parts;
  const body = [
    "launch {                                  // producer",
    ...indented(producer(offer, workload)),
    "}",
    "",
    ...consumers(workload, received),
  ];
  const main = [
    "fun main() = runBlocking {",
    ...indented([
      `val channel = ${channel}`,
      ...before,
      ...pool(workload),
      ...declarations(body.join("\n")),
      "",
      ...body,
    ]),
    "}",
  ];
  if (after.length > 0) main.push("", ...after);
  return main.join("\n").includes("WholeMs()") ? [...main, "", ...WHOLE_MS] : main;
}

/** What the program may have to import, and how its use is seen. */
const IMPORTS: readonly (readonly [name: string, use: RegExp])[] = [
  ["kotlin.math.floor", /\bfloor\(/],
  ["kotlin.math.ln", /\bln\(/],
  ["kotlin.math.roundToInt", /\.roundToInt\(/],
  ["kotlin.random.Random", /\bRandom\(/],
  ["kotlinx.coroutines.ExperimentalCoroutinesApi", /\bExperimentalCoroutinesApi\b/],
  ["kotlinx.coroutines.channels.BufferOverflow", /\bBufferOverflow\./],
  ["kotlinx.coroutines.channels.Channel", /\bChannel\b/],
  [
    "kotlinx.coroutines.channels.ClosedReceiveChannelException",
    /\bClosedReceiveChannelException\b/,
  ],
  ["kotlinx.coroutines.channels.ReceiveChannel", /\bReceiveChannel\b/],
  ["kotlinx.coroutines.coroutineScope", /\bcoroutineScope \{/],
  ["kotlinx.coroutines.delay", /\bdelay\(/],
  ["kotlinx.coroutines.launch", /\blaunch \{/],
  ["kotlinx.coroutines.runBlocking", /\brunBlocking\b/],
  ["kotlinx.coroutines.selects.onTimeout", /\bonTimeout\(/],
  ["kotlinx.coroutines.selects.select", /\bselect</],
  ["kotlinx.coroutines.sync.Semaphore", /\bSemaphore\(/],
  ["kotlinx.coroutines.sync.withPermit", /\.withPermit\b/],
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

function producer(offer: readonly string[], workload: WorkloadValues): readonly string[] {
  const { drawWork } = serviceLawOf(workload.service).kotlin;
  const { count, latencyMs } = workload;
  const pause = rhythmOf(workload.arrivals).kotlin(workload);
  const made = drawWork === null ? [] : [`work += ${drawWork}`];
  const body = [...made, ...(latencyMs === 0 ? offer : overNetwork(offer, workload)), ...pause];
  if (latencyMs === 0) return producerLoop(count, body, ["channel.close()"]);
  // A launched block must have a number of its own: the counter goes on before it runs.
  if (count === 0)
    return ["var next = 0", "while (true) {", ...indented(["val i = next++", ...body]), "}"];
  return [
    "coroutineScope {                      // until everything has arrived",
    ...indented(producerLoop(count, body, [])),
    "}",
    "channel.close()",
  ];
}

/** An element on its way over the network is a coroutine of its own. */
function overNetwork(offer: readonly string[], { latencyMs }: WorkloadValues): string[] {
  return [
    "launch {                              // sender",
    ...indented([`delay(${latencyMs})`, ...offer]),
    "}",
  ];
}

function consumers(
  { workers, consumerDelayMs, service, threads }: WorkloadValues,
  received: readonly string[],
): string[] {
  const serve = serviceLawOf(service).kotlin.serve(consumerDelayMs);
  const consumer = [
    "launch {                                  // consumer",
    "    for (element in channel) {",
    ...received.map((line) => `        ${line}`),
    `        ${threads === 0 ? serve : `pool.withPermit { ${serve} }`}`,
    '        println("done $element")',
    "    }",
    "}",
  ];
  return workers === 1 ? consumer : [`repeat(${workers}) {`, ...indented(consumer), "}"];
}

function pool({ threads }: WorkloadValues): string[] {
  return threads === 0 ? [] : [`val pool = Semaphore(${threads})              // threads`];
}
