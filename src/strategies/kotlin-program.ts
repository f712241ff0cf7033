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
  const random = workload.arrivals === "jitter" || workload.arrivals === "poisson";
  const lines = [
    ...imports(channel, random || workload.service === "exponential"),
    "",
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
  return `${lines.join("\n")}\n`;
}

function imports(channel: string, random: boolean): string[] {
  return [
    ...(channel.includes("BufferOverflow")
      ? ["import kotlinx.coroutines.channels.BufferOverflow"]
      : []),
    "import kotlinx.coroutines.channels.Channel",
    "import kotlinx.coroutines.delay",
    "import kotlinx.coroutines.launch",
    "import kotlinx.coroutines.runBlocking",
    ...(random ? ["import kotlin.math.ln", "import kotlin.random.Random"] : []),
  ];
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
      const share = jitterPercent / 100;
      return [
        `delay((${producerDelayMs} * Random.nextDouble(1 - ${share}, 1 + ${share})).toLong())`,
      ];
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

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `    ${line}`));
}
