import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, busy, indented, said } from "../../../source-text.ts";
import type { Channel } from "../../channels/index.ts";
import { delayOf, launched, MAIN, producerBlock } from "../../code/blocks.ts";
import { oneThread } from "../../code/one-thread.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { FORGOTTEN } from "../../programs/losses.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's adaptive channel: a random "utilisation" decides, and the old channel is abandoned with its elements. */
export const adaptiveBufferWritten = defineStrategy({
  id: "adaptive-buffer-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "trySend가 거절되면 ‘이용률’을 난수로 정하고, 크기를 바꿀 때는 비어 있는 새 채널로 바꿉니다.",
    en: "When trySend fails, a random number serves as the “utilisation”; to resize, the channel is replaced with an empty one.",
  },
  advice: {
    ko: "이렇게 쓰지 마세요. 크기가 바뀔 때마다 버퍼에 있던 요소를 모두 잃고, 이용률은 측정한 값이 아닙니다.",
    en: "Don't. Each resize loses everything in the buffer, and the utilisation isn't measured.",
  },
  params: [capacityParam, bodyMsParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: {
    sent: "sent {0}",
    received: "received {0}",
    grow: "buffer grows from {0} to {1}",
    shrink: "buffer shrinks from {0} to {1}",
  },
  guarantees: ({ capacity }) => ({
    maxBuffered: Math.max(capacity, LARGEST),
    lossless: false,
    producerWaits: true,
    inOrder: true,
    keeps: "some",
  }),
  topology: ({ capacity }) => throughBuffer({ capacity }, "suspend"),
  launch(program) {
    const { values } = program;
    program.launch("body", 0, function* () {
      const buffer = new AdaptiveChannel(program);
      launchProducer(program, {
        *offer(i) {
          yield* buffer.send(i);
          program.print("sent", i);
        },
      });
      program.launch("worker", 0, function* () {
        for (;;) {
          const element = yield* buffer.channel.receive();
          program.print("received", element);
          yield* program.delay(values.consumerDelayMs);
          program.done(element);
        }
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: (values) => ({
    imports: ["kotlin.random.Random"],
    program: [
      oneThread(),
      "class AdaptiveChannel(private var capacity: Int) {",
      "    private val random = Random(1)",
      "    private val samples = ArrayDeque<Double>()",
      "    private var channel = Channel<Int>(capacity)",
      "",
      "    suspend fun send(element: Int) {",
      "        if (channel.trySend(element).isSuccess) return",
      "        adapt()",
      at("        channel.send(element)", "producer.held"),
      "    }",
      "",
      "    suspend fun receive() = channel.receive()",
      "",
      "    private fun adapt() {",
      said("        samples.addLast(random.nextDouble())", {
        ko: "잰 값이 아니라 무작위 수",
        en: "a random number, not measured",
      }),
      `        if (samples.size > ${SAMPLES}) samples.removeFirst()`,
      "        val utilisation = samples.average()",
      `        if (utilisation > ${HIGH} && capacity < ${GROWS_BELOW}) {`,
      `            resize("grows", (capacity * ${GROWTH}).toInt())`,
      `        } else if (utilisation < ${LOW} && capacity > ${SHRINKS_ABOVE}) {`,
      `            resize("shrinks", (capacity * ${SHRINKING}).toInt())`,
      "        }",
      "    }",
      "",
      "    private fun resize(how: String, to: Int) {",
      '        println("buffer $how from $capacity to $to")',
      "        capacity = to",
      said("        channel = Channel(to)", {
        ko: "옛 채널에 있던 요소는 손실",
        en: "elements in the old one are lost",
      }),
      "    }",
      "}",
      "",
      MAIN,
      `    val buffer = AdaptiveChannel(capacity = ${values.capacity})`,
      "",
      ...producerBlock(
        values.count,
        [
          at("buffer.send(i)", "producer.held"),
          'println("sent $i")',
          delayOf("producer", values.producerDelayMs),
        ],
        [],
      ),
      "",
      ...indented(
        launched("consumer", [
          "while (true) {",
          at("    val element = buffer.receive()", "worker.ready"),
          '    println("received $element")',
          at(`    delay(${values.consumerDelayMs})`, busy("worker", values.consumerDelayMs)),
          "}",
        ]),
      ),
      "",
      `    delay(${values.bodyMs})`,
      "}",
    ],
  }),
});

const SAMPLES = 5;
const HIGH = 0.8;
const LOW = 0.3;
const GROWTH = 1.5;
const SHRINKING = 0.7;
const GROWS_BELOW = 1000;
const SHRINKS_ABOVE = 10;
/** The largest possible capacity: 999, the largest below the bound, grown once more. */
const LARGEST = 1498;

class AdaptiveChannel {
  channel: Channel<number>;
  private readonly program: Program<{ readonly capacity: number }>;
  private readonly random;
  private readonly samples: number[] = [];
  private capacity: number;

  constructor(program: Program<{ readonly capacity: number }>) {
    this.program = program;
    this.random = program.random("utilisation");
    this.capacity = program.values.capacity;
    this.channel = program.channel(this.capacity);
  }

  *send(element: number) {
    if (this.channel.trySend(element) === "success") return;
    this.adapt(element);
    yield* this.channel.send(element);
  }

  private adapt(next: number): void {
    const { samples, capacity, program } = this;
    samples.push(this.random.nextDouble());
    if (samples.length > SAMPLES) samples.shift();
    const utilisation = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
    program.gauge("buffer", "utilisation", Math.round(utilisation * 100));
    if (utilisation > HIGH && capacity < GROWS_BELOW) {
      this.resize("grow", Math.floor(capacity * GROWTH), next);
    } else if (utilisation < LOW && capacity > SHRINKS_ABOVE) {
      this.resize("shrink", Math.floor(capacity * SHRINKING), next);
    }
  }

  private resize(how: "grow" | "shrink", to: number, next: number): void {
    const { program, channel } = this;
    program.print(how, this.capacity, to);
    // So far every element got in, so the old channel holds the ones just before `next`.
    for (let left = next - channel.size; left < next; left++) {
      program.lost(left, FORGOTTEN);
    }
    this.capacity = to;
    this.channel = program.channel(to);
    program.gauge("buffer", "capacity", to);
  }
}
