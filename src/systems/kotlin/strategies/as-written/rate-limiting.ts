import { intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, doc } from "../../../source-text.ts";
import {
  bodyEnd,
  consumerBlock,
  delayOf,
  launched,
  MAIN,
  producerBlock,
} from "../../code/blocks.ts";
import { Semaphore } from "../../coroutines/index.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const permitsParam = intParam({
  key: "permits",
  link: "pm",
  label: { ko: "허가 수", en: "Permits" },
  help: {
    ko: "세마포어의 허가. send를 마칠 때까지 하나씩 쥐고 있습니다. 속도가 아니라 동시에 보내는 코루틴의 수를 정합니다.",
    en: "Permits of the semaphore; each is held until its send has returned. They limit how many send at once, not the rate.",
  },
  unit: "permits",
  min: 1,
  max: 100,
  default: 10,
  change: "structural",
});

/** The text's rate limiter: a semaphore around every `send`, each in its own coroutine. */
export const rateLimitingWritten = defineStrategy({
  id: "rate-limiting-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "send마다 세마포어의 허가를 받지만, 버퍼에 자리가 있으면 허가가 곧바로 돌아옵니다.",
    en: "Every send takes a permit. While the buffer has room, the permit is returned at once, so the rate is not limited.",
  },
  advice: {
    ko: "세마포어는 동시에 하는 일의 수를 제한할 때 쓰세요(벌크헤드). 초당 몇 개인지를 정하려면 토큰 버킷이 필요합니다.",
    en: "Use a semaphore to limit how much runs at once (a bulkhead). A rate per second needs a token bucket.",
  },
  params: [capacityParam, permitsParam, bodyMsParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { sent: "sent {0}", received: "received {0}" },
  failure: {
    message: "Channel was closed",
    when: ({ producerDelayMs }) => producerDelayMs === 0,
    why: {
      ko: "쉬지 않아 마지막 send보다 먼저 닫습니다.",
      en: "Without a pause, it closes before the last sends.",
    },
  },
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: true,
    inOrder: true,
    keeps: "some",
  }),
  topology: ({ capacity, permits }) =>
    throughBuffer({ capacity }, "suspend", {
      gate: { kind: "permits", id: "permits", total: permits },
    }),
  launch(program) {
    const { sim, values } = program;
    program.launch("body", 0, function* () {
      const channel = program.channel(values.capacity);
      const permits = new Semaphore(sim, values.permits);
      const reportPermits = () => program.gauge("permits", "free", permits.availablePermits);
      reportPermits();
      program.launch("producer", 0, function* () {
        for (let i = 0; values.count === 0 || i < values.count; i++) {
          yield* program.acquire(permits, "permits");
          reportPermits();
          program.launch("sender", i, function* () {
            program.made(i);
            try {
              yield* channel.send(i);
              program.print("sent", i);
            } finally {
              permits.release();
              reportPermits();
            }
          });
          yield* program.delay(values.producerDelayMs);
        }
        channel.close();
      });
      launchConsumer(program, channel, {
        received: (element) => program.print("received", element),
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: ({ capacity, permits, count, producerDelayMs, consumerDelayMs, bodyMs }) => {
    // In an endless loop `i` has advanced before a launched block runs.
    const element = count === 0 ? "element" : "i";
    return {
      imports: ["kotlinx.coroutines.sync.Semaphore"],
      program: [
        MAIN,
        `    val channel = Channel<Int>(${capacity})`,
        `    val limiter = RateLimiter(permits = ${permits})`,
        "",
        ...producerBlock(count, [
          ...(count === 0 ? ["val element = i"] : []),
          at("limiter.acquire()", "producer.gate"),
          ...launched("sender", [
            "try {",
            at(`    channel.send(${element})`, "sender.held"),
            `    println("sent $${element}")`,
            "} finally {",
            "    limiter.release()",
            "}",
          ]),
          delayOf("producer", producerDelayMs),
        ]),
        "",
        ...consumerBlock(['println("received $element")', delayOf("worker", consumerDelayMs)]),
        "",
        bodyEnd(bodyMs),
        "}",
        "",
        doc({
          ko: "제한하는 것은 동시에 몇 개인지이지, 1초에 몇 개인지가 아닙니다.",
          en: "Limits how many run at once, not how many run per second.",
        }),
        "class RateLimiter(permits: Int) {",
        "    private val semaphore = Semaphore(permits)",
        "",
        "    suspend fun acquire() = semaphore.acquire()",
        "",
        "    fun release() = semaphore.release()",
        "}",
      ],
    };
  },
});
