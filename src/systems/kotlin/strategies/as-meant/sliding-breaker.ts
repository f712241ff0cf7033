import type { ValuesOf } from "../../../../params/index.ts";
import { failParams, failsOn, workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import {
  breakerParams,
  CircuitBreaker,
  type CircuitBreakerState,
} from "../../../resilience4j/index.ts";
import { at, busy, doc, type Source } from "../../../source-text.ts";
import { BreakerState } from "../../../topology.ts";
import { consumerBlock, delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { BREAKER_IMPORTS, breakerClass } from "../../code/breaker-class.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const params = [capacityParam, ...breakerParams] as const;
const load = [...workload("producerDelayMs", "consumerDelayMs", "count"), ...failParams] as const;
type BreakerValues = ValuesOf<typeof params> & ValuesOf<typeof load>;

const STATES = { CLOSED: "closed", OPEN: "open", HALF_OPEN: "halfOpen" } as const;

/** resilience4j's breaker, which reports its state and its window to the trace. */
class TracedBreaker {
  private readonly program: Program<BreakerValues>;
  private readonly breaker: CircuitBreaker;

  constructor(program: Program<BreakerValues>) {
    const { values } = program;
    this.program = program;
    this.breaker = new CircuitBreaker(
      {
        slidingWindowType: values.windowKind === "calls" ? "COUNT_BASED" : "TIME_BASED",
        slidingWindowSize: values.windowKind === "calls" ? values.windowSize : values.windowS,
        minimumNumberOfCalls: values.minimumCalls,
        failureRateThreshold: values.failureRatePercent,
        slowCallRateThreshold: values.slowRatePercent,
        slowCallDurationThresholdMs: values.slowCallMs,
        waitDurationInOpenStateMs: values.waitOpenMs,
        permittedNumberOfCallsInHalfOpenState: values.trialCalls,
      },
      (state) => this.reportState(state),
    );
    program.gauge("breaker", "state", BreakerState.CLOSED);
    this.reportWindow();
  }

  /** Whether a call may be made now. The result of a permitted call must be passed to `onResult`. */
  permits(): boolean {
    return this.breaker.tryAcquirePermission(this.program.sim.now);
  }

  onResult(tookMs: number, failed: boolean): void {
    const { breaker } = this;
    const { state } = breaker;
    breaker.onResult(this.program.sim.now, tookMs, failed);
    if (breaker.state === state) this.reportWindow();
  }

  private reportState(state: CircuitBreakerState): void {
    const { program } = this;
    program.gauge("breaker", "state", BreakerState[state]);
    this.reportWindow();
    program.print(STATES[state]);
    if (state !== "OPEN") return;
    program.gauge("breaker", "untilMs", program.sim.now + program.values.waitOpenMs);
  }

  private reportWindow(): void {
    const { program } = this;
    const { calls, failures, slow } = this.breaker.metrics(program.sim.now);
    program.gauge("breaker", "calls", calls);
    if (program.values.outage === "slow") program.gauge("breaker", "slowCalls", slow);
    else program.gauge("breaker", "failures", failures);
  }
}

/** The circuit breaker as meant, by the rules of resilience4j: it has a failure rate, and makes its trial calls. */
export const slidingBreaker = defineStrategy({
  id: "sliding-breaker",
  version: "meant",
  name: { ko: "실패율 서킷 브레이커", en: "Failure-rate breaker" },
  summary: {
    ko: "최근 호출의 실패율이 임계값에 이르면 열리고, 대기 시간이 지나면 정해진 수만큼 실제로 시험해 봅니다.",
    en: "Opens when the failure rate of recent calls reaches the threshold; after the wait, it makes real trial calls.",
  },
  advice: {
    ko: "느리거나 죽은 서비스에 부담을 주지 않으려 할 때 씁니다. 거절된 요청을 어떻게 할지(대체 응답, 나중에 다시)는 따로 정해야 합니다.",
    en: "Spares a service that is slow or down. You decide what happens to rejected calls (a fallback, a later retry).",
  },
  params,
  workload: load,
  lines: {
    sent: "sent {0}",
    received: "received {0}",
    failed: "failed {0}",
    rejected: "rejected {0}",
    open: "breaker: open",
    halfOpen: "breaker: half-open",
    closed: "breaker: closed",
  },
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: true,
    inOrder: true,
    keeps: "some",
  }),
  topology: ({ capacity, outage, failureRatePercent, slowRatePercent, waitOpenMs: openMs }) => {
    const breaker = { kind: "breaker", id: "breaker", openMs } as const;
    return throughBuffer({ capacity }, "suspend", {
      gate:
        outage === "slow"
          ? { ...breaker, threshold: slowRatePercent, unit: "slowPercent" }
          : { ...breaker, threshold: failureRatePercent, unit: "percent" },
    });
  },
  launch(program) {
    const { sim, values } = program;
    const channel = program.channel(values.capacity);
    const breaker = new TracedBreaker(program);
    launchProducer(program, {
      *offer(i) {
        if (!breaker.permits()) {
          program.rejected(i, "breaker");
          program.print("rejected", i);
        } else if (values.outage === "fails" && failsOn(i, values)) {
          breaker.onResult(0, true);
          program.failed(i);
          program.print("failed", i);
        } else {
          const startMs = sim.now;
          if (values.outage === "slow" && failsOn(i, values)) yield* program.delay(values.callMs);
          breaker.onResult(sim.now - startMs, false);
          yield* channel.send(i);
          program.print("sent", i);
        }
      },
      atEnd: () => channel.close(),
    });
    launchConsumer(program, channel, {
      received: (element) => program.print("received", element),
    });
  },
  kotlin: (values) => {
    const { capacity, count, producerDelayMs, consumerDelayMs } = values;
    return {
      imports: BREAKER_IMPORTS,
      program: [
        MAIN,
        `    val channel = Channel<Int>(${capacity})`,
        "    val breaker = CircuitBreaker()",
        "",
        ...producerBlock(count, [...callLines(values), delayOf("producer", producerDelayMs)]),
        "",
        ...consumerBlock(['println("received $element")', delayOf("worker", consumerDelayMs)]),
        "}",
        "",
        ...serviceLines(values),
        "",
        ...breakerClass(values),
      ],
    };
  },
});

/** The lines of a call through the breaker, and of what becomes of the element. */
function callLines({ outage }: BreakerValues): Source {
  return [
    "try {",
    "    breaker.execute { ask(i) }",
    at("    channel.send(i)", "producer.held"),
    '    println("sent $i")',
    "} catch (e: CallNotPermitted) {",
    '    println("rejected $i")',
    ...(outage === "slow" ? [] : ["} catch (e: ServiceDown) {", '    println("failed $i")']),
    "}",
  ];
}

/** The lines of the service, which during the outage fails at once or is slow. */
function serviceLines({ outage, failFrom, failTo, callMs }: BreakerValues): Source {
  const isOut = `i in ${failFrom}..${failTo}`;
  if (outage === "slow") {
    return [
      doc({ ko: "이따금 느린 서비스.", en: "A service that is slow for a while." }),
      "suspend fun ask(i: Int) {",
      at(`    if (${isOut}) delay(${callMs})`, busy("producer", callMs)),
      "}",
    ];
  }
  return [
    'class ServiceDown : Exception("the service is down")',
    "",
    doc({ ko: "한동안 죽어 있는 서비스.", en: "A service that is down for a while." }),
    "fun ask(i: Int) {",
    `    if (${isOut}) throw ServiceDown()`,
    "}",
  ];
}
