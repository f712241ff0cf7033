import { intParam, type ValuesOf } from "../../../../params/index.ts";
import { batchDelayMsParam, workload } from "../../../../workloads/index.ts";
import { batchSizeParam } from "../../../params/batch-size.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, busy, doc, indented, remark, said } from "../../../source-text.ts";
import { type Channel, CLOSED, EMPTY, receiveOrTimeout } from "../../channels/index.ts";
import { delayOf, MAIN, producerBlock, sendIt, WHO } from "../../code/blocks.ts";
import { MILLISECONDS, NOW, TIME_SOURCE } from "../../code/clock.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const flushMsParam = intParam({
  key: "flushMs",
  link: "fl",
  label: { ko: "최대 대기", en: "Flush after" },
  help: {
    ko: "배치의 첫 요소가 이만큼 기다리면 덜 찼어도 처리를 시작합니다.",
    en: "When the first element of a batch has waited this long, the batch is processed even if it is not full.",
  },
  unit: "ms",
  min: 1,
  max: 60000,
  default: 1000,
  scale: "log",
  change: "structural",
});

const params = [capacityParam, batchSizeParam, flushMsParam] as const;
const load = [...workload("producerDelayMs", "count"), batchDelayMsParam] as const;
type BatchValues = ValuesOf<typeof params> & ValuesOf<typeof load>;

/** Gathers a batch until it is full, its first element is too old, or the channel is closed. */
class Batcher {
  private readonly program: Program<BatchValues>;
  private readonly channel: Channel<number>;

  constructor(program: Program<BatchValues>, channel: Channel<number>) {
    this.program = program;
    this.channel = channel;
  }

  *run() {
    for (let batch = yield* this.gather(); batch.length > 0; batch = yield* this.gather()) {
      const { program } = this;
      program.print("start", ...batch);
      yield* program.delay(program.values.batchDelayMs);
      for (const element of batch) program.done(element);
      program.print("done", batch.length);
    }
  }

  /** Returns the next batch; an empty one after the last. */
  private *gather() {
    const { program, channel } = this;
    const { sim, values } = program;
    const first = yield* channel.receiveCatching();
    if (first === CLOSED) return [];
    const batch = [first];
    const flushAtMs = sim.now + values.flushMs;
    program.gauge("workers", "flushAtMs", flushAtMs);
    while (batch.length < values.batchSize) {
      const next = yield* receiveOrTimeout(channel, flushAtMs - sim.now);
      if (next === CLOSED || next === EMPTY) break;
      batch.push(next);
    }
    return batch;
  }
}

/** Batching as meant: full batches under load, small ones in quiet times, and a bound on the backlog. */
export const timedBatches = defineStrategy({
  id: "timed-batches",
  version: "meant",
  name: { ko: "시간도 보는 배치", en: "Batches by size or time" },
  summary: {
    ko: "배치가 꽉 차거나 첫 요소가 오래 기다리면 처리합니다. 버퍼가 차면 send가 기다립니다.",
    en: "A batch is processed when it is full or its first element has waited long enough. If the buffer is full, send waits.",
  },
  advice: {
    ko: "한 번의 처리 비용이 요소 수와 상관없을 때(DB 쓰기, 네트워크 호출) 씁니다. 최대 대기 시간만큼 지연이 늘어날 수 있습니다.",
    en: "For calls that cost the same for one element or many: database writes, network calls. It may add up to the flush time to the latency.",
  },
  params,
  workload: load,
  lines: { start: "batch {0}", done: "done: {0} elements" },
  spell: (line, numbers) => (line === "start" ? [`[${numbers.join(", ")}]`] : numbers.map(String)),
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ capacity, batchSize, flushMs }) =>
    throughBuffer({ capacity }, "suspend", { workers: { batch: { size: batchSize, flushMs } } }),
  launch(program) {
    const { values } = program;
    const channel = program.channel(values.capacity);
    launchProducer(program, {
      offer: (i) => channel.send(i),
      atEnd: () => channel.close(),
    });
    program.launch("worker", 0, () => new Batcher(program, channel).run());
  },
  kotlin: ({ capacity, batchSize, flushMs, batchDelayMs, count, producerDelayMs }) => ({
    imports: [
      "kotlinx.coroutines.ExperimentalCoroutinesApi",
      "kotlinx.coroutines.channels.ReceiveChannel",
      "kotlinx.coroutines.selects.onTimeout",
      "kotlinx.coroutines.selects.select",
      TIME_SOURCE,
      MILLISECONDS,
    ],
    program: [
      MAIN,
      `    val channel = Channel<Int>(${capacity})`,
      "",
      ...producerBlock(count, [...sendIt("producer"), delayOf("producer", producerDelayMs)]),
      "",
      said("    launch {", WHO.consumer),
      "        while (true) {",
      "            val batch = gather(channel)",
      said("            if (batch.isEmpty()) break", {
        ko: "닫혔고 남은 것이 없음",
        en: "closed and empty",
      }),
      "            process(batch)",
      "        }",
      "    }",
      "}",
      "",
      `const val BATCH_SIZE = ${batchSize}`,
      `val FLUSH = ${flushMs}.milliseconds`,
      "",
      doc({
        ko: "많아야 `BATCH_SIZE`개, 첫 요소가 온 뒤 `FLUSH` 안에 오는 만큼.",
        en: "Receives up to `BATCH_SIZE` elements, all within `FLUSH` of the first.",
      }),
      "@OptIn(ExperimentalCoroutinesApi::class)",
      "suspend fun gather(channel: ReceiveChannel<Int>): List<Int> {",
      "    val batch = mutableListOf<Int>()",
      at(
        "    batch += channel.receiveCatching().getOrNull() ?: return batch",
        "worker.ready.empty",
      ),
      `    val first = ${NOW}`,
      "    while (batch.size < BATCH_SIZE) {",
      ...indented(
        [
          remark({
            ko: "withTimeoutOrNull { receive() }은 안 됩니다. 바로 그 ms에 건네진 것을 잃습니다.",
            en: "Not withTimeoutOrNull { receive() }: an element handed over in that very ms would be lost.",
          }),
        ],
        8,
      ),
      at("        val next = select<Int?> {", "worker.ready.holding"),
      "            channel.onReceiveCatching { it.getOrNull() }",
      "            onTimeout(FLUSH - first.elapsedNow()) { null }",
      "        }",
      "        batch += next ?: break",
      "    }",
      "    return batch",
      "}",
      "",
      "suspend fun process(batch: List<Int>) {",
      '    println("batch $batch")',
      at(`    delay(${batchDelayMs})`, busy("worker", batchDelayMs)),
      `    println("done: \${batch.size} elements")`,
      "}",
    ],
  }),
});
