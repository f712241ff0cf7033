import { intParam, type ValuesOf } from "../../../../params/index.ts";
import { failFromParam, failsOn, failToParam, workload } from "../../../../workloads/index.ts";
import { BreakerState, Fact } from "../../../fact.ts";
import { capacityParam } from "../../../params/capacity.ts";
import type { Program } from "../../../program.ts";
import { CircuitBreaker, type CircuitBreakerState } from "../../../resilience4j/index.ts";
import { defineStrategy } from "../../../strategy.ts";
import { Channel } from "../../channels/index.ts";
import { consumerBlock, producerBlock } from "../../code/kotlin-blocks.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";

const params = [
  capacityParam,
  intParam({
    key: "windowSize",
    link: "win",
    label: { ko: "창의 크기", en: "Window" },
    help: {
      ko: "실패율을 셀 때 보는 최근 호출의 수(slidingWindowSize).",
      en: "How many of the last calls the failure rate is taken of (slidingWindowSize).",
    },
    unit: "calls",
    min: 1,
    max: 200,
    default: 10,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "minimumCalls",
    link: "min",
    label: { ko: "최소 호출 수", en: "Minimum of calls" },
    help: {
      ko: "이만큼 호출하기 전에는 판단하지 않습니다(minimumNumberOfCalls). 창의 크기를 넘지 못합니다.",
      en: "Nothing is decided before so many calls (minimumNumberOfCalls); never more than the window holds.",
    },
    unit: "calls",
    min: 1,
    max: 200,
    default: 5,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "failureRatePercent",
    link: "fr",
    label: { ko: "실패율 임계값", en: "Failure rate threshold" },
    help: {
      ko: "창 안의 실패율이 이 값에 이르면 열립니다(failureRateThreshold).",
      en: "The breaker opens when the failure rate in the window reaches this (failureRateThreshold).",
    },
    unit: "percent",
    min: 1,
    max: 100,
    default: 50,
    change: "structural",
  }),
  intParam({
    key: "waitOpenMs",
    link: "wo",
    label: { ko: "OPEN에서 기다림", en: "Wait in OPEN" },
    help: {
      ko: "열린 뒤 이 시간이 지난 다음의 첫 호출이 시험 호출이 됩니다(waitDurationInOpenState).",
      en: "The first call after more than this time is the first trial (waitDurationInOpenState).",
    },
    unit: "ms",
    min: 0,
    max: 60000,
    default: 1000,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "trialCalls",
    link: "tr",
    label: { ko: "시험 호출 수", en: "Trial calls" },
    help: {
      ko: "HALF_OPEN에서 허용하는 호출의 수(permittedNumberOfCallsInHalfOpenState). 이 수와 최소 호출 수 가운데 작은 쪽만큼 결과가 모이면, 그 실패율로 닫을지 다시 열지 정합니다.",
      en: "How many calls HALF_OPEN lets through (permittedNumberOfCallsInHalfOpenState). After as many results, or the minimum of calls if that is smaller, their failure rate closes it or opens it again.",
    },
    unit: "calls",
    min: 1,
    max: 50,
    default: 2,
    change: "structural",
  }),
] as const;
const load = [
  ...workload("producerDelayMs", "consumerDelayMs", "count"),
  failFromParam,
  failToParam,
] as const;
type BreakerValues = ValuesOf<typeof params> & ValuesOf<typeof load>;

const STATES = { CLOSED: "closed", OPEN: "open", HALF_OPEN: "halfOpen" } as const;

/** resilience4j's breaker, and what it tells the trace. */
class TracedBreaker {
  private readonly program: Program<BreakerValues>;
  private readonly breaker: CircuitBreaker;

  constructor(program: Program<BreakerValues>) {
    const { values } = program;
    this.program = program;
    this.breaker = new CircuitBreaker(
      {
        slidingWindowType: "COUNT_BASED",
        slidingWindowSize: values.windowSize,
        minimumNumberOfCalls: values.minimumCalls,
        failureRateThreshold: values.failureRatePercent,
        slowCallRateThreshold: 100,
        slowCallDurationThresholdMs: Number.POSITIVE_INFINITY,
        waitDurationInOpenStateMs: values.waitOpenMs,
        permittedNumberOfCallsInHalfOpenState: values.trialCalls,
      },
      (state) => this.tellState(state),
    );
    program.fact(Fact.BREAKER, BreakerState.CLOSED);
    this.tellWindow();
  }

  /** Whether a call may be made now; then it must tell its result. */
  permits(): boolean {
    return this.breaker.tryAcquirePermission(this.program.sim.now);
  }

  onResult(failed: boolean): void {
    const { breaker } = this;
    const { state } = breaker;
    breaker.onResult(this.program.sim.now, 0, failed);
    if (breaker.state === state) this.tellWindow();
  }

  private tellState(state: CircuitBreakerState): void {
    const { program } = this;
    program.fact(Fact.BREAKER, BreakerState[state]);
    this.tellWindow();
    program.print(STATES[state]);
    if (state !== "OPEN") return;
    program.fact(Fact.BREAKER_UNTIL, program.sim.now + program.values.waitOpenMs);
  }

  private tellWindow(): void {
    const { calls, failures } = this.breaker.metrics(this.program.sim.now);
    this.program.fact(Fact.CALLS, calls);
    this.program.fact(Fact.FAILURES, failures);
  }
}

/** What a circuit breaker means, by the rules of resilience4j: a failure rate, and trials that are made. */
export const slidingBreaker = defineStrategy({
  id: "sliding-breaker",
  version: "meant",
  name: { ko: "실패율을 보는 차단기", en: "Breaker by failure rate" },
  summary: {
    ko: "최근 호출의 실패율이 임계값에 이르면 열리고, 기다린 뒤 정해진 수만큼 정말로 시험해 봅니다.",
    en: "Opens when the failure rate of the last calls is too high; after the wait it really makes trial calls.",
  },
  advice: {
    ko: "느리거나 죽은 상대를 더 괴롭히지 않으려 할 때 씁니다. 돌려보낸 요청을 어떻게 할지(대체 응답, 나중에 다시)는 따로 정해야 합니다.",
    en: "Spares a service that is slow or down. What becomes of the calls it turns away (a fallback, later again) is for you to decide.",
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
  stages: ({ capacity, failureRatePercent, waitOpenMs }) => [
    { kind: "buffer", capacity },
    { kind: "breaker", threshold: failureRatePercent, unit: "percent", openMs: waitOpenMs },
  ],
  launch(program) {
    const { sim, values } = program;
    const channel = new Channel<number>(sim, values.capacity);
    const breaker = new TracedBreaker(program);
    launchProducer(program, {
      *offer(i) {
        if (!breaker.permits()) {
          program.rejected(i);
          program.print("rejected", i);
        } else if (failsOn(i, values)) {
          program.failed(i);
          program.print("failed", i);
          breaker.onResult(true);
        } else {
          breaker.onResult(false);
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
    const { capacity, windowSize, minimumCalls, failureRatePercent, waitOpenMs } = values;
    const { trialCalls, count, producerDelayMs, consumerDelayMs, failFrom, failTo } = values;
    return {
      program: [
        "fun main() = runBlocking {",
        `    val channel = Channel<Int>(${capacity})`,
        "    val breaker = CircuitBreaker()",
        "",
        ...producerBlock(count, [
          "if (!breaker.permits()) {",
          '    println("rejected $i")',
          `} else if (i in ${failFrom}..${failTo}) {    // the service is down`,
          '    println("failed $i")',
          "    breaker.onResult(failed = true)",
          "} else {",
          "    breaker.onResult(failed = false)",
          "    channel.send(i)",
          '    println("sent $i")',
          "}",
          `delay(${producerDelayMs})`,
        ]),
        "",
        ...consumerBlock(['println("received $element")', `delay(${consumerDelayMs})`]),
        "}",
        "",
        "enum class State { CLOSED, OPEN, HALF_OPEN }",
        "",
        "class CircuitBreaker {",
        "    private var state = State.CLOSED",
        "    private var results = ArrayDeque<Boolean>()    // of the last calls: true for a failure",
        "    private var trials = 0",
        "    private var openedMs = 0L",
        "",
        "    /** Whether a call may be made now. */",
        "    fun permits(): Boolean {",
        "        if (state == State.OPEN) {",
        `            if (System.currentTimeMillis() - openedMs <= ${waitOpenMs}) return false`,
        "            trials = 0",
        '            become(State.HALF_OPEN, "half-open")',
        "        }",
        "        if (state != State.HALF_OPEN) return true",
        `        return ++trials <= ${trialCalls}               // this call may be the first trial`,
        "    }",
        "",
        "    fun onResult(failed: Boolean) {",
        ...minimumLines(Math.min(minimumCalls, windowSize), trialCalls),
        "        results.addLast(failed)",
        `        if (results.size > ${windowSize}) results.removeFirst()`,
        "        if (results.size < minimum) return",
        "        val failures = results.count { it }",
        `        if (failures * 100 >= ${failureRatePercent} * results.size) {`,
        "            openedMs = System.currentTimeMillis()",
        '            become(State.OPEN, "open")',
        "        } else if (state == State.HALF_OPEN) {",
        '            become(State.CLOSED, "closed")',
        "        }",
        "    }",
        "",
        "    private fun become(next: State, name: String) {",
        "        state = next",
        "        results = ArrayDeque()",
        '        println("breaker: $name")',
        "    }",
        "}",
      ],
    };
  },
});

/** Fewer results decide nothing; in HALF_OPEN never more than it lets through. */
function minimumLines(minimum: number, trialCalls: number): string[] {
  if (minimum <= trialCalls) return [`        val minimum = ${minimum}`];
  return [`        val minimum = if (state == State.HALF_OPEN) ${trialCalls} else ${minimum}`];
}
