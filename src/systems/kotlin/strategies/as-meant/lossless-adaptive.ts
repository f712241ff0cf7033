import { intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, said } from "../../../source-text.ts";
import { type Channel, UNLIMITED } from "../../channels/index.ts";
import { consumerBlock, delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { oneThread } from "../../code/one-thread.ts";
import { Semaphore } from "../../coroutines/index.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const maxCapacityParam = intParam({
  key: "maxCapacity",
  link: "mc",
  label: { ko: "최대 용량", en: "Maximum capacity" },
  help: {
    ko: "한도가 늘어날 수 있는 최댓값. 처음 용량보다 작으면 처음 용량을 씁니다.",
    en: "How far the limit may grow. If it is less than the initial capacity, the initial capacity is used.",
  },
  unit: "elements",
  min: 1,
  max: 10000,
  default: 80,
  scale: "log",
  change: "structural",
});

const samplesParam = intParam({
  key: "samples",
  link: "sm",
  label: { ko: "표본 수", en: "Samples" },
  help: {
    ko: "이용률을 평균하는 최근 send의 수. 크기를 바꾼 뒤에는 새로 모읍니다.",
    en: "How many recent sends the utilisation is averaged over. After a change, sampling starts anew.",
  },
  unit: "elements",
  min: 1,
  max: 100,
  default: 5,
  change: "structural",
});

const growPercentParam = intParam({
  key: "growPercent",
  link: "gp",
  label: { ko: "늘리는 이용률", en: "Grow above" },
  help: {
    ko: "평균 이용률이 이보다 높으면 한도를 절반만큼 늘립니다.",
    en: "When average utilisation is above this, the limit grows by half.",
  },
  unit: "percent",
  min: 0,
  max: 100,
  default: 80,
  change: "structural",
});

const shrinkPercentParam = intParam({
  key: "shrinkPercent",
  link: "sp",
  label: { ko: "줄이는 이용률", en: "Shrink below" },
  help: {
    ko: "평균 이용률이 이보다 낮으면 한도를 10분의 3만큼 줄입니다. 처음 용량보다 작아지지는 않습니다.",
    en: "When average utilisation is below this, the limit shrinks by three tenths, but never below the initial capacity.",
  },
  unit: "percent",
  min: 0,
  max: 100,
  default: 30,
  change: "structural",
});

/** A limit that follows the measured utilisation, over one channel that keeps all elements in order. */
export const losslessAdaptive = defineStrategy({
  id: "lossless-adaptive",
  version: "meant",
  name: { ko: "잃지 않는 적응형 버퍼", en: "Lossless adaptive buffer" },
  summary: {
    ko: "send마다 실제 이용률을 재어 한도를 조절합니다. 한도까지 차면 생산자가 기다립니다.",
    en: "Each send measures the buffer's utilisation, and the limit follows. At the limit, the producer waits.",
  },
  advice: {
    ko: "부하가 출렁일 때 평소에는 작은 버퍼를, 몰릴 때는 큰 버퍼를 씁니다. 생산자가 계속 빠르면 기다리는 시점을 늦출 뿐입니다.",
    en: "For fluctuating load: a small buffer normally, a large one in a rush. If the producer stays faster, it only postpones the wait.",
  },
  params: [capacityParam, maxCapacityParam, samplesParam, growPercentParam, shrinkPercentParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: {
    sent: "sent {0}",
    received: "received {0}",
    grow: "limit grows from {0} to {1}",
    shrink: "limit shrinks from {0} to {1}",
  },
  guarantees: ({ capacity, maxCapacity }) => ({
    maxBuffered: Math.max(capacity, maxCapacity),
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ capacity }) => throughBuffer({ capacity }, "suspend"),
  launch(program) {
    const buffer = new AdaptiveBuffer(program);
    launchProducer(program, {
      *offer(i) {
        yield* buffer.send(i);
        program.print("sent", i);
      },
      atEnd: () => buffer.channel.close(),
    });
    launchConsumer(program, buffer.channel, {
      received(element) {
        buffer.taken();
        program.print("received", element);
      },
    });
  },
  kotlin: (values) => {
    const max = Math.max(values.capacity, values.maxCapacity);
    return {
      imports: ["kotlinx.coroutines.sync.Semaphore"],
      program: [
        oneThread({
          ko: "한도가 이용률을 따라갑니다.",
          en: "The limit follows the utilisation.",
        }),
        "class AdaptiveBuffer {",
        "    private var limit = MIN",
        said("    private val places = Semaphore(MAX, acquiredPermits = MAX - MIN)", {
          ko: "비어 있는 자리: 한도에서 쓰인 수를 뺀 것",
          en: "free places up to the limit",
        }),
        "    private val samples = ArrayDeque<Int>()",
        said("    val channel = Channel<Int>(Channel.UNLIMITED)", {
          ko: "모두 차례대로 들고 있음",
          en: "holds all elements in order",
        }),
        "",
        "    suspend fun send(element: Int) {",
        "        adapt()",
        at("        places.acquire()", "producer.gate"),
        "        channel.send(element)",
        "    }",
        "",
        "    fun taken() = places.release()",
        "",
        "    private fun adapt() {",
        "        val used = limit - places.availablePermits",
        "        samples.addLast(used * 100 / limit)",
        "        if (samples.size < SAMPLES) return",
        "        val percent = samples.sum() / samples.size",
        "        when {",
        "            percent > GROW_ABOVE_PERCENT ->",
        "                resize(minOf(MAX, maxOf(limit + limit / 2, limit + 1)))",
        "            percent < SHRINK_BELOW_PERCENT ->",
        "                resize(maxOf(MIN, limit * KEPT_TENTHS / 10, used))",
        "            else -> samples.removeFirst()",
        "        }",
        "    }",
        "",
        "    private fun resize(to: Int) {",
        '        if (to > limit) println("limit grows from $limit to $to")',
        '        if (to < limit) println("limit shrinks from $limit to $to")',
        "        repeat(to - limit) { places.release() }",
        said("        repeat(limit - to) { places.tryAcquire() }", {
          ko: "그만큼은 있음: 쓰인 수 <= to",
          en: "enough are free: used <= to",
        }),
        "        limit = to",
        "        samples.clear()",
        "    }",
        "",
        "    companion object {",
        `        const val MIN = ${values.capacity}`,
        `        const val MAX = ${max}`,
        `        const val SAMPLES = ${values.samples}`,
        `        const val GROW_ABOVE_PERCENT = ${values.growPercent}`,
        `        const val SHRINK_BELOW_PERCENT = ${values.shrinkPercent}`,
        "        const val KEPT_TENTHS = 7",
        "    }",
        "}",
        "",
        MAIN,
        "    val buffer = AdaptiveBuffer()",
        "",
        ...producerBlock(
          values.count,
          [
            at("buffer.send(i)", "producer.held"),
            'println("sent $i")',
            delayOf("producer", values.producerDelayMs),
          ],
          ["buffer.channel.close()"],
        ),
        "",
        ...consumerBlock(
          [
            "buffer.taken()",
            'println("received $element")',
            delayOf("worker", values.consumerDelayMs),
          ],
          { channel: "buffer.channel" },
        ),
        "}",
      ],
    };
  },
});

interface AdaptiveValues {
  readonly capacity: number;
  readonly maxCapacity: number;
  readonly samples: number;
  readonly growPercent: number;
  readonly shrinkPercent: number;
}

class AdaptiveBuffer {
  readonly channel: Channel<number>;
  private readonly program: Program<AdaptiveValues>;
  private readonly max: number;
  /** Its free permits are the free places up to the limit. */
  private readonly places: Semaphore;
  private limit: number;
  private samples: number[] = [];

  constructor(program: Program<AdaptiveValues>) {
    const { sim, values } = program;
    this.program = program;
    this.channel = program.channel(UNLIMITED);
    this.max = Math.max(values.capacity, values.maxCapacity);
    this.limit = values.capacity;
    this.places = new Semaphore(sim, this.max);
    this.withdraw(this.max - this.limit);
  }

  *send(element: number) {
    this.adapt();
    yield* this.program.acquire(this.places, "buffer", element);
    yield* this.channel.send(element);
  }

  /** To be called when the consumer has taken an element out. */
  taken(): void {
    this.places.release();
  }

  /** Measures how full the buffer is, and adapts the limit to the last measurements. */
  private adapt(): void {
    const { program, samples, limit, max } = this;
    const { values } = program;
    const used = limit - this.places.availablePermits;
    samples.push(Math.floor((used * 100) / limit));
    const sum = samples.reduce((total, sample) => total + sample, 0);
    const utilisation = Math.floor(sum / samples.length);
    program.gauge("buffer", "utilisation", utilisation);
    if (samples.length < values.samples) return;
    if (utilisation > values.growPercent) {
      this.resize(Math.min(max, Math.max(Math.floor((limit * 3) / 2), limit + 1)));
    } else if (utilisation < values.shrinkPercent) {
      this.resize(Math.max(values.capacity, Math.floor((limit * 7) / 10), used));
    } else {
      samples.shift();
    }
  }

  private resize(to: number): void {
    const { program, limit, places } = this;
    if (to > limit) program.print("grow", limit, to);
    if (to < limit) program.print("shrink", limit, to);
    for (let place = limit; place < to; place++) places.release();
    this.withdraw(limit - to);
    if (to !== limit) program.gauge("buffer", "capacity", to);
    this.limit = to;
    this.samples = [];
  }

  /** Removes free places. There are enough, because the limit never falls below the number of places in use. */
  private withdraw(places: number): void {
    for (let place = 0; place < places; place++) this.places.tryAcquire();
  }
}
