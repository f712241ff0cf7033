import {
  highEveryParam,
  priorityKinds,
  priorityOf,
  workload,
} from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, busy, doc, indented, said } from "../../../source-text.ts";
import { Channel, CLOSED, CONFLATED, NO_STATION } from "../../channels/index.ts";
import { delayOf, launched, MAIN, rangeProducerBlock } from "../../code/blocks.ts";
import { oneThread } from "../../code/one-thread.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { UNIMPORTANT } from "../../programs/losses.ts";
import { PriorityQueue } from "../../programs/priority-queue.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** Drop by priority as meant: the least important element makes room, and the most important one is served first. */
export const priorityBuffer = defineStrategy({
  id: "priority-buffer",
  version: "meant",
  name: { ko: "우선순위 버퍼", en: "Priority buffer" },
  summary: {
    ko: "버퍼가 차면 가장 덜 중요한 것 가운데 가장 오래된 것을 버립니다. 꺼낼 때는 중요한 것부터 꺼냅니다.",
    en: "When the buffer is full, the oldest of the least important elements is dropped. The most important are taken first.",
  },
  advice: {
    ko: "중요한 요소를 지켜야 하고 나머지는 잃어도 될 때 씁니다. 중요한 것만으로 소비자가 바쁘면 나머지는 차례가 오지 않습니다.",
    en: "For when some elements must get through and others may be lost. If the important ones alone keep the consumer busy, the others starve.",
  },
  params: [capacityParam],
  workload: [...workload("producerDelayMs", "consumerDelayMs", "count"), highEveryParam],
  lines: {
    sent: "sent {0}, priority {1}",
    dropped: "dropped {0}, priority {1}",
    received: "received {0}, priority {1}",
  },
  kinds: priorityKinds,
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: false,
    keeps: "important",
  }),
  topology: ({ capacity }) =>
    throughBuffer({ capacity, name: { ko: "우선순위 버퍼", en: "Priority buffer" } }, "none"),
  launch(program) {
    const { sim, values } = program;
    const priority = (element: number) => priorityOf(element, values.highEvery);
    const queue = new PriorityQueue(values.capacity, (element) => priority(element) === 1);
    // Wakes a waiting consumer so that it looks again; it carries no element, so it is not recorded.
    const signal = new Channel<null>(sim, CONFLATED, "SUSPEND", null, NO_STATION);
    launchProducer(program, {
      offer(i) {
        const victim = queue.add(i);
        if (victim !== null) program.lost(victim, UNIMPORTANT);
        if (victim !== i) program.entered(i);
        signal.trySend(null);
        if (victim !== i) program.print("sent", i, priority(i));
        if (victim !== null) program.print("dropped", victim, priority(victim));
      },
      atEnd: () => signal.close(),
    });
    program.launch("worker", 0, function* () {
      for (;;) {
        const element = queue.take();
        if (element === null) {
          if ((yield* signal.receiveCatching()) === CLOSED) break;
          continue;
        }
        program.left(element);
        program.print("received", element, priority(element));
        yield* program.delay(values.consumerDelayMs);
        program.done(element);
      }
    });
  },
  kotlin: ({ capacity, count, highEvery, producerDelayMs, consumerDelayMs }) => ({
    program: [
      `fun priorityOf(element: Int) = if (element % ${highEvery} == 0) 1 else 2`,
      "",
      oneThread({
        ko: "중요한 것을 지킵니다. 가득 차면 가장 덜 중요한 것이, 그중에서는 오래된 것부터 나갑니다.",
        en: "Keeps the most important elements: when it is full, it drops the oldest of the least important ones.",
      }),
      "class PriorityBuffer(private val capacity: Int) {",
      "    private val high = ArrayDeque<Int>()",
      "    private val low = ArrayDeque<Int>()",
      "    private val signal = Channel<Unit>(Channel.CONFLATED)",
      "",
      ...indented([
        doc({
          ko: "기다리지 않고 넣습니다. 나가야 하는 것(자신일 수도 있음)을, 없으면 null을 돌려줍니다.",
          en: "Adds an element without waiting. Returns the one that was dropped, perhaps itself, or null.",
        }),
      ]),
      "    fun offer(element: Int): Int? {",
      "        val queue = if (priorityOf(element) == 1) high else low",
      "        queue.addLast(element)",
      said("        signal.trySend(Unit)", {
        ko: "take에서 기다릴 수 있음",
        en: "a consumer may be waiting in take",
      }),
      "        if (high.size + low.size <= capacity) return null",
      "        return low.removeFirstOrNull() ?: high.removeFirst()",
      "    }",
      "",
      ...indented([
        doc({
          ko: "가장 중요한 것을, 그중 오래된 것부터. 끝난 뒤에는 null.",
          en: "Takes the oldest of the most important elements; returns null after the end.",
        }),
      ]),
      "    suspend fun take(): Int? {",
      "        while (high.isEmpty() && low.isEmpty()) {",
      "            if (signal.receiveCatching().isClosed) return null",
      "        }",
      "        return high.removeFirstOrNull() ?: low.removeFirst()",
      "    }",
      "",
      "    fun close() = signal.close()",
      "}",
      "",
      MAIN,
      `    val buffer = PriorityBuffer(capacity = ${capacity})`,
      "",
      ...rangeProducerBlock(
        0,
        count,
        [
          "val victim = buffer.offer(i)",
          "if (victim != i) {",
          "    val priority = priorityOf(i)",
          '    println("sent $i, priority $priority")',
          "}",
          "if (victim != null) {",
          "    val priority = priorityOf(victim)",
          '    println("dropped $victim, priority $priority")',
          "}",
          delayOf("producer", producerDelayMs),
        ],
        ["buffer.close()"],
      ),
      "",
      ...indented(
        launched("consumer", [
          "while (true) {",
          at("    val element = buffer.take() ?: break", "worker.ready"),
          "    val priority = priorityOf(element)",
          '    println("received $element, priority $priority")',
          at(`    delay(${consumerDelayMs})`, busy("worker", consumerDelayMs)),
          "}",
        ]),
      ),
      "}",
    ],
  }),
});
