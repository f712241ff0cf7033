import { batchDelayMsParam, workload } from "../../../../workloads/index.ts";
import { batchSizeParam } from "../../../params/batch-size.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { at, busy, said } from "../../../source-text.ts";
import { UNLIMITED } from "../../channels/index.ts";
import { bodyEnd, delayOf, MAIN, producerBlock, sendIt, WHO } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's batches: gathered from an unbounded channel until they are full. */
export const batchingWritten = defineStrategy({
  id: "batching-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "배치가 꽉 차야 처리합니다. 그동안과 처리하는 동안 온 요소는 한도 없는 채널에 쌓입니다.",
    en: "A batch is processed only when it is full. Elements that come in the meantime pile up in an unbounded channel.",
  },
  advice: {
    ko: "요소가 끊이지 않고, 밀린 양을 다른 곳에서 제한할 때만 쓰세요. 뜸하게 오면 덜 찬 배치가 계속 기다립니다.",
    en: "Only if elements never stop coming and something else bounds the backlog. If they come slowly, a partial batch keeps waiting.",
  },
  params: [batchSizeParam, bodyMsParam],
  workload: [...workload("producerDelayMs", "count"), batchDelayMsParam],
  lines: { start: "batch {0}", done: "done: {0} elements" },
  spell: (line, numbers) => (line === "start" ? [`[${numbers.join(", ")}]`] : numbers.map(String)),
  guarantees: () => ({
    maxBuffered: Number.POSITIVE_INFINITY,
    lossless: true,
    producerWaits: false,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ batchSize }) =>
    throughBuffer({ capacity: Number.POSITIVE_INFINITY }, "none", {
      workers: { batch: { size: batchSize, flushMs: 0 } },
    }),
  launch(program) {
    const { values } = program;
    function* process(batch: readonly number[]) {
      program.print("start", ...batch);
      yield* program.delay(values.batchDelayMs);
      for (const element of batch) program.done(element);
      program.print("done", batch.length);
    }
    program.launch("body", 0, function* () {
      const channel = program.channel(UNLIMITED);
      launchProducer(program, {
        offer: (i) => channel.send(i),
        atEnd: () => channel.close(),
      });
      program.launch("worker", 0, function* () {
        let batch: number[] = [];
        const elements = channel.iterator();
        while (yield* elements.hasNext()) {
          batch.push(elements.take());
          if (batch.length < values.batchSize) continue;
          yield* process(batch);
          batch = [];
        }
        if (batch.length > 0) yield* process(batch);
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: ({ batchSize, batchDelayMs, count, producerDelayMs, bodyMs }) => ({
    program: [
      MAIN,
      "    val channel = Channel<Int>(Channel.UNLIMITED)",
      "",
      ...producerBlock(count, [...sendIt("producer"), delayOf("producer", producerDelayMs)]),
      "",
      said("    launch {", WHO.consumer),
      "        val batch = mutableListOf<Int>()",
      at("        for (element in channel) {", "worker.ready"),
      "            batch += element",
      `            if (batch.size >= ${batchSize}) {`,
      "                process(batch)",
      "                batch.clear()",
      "            }",
      "        }",
      said("        if (batch.isNotEmpty()) process(batch)", {
        ko: "마지막에 남은 것",
        en: "what is left at the end",
      }),
      "    }",
      "",
      bodyEnd(bodyMs),
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
