import { intParam, type ValuesOf } from "../../../../params/index.ts";
import { failFromParam, failsOn, failToParam, workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at } from "../../../source-text.ts";
import { BreakerState } from "../../../topology.ts";
import { consumerBlock, delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { launchProducer } from "../../programs/producer.ts";
import { SlidingWindow } from "../../programs/sliding-window.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

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
      ko: "HALF_OPEN에서 허용하는 호출의 수. 모두 끝나면 그 실패율로 닫을지 다시 열지 정합니다(permittedNumberOfCallsInHalfOpenState).",
      en: "How many calls HALF_OPEN lets through; by their failure rate it closes or opens again (permittedNumberOfCallsInHalfOpenState).",
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

/** Asked before every call, and told the result of each that it let through. */
class SlidingBreaker {
  private readonly program: Program<BreakerValues>;
  private state: BreakerState = BreakerState.CLOSED;
  private window: SlidingWindow;
  private trials = 0;
  private openedMs = 0;

  constructor(program: Program<BreakerValues>) {
    const { windowSize, minimumCalls } = program.values;
    this.program = program;
    this.window = new SlidingWindow(windowSize, minimumCalls);
    program.gauge("breaker", "state", this.state);
    this.tellWindow();
  }

  /** Whether a call may be made now; then it must tell its result. */
  permits(): boolean {
    const { program } = this;
    const { waitOpenMs, trialCalls } = program.values;
    if (this.state === BreakerState.OPEN) {
      if (program.sim.now - this.openedMs <= waitOpenMs) return false;
      this.trials = 0;
      this.become(BreakerState.HALF_OPEN, "halfOpen", new SlidingWindow(trialCalls, trialCalls));
    }
    if (this.state !== BreakerState.HALF_OPEN) return true;
    if (this.trials >= trialCalls) return false;
    // The call that finds the wait over is the first trial itself.
    this.trials++;
    return true;
  }

  onResult(failed: boolean): void {
    const { program, window } = this;
    const { windowSize, minimumCalls, failureRatePercent, waitOpenMs } = program.values;
    window.add(failed);
    this.tellWindow();
    if (window.reaches(failureRatePercent)) {
      this.openedMs = program.sim.now;
      this.become(BreakerState.OPEN, "open", window);
      program.gauge("breaker", "untilMs", this.openedMs + waitOpenMs);
    } else if (this.state === BreakerState.HALF_OPEN && window.isTelling) {
      this.become(BreakerState.CLOSED, "closed", new SlidingWindow(windowSize, minimumCalls));
    }
  }

  private become(state: BreakerState, line: string, window: SlidingWindow): void {
    this.state = state;
    this.program.gauge("breaker", "state", state);
    this.window = window;
    this.tellWindow();
    this.program.print(line);
  }

  private tellWindow(): void {
    this.program.gauge("breaker", "calls", this.window.calls);
    this.program.gauge("breaker", "failures", this.window.failures);
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
  topology: ({ capacity, failureRatePercent, waitOpenMs }) =>
    throughBuffer({ capacity }, "suspend", {
      gate: {
        kind: "breaker",
        id: "breaker",
        threshold: failureRatePercent,
        unit: "percent",
        openMs: waitOpenMs,
      },
    }),
  launch(program) {
    const { values } = program;
    const channel = program.channel(values.capacity);
    const breaker = new SlidingBreaker(program);
    launchProducer(program, {
      *offer(i) {
        if (!breaker.permits()) {
          program.rejected(i, "breaker");
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
        MAIN,
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
          at("    channel.send(i)", "producer.held"),
          '    println("sent $i")',
          "}",
          delayOf("producer", producerDelayMs),
        ]),
        "",
        ...consumerBlock(['println("received $element")', delayOf("worker", consumerDelayMs)]),
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
        `        val window = if (state == State.HALF_OPEN) ${trialCalls} else ${windowSize}`,
        `        val minimum = if (state == State.HALF_OPEN) ${trialCalls} else ${Math.min(minimumCalls, windowSize)}`,
        "        results.addLast(failed)",
        "        if (results.size > window) results.removeFirst()",
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
