/**
 * The Kotlin program of a run: the strategy's channel and way of offering, between the workload's
 * producer and consumers. It is written for reading and does what the run's trace says.
 */
import type { Values } from "../params/index.ts";
import type { WorkloadValues } from "../workloads/index.ts";
import type { Strategy } from "./strategy.ts";

/** The source text for a strategy under a workload. */
export function kotlinProgram(
  strategy: Strategy,
  strategyValues: Values,
  workload: WorkloadValues,
): string {
  const { channel, offer } = strategy.kotlin(strategyValues);
  const main = [
    "fun main() = runBlocking {",
    ...indent([
      `val channel = ${channel}`,
      "",
      "launch {                                  // producer",
      ...indent(producer(offer, workload)),
      "}",
      "",
      ...consumers(workload),
    ]),
    "}",
  ];
  return `${[...imports(main.join("\n")), "", ...main].join("\n")}\n`;
}

/** What the program may have to import, and how its use is seen. */
const IMPORTS: readonly (readonly [name: string, use: RegExp])[] = [
  ["kotlin.math.ln", /\bln\(/],
  ["kotlin.random.Random", /\bRandom\./],
  ["kotlinx.coroutines.channels.BufferOverflow", /\bBufferOverflow\./],
  ["kotlinx.coroutines.channels.Channel", /\bChannel\b/],
  ["kotlinx.coroutines.delay", /\bdelay\(/],
  ["kotlinx.coroutines.launch", /\blaunch \{/],
  ["kotlinx.coroutines.runBlocking", /\brunBlocking\b/],
];

function imports(main: string): string[] {
  return IMPORTS.filter(([, use]) => use.test(main)).map(([name]) => `import ${name}`);
}

function producer(offer: readonly string[], workload: WorkloadValues): string[] {
  const body = [...offer, ...pause(workload)];
  if (workload.count === 0) return ["var i = 0", "while (true) {", ...indent(body), "    i++", "}"];
  return [`repeat(${workload.count}) { i ->`, ...indent(body), "}", "channel.close()"];
}

function pause({ arrivals, producerDelayMs, jitterPercent, burstSize }: WorkloadValues): string[] {
  switch (arrivals) {
    case "steady":
      return producerDelayMs === 0 ? [] : [`delay(${producerDelayMs})`];
    case "jitter": {
      // Random.nextDouble refuses an empty range.
      if (jitterPercent === 0) return [`delay(${producerDelayMs})`];
      const range = [100 - jitterPercent, 100 + jitterPercent].map((percent) =>
        double(percent / 100),
      );
      return [`delay((${producerDelayMs} * Random.nextDouble(${range.join(", ")})).toLong())`];
    }
    case "bursts":
      return [`if ((i + 1) % ${burstSize} == 0) delay(${producerDelayMs * burstSize})`];
    case "poisson":
      return [`delay((-ln(1 - Random.nextDouble()) * ${producerDelayMs}).toLong())`];
  }
}

function consumers({ workers, consumerDelayMs, service }: WorkloadValues): string[] {
  const work =
    service === "exponential"
      ? `delay((-ln(1 - Random.nextDouble()) * ${consumerDelayMs}).toLong())`
      : `delay(${consumerDelayMs})`;
  const consumer = [
    "launch {                                  // consumer",
    "    for (element in channel) {",
    `        ${work}`,
    '        println("done $element")',
    "    }",
    "}",
  ];
  return workers === 1 ? consumer : [`repeat(${workers}) {`, ...indent(consumer), "}"];
}

/** A number as a `Double` of Kotlin. */
function double(number: number): string {
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `    ${line}`));
}
