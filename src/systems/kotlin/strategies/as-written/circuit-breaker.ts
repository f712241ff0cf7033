import { intParam, type ValuesOf } from "../../../../params/index.ts";
import { failParams, failsOn, workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, said } from "../../../source-text.ts";
import { BreakerState } from "../../../topology.ts";
import type { Channel } from "../../channels/index.ts";
import { bodyEnd, consumerBlock, delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { MILLISECONDS, NOW, TIME_SOURCE } from "../../code/clock.ts";
import { oneThread } from "../../code/one-thread.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const failureThresholdParam = intParam({
  key: "failureThreshold",
  link: "fth",
  label: { ko: "실패 임계값", en: "Failure threshold" },
  help: {
    ko: "이만큼 잇달아 실패하면 서킷 브레이커가 열립니다.",
    en: "This many failures in a row open the breaker.",
  },
  unit: "failures",
  min: 1,
  max: 50,
  default: 5,
  change: "structural",
});

const timeoutMsParam = intParam({
  key: "timeoutMs",
  link: "to",
  label: { ko: "열려 있는 시간", en: "Time in OPEN" },
  help: {
    ko: "열린 뒤 이 시간이 지나고 처음 온 호출이 서킷 브레이커를 HALF_OPEN으로 바꿉니다.",
    en: "The first call after more than this time turns the open breaker HALF_OPEN.",
  },
  unit: "ms",
  min: 0,
  max: 60000,
  default: 5000,
  scale: "log",
  change: "structural",
});

const params = [capacityParam, failureThresholdParam, timeoutMsParam, bodyMsParam] as const;
const load = [...workload("producerDelayMs", "consumerDelayMs", "count"), ...failParams] as const;
type BreakerValues = ValuesOf<typeof params> & ValuesOf<typeof load>;

/** The text's breaker, with its bug: the call that finds the waiting time over is not made. */
class WrittenBreaker {
  private readonly program: Program<BreakerValues>;
  private readonly channel: Channel<number>;
  private state: BreakerState = BreakerState.CLOSED;
  private failures = 0;
  private openedMs = 0;

  constructor(program: Program<BreakerValues>, channel: Channel<number>) {
    this.program = program;
    this.channel = channel;
    this.become(BreakerState.CLOSED);
    this.countFailures(0);
  }

  /** `yield* breaker.execute(i)`: makes the call if that is permitted. Returns whether it was made and succeeded. */
  *execute(element: number) {
    const { program } = this;
    switch (this.state) {
      case BreakerState.CLOSED: {
        const sent = yield* this.call(element);
        this.countFailures(sent ? 0 : this.failures + 1);
        if (!sent && this.failures >= program.values.failureThreshold) this.open("open");
        return sent;
      }
      case BreakerState.HALF_OPEN: {
        const sent = yield* this.call(element);
        if (sent) {
          this.become(BreakerState.CLOSED);
          this.countFailures(0);
          program.print("closed");
        } else {
          this.open("reopen");
        }
        return sent;
      }
      default:
        if (program.sim.now - this.openedMs > program.values.timeoutMs) {
          this.become(BreakerState.HALF_OPEN);
          program.print("halfOpen");
        } else {
          program.print("rejected");
        }
        program.rejected(element, "breaker");
        return false;
    }
  }

  /** The protected operation: a call to the service, then `send`. Returns whether the service succeeded. */
  private *call(element: number) {
    const { program, channel } = this;
    if (failsOn(element, program.values)) {
      program.failed(element);
      return false;
    }
    yield* channel.send(element);
    program.print("sent", element);
    return true;
  }

  private open(line: "open" | "reopen"): void {
    const { program } = this;
    this.openedMs = program.sim.now;
    this.become(BreakerState.OPEN);
    program.gauge("breaker", "untilMs", this.openedMs + program.values.timeoutMs);
    program.print(line);
  }

  private become(state: BreakerState): void {
    this.state = state;
    this.program.gauge("breaker", "state", state);
  }

  private countFailures(failures: number): void {
    this.failures = failures;
    this.program.gauge("breaker", "failures", failures);
  }
}

/** The text's circuit breaker around a service and a `send`. */
export const circuitBreakerWritten = defineStrategy({
  id: "circuit-breaker-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "잇달아 실패하면 열립니다. 시간이 지난 뒤의 첫 호출은 상태만 바꾸고 실행되지 않습니다.",
    en: "Opens after consecutive failures. The first call after the wait only changes the state and is not made.",
  },
  advice: {
    ko: "이대로는 쓰지 마세요. 실패율을 보지 않고, 시험 호출 하나를 버리며, 취소까지 실패로 셉니다.",
    en: "Don't use it as it is: it ignores the failure rate, wastes a trial call, and would count a cancellation as a failure.",
  },
  params,
  workload: load,
  lines: {
    sent: "sent {0}",
    received: "received {0}",
    failed: "failed {0}",
    open: "breaker: open",
    rejected: "breaker: rejected",
    halfOpen: "breaker: half-open",
    reopen: "breaker: open again",
    closed: "breaker: closed",
  },
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: true,
    inOrder: true,
    keeps: "some",
  }),
  topology: ({ capacity, failureThreshold, timeoutMs }) =>
    throughBuffer({ capacity }, "suspend", {
      gate: {
        kind: "breaker",
        id: "breaker",
        threshold: failureThreshold,
        unit: "failures",
        openMs: timeoutMs,
      },
    }),
  launch(program) {
    const { values } = program;
    program.launch("body", 0, function* () {
      const channel = program.channel(values.capacity);
      const breaker = new WrittenBreaker(program, channel);
      launchProducer(program, {
        *offer(i) {
          if (!(yield* breaker.execute(i))) program.print("failed", i);
        },
        atEnd: () => channel.close(),
      });
      launchConsumer(program, channel, {
        received: (element) => program.print("received", element),
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: (values) => {
    const { capacity, failureThreshold, timeoutMs, bodyMs } = values;
    const { count, producerDelayMs, consumerDelayMs, failFrom, failTo } = values;
    return {
      imports: [TIME_SOURCE, MILLISECONDS],
      program: [
        MAIN,
        `    val channel = Channel<Int>(${capacity})`,
        "    val breaker = CircuitBreaker()",
        "",
        ...producerBlock(count, [
          "val sent = breaker.execute {",
          `    check(i !in ${failFrom}..${failTo}) { "the service is down" }`,
          at("    channel.send(i)", "producer.held"),
          '    println("sent $i")',
          "}",
          'if (!sent) println("failed $i")',
          delayOf("producer", producerDelayMs),
        ]),
        "",
        ...consumerBlock(['println("received $element")', delayOf("worker", consumerDelayMs)]),
        "",
        bodyEnd(bodyMs),
        "}",
        "",
        "enum class State { CLOSED, OPEN, HALF_OPEN }",
        "",
        oneThread(),
        "class CircuitBreaker {",
        "    private var state = State.CLOSED",
        "    private var failures = 0",
        `    private var opened = ${NOW}`,
        "",
        "    suspend fun execute(call: suspend () -> Unit): Boolean {",
        "        when (state) {",
        "            State.CLOSED -> try {",
        "                call()",
        "                failures = 0",
        "                return true",
        said("            } catch (e: Exception) {", {
          ko: "취소까지 실패로 셈",
          en: "a cancellation, too",
        }),
        "                failures++",
        `                if (failures >= ${failureThreshold}) open("open")`,
        "            }",
        "            State.OPEN ->",
        `                if (opened.elapsedNow() > ${timeoutMs}.milliseconds) {`,
        said("                    state = State.HALF_OPEN", {
          ko: "그러나 call()은 호출하지 않음",
          en: "and call() is not made",
        }),
        '                    println("breaker: half-open")',
        "                } else {",
        '                    println("breaker: rejected")',
        "                }",
        "            State.HALF_OPEN -> try {",
        "                call()",
        "                state = State.CLOSED",
        "                failures = 0",
        '                println("breaker: closed")',
        "                return true",
        "            } catch (e: Exception) {",
        '                open("open again")',
        "            }",
        "        }",
        "        return false",
        "    }",
        "",
        "    private fun open(what: String) {",
        "        state = State.OPEN",
        `        opened = ${NOW}`,
        '        println("breaker: $what")',
        "    }",
        "}",
      ],
    };
  },
});
