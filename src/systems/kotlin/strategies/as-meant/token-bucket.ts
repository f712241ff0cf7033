import { workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { burstParam, ratePerSecParam } from "../../../params/token-bucket.ts";
import { at, doc, said } from "../../../source-text.ts";
import { consumerBlock, delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { elapsedMs, NOW, TIME_SOURCE } from "../../code/clock.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** A token in thousandths. The bucket counts in these, so that whole ms lose nothing to rounding. */
const TOKEN = 1000;

interface BucketValues {
  readonly ratePerSec: number;
  readonly burst: number;
}

/**
 * A bucket of tokens: it starts full, and refills at a steady rate up to its size. A waiting producer gets its token at
 * the fraction of a ms at which the token is whole, so what flows in until the next whole ms does not overflow: it is
 * the beginning of the next token.
 */
class TokenBucket {
  private readonly program: Program<BucketValues>;
  private tokens: number;
  private countedMs: number;

  constructor(program: Program<BucketValues>) {
    this.program = program;
    this.tokens = program.values.burst * TOKEN;
    this.countedMs = program.sim.now;
    program.gauge("tokens", "thousandths", this.tokens);
  }

  /** `yield* bucket.take()`: takes a token, waiting until there is one. */
  *take() {
    const { program } = this;
    const { ratePerSec, burst } = program.values;
    this.tokens = Math.min(burst * TOKEN, this.tokens + this.inflow());
    while (this.tokens < TOKEN) {
      yield* program.waitAt("tokens", Math.ceil((TOKEN - this.tokens) / ratePerSec));
      this.tokens += this.inflow();
    }
    this.tokens -= TOKEN;
    program.gauge("tokens", "thousandths", this.tokens);
  }

  /** Returns the thousandths of tokens that have flowed in since the last call. */
  private inflow(): number {
    const { now } = this.program.sim;
    const thousandths = (now - this.countedMs) * this.program.values.ratePerSec;
    this.countedMs = now;
    return thousandths;
  }
}

/** A rate limiter as meant: no more elements pass than the bucket held at first plus what has flowed in since. */
export const tokenBucket = defineStrategy({
  id: "token-bucket",
  version: "meant",
  name: { ko: "토큰 버킷", en: "Token bucket" },
  summary: {
    ko: "요소마다 토큰을 하나 씁니다. 토큰은 일정한 속도로 차오르고, 토큰이 없으면 생산자가 기다립니다.",
    en: "Each element costs one token. Tokens arrive at a steady rate, and without one, the producer waits.",
  },
  advice: {
    ko: "초당 허용량이 정해진 곳(외부 API, 요금제)에 씁니다. 버킷이 클수록 한꺼번에 많이 지나가고, 토큰의 속도가 소비자보다 빠르면 버퍼는 여전히 찹니다.",
    en: "For anything with a limit per second, such as an external API. A larger bucket allows larger bursts; a rate above the consumer's still fills the buffer.",
  },
  params: [capacityParam, ratePerSecParam, burstParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { admitted: "admitted {0}", received: "received {0}" },
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ capacity, ratePerSec, burst }) =>
    throughBuffer({ capacity }, "suspend", {
      gate: { kind: "tokens", id: "tokens", ratePerSec, burst },
    }),
  launch(program) {
    const { values } = program;
    const channel = program.channel(values.capacity);
    const bucket = new TokenBucket(program);
    launchProducer(program, {
      *offer(i) {
        yield* bucket.take();
        program.print("admitted", i);
        yield* channel.send(i);
      },
      atEnd: () => channel.close(),
    });
    launchConsumer(program, channel, {
      received: (element) => program.print("received", element),
    });
  },
  kotlin: ({ capacity, ratePerSec, burst, count, producerDelayMs, consumerDelayMs }) => ({
    imports: [TIME_SOURCE],
    program: [
      MAIN,
      `    val channel = Channel<Int>(${capacity})`,
      `    val bucket = TokenBucket(ratePerSec = ${ratePerSec}, burst = ${burst})`,
      "",
      ...producerBlock(count, [
        "bucket.take()",
        'println("admitted $i")',
        at("channel.send(i)", "producer.held"),
        delayOf("producer", producerDelayMs),
      ]),
      "",
      ...consumerBlock(['println("received $element")', delayOf("worker", consumerDelayMs)]),
      "}",
      "",
      said("const val TOKEN = 1000L", { ko: "천분의 일 단위로", en: "in thousandths" }),
      "",
      doc({
        ko: "코루틴 하나를 위한 것입니다. 토큰을 천분의 일 단위로 셉니다. 1ms에 `ratePerSec`만큼 차므로 반올림할 것이 없습니다.",
        en: "For one coroutine. Counts in thousandths of a token: one ms adds `ratePerSec` of them, and nothing is rounded.",
      }),
      "class TokenBucket(private val ratePerSec: Long, burst: Long) {",
      "    private val full = burst * TOKEN",
      "    private var tokens = full",
      `    private val start = ${NOW}`,
      "    private var countedMs = 0L",
      "",
      "    suspend fun take() {",
      "        tokens = minOf(full, tokens + inflow())",
      "        while (tokens < TOKEN) {",
      "            val missing = TOKEN - tokens",
      at("            delay((missing + ratePerSec - 1) / ratePerSec)", "producer.gate"),
      "            tokens += inflow()",
      "        }",
      "        tokens -= TOKEN",
      "    }",
      "",
      "    private fun inflow(): Long {",
      `        val nowMs = ${elapsedMs("start")}`,
      "        val thousandths = (nowMs - countedMs) * ratePerSec",
      "        countedMs = nowMs",
      "        return thousandths",
      "    }",
      "}",
    ],
  }),
});
