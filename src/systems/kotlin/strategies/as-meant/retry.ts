import { choiceParam, intParam, type ValuesOf } from "../../../../params/index.ts";
import {
  callFails,
  downFromMsParam,
  downToMsParam,
  failPercentParam,
  workload,
} from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, busy, doc, indented } from "../../../source-text.ts";
import { backoffExpression } from "../../code/backoff-code.ts";
import { consumerBlock, MAIN, producerBlock } from "../../code/blocks.ts";
import { elapsedMs, NOW, TIME_SOURCE } from "../../code/clock.ts";
import { burstPause } from "../../code/workload-code.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { backoffOf, backoffs } from "../../programs/backoffs.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";
import { launchWorkers } from "../../programs/workers.ts";

const params = [
  capacityParam,
  choiceParam({
    key: "backoff",
    link: "bo",
    label: { ko: "백오프", en: "Backoff" },
    help: {
      ko: "실패한 호출을 다시 하기까지 기다리는 방식. 지터는 대기 시간을 무작위로 흩어 놓습니다.",
      en: "How long to wait before retrying a failed call. Jitter spreads the waits at random.",
    },
    choices: backoffs,
    default: "exponential",
    change: "structural",
  }),
  intParam({
    key: "baseMs",
    link: "bb",
    label: { ko: "첫 간격", en: "Base delay" },
    help: {
      ko: "첫 재시도 전의 대기 시간. 지수 백오프는 여기서 시작해 두 배씩 늘어납니다.",
      en: "The wait before the first retry; exponential backoff doubles it each time.",
    },
    unit: "ms",
    min: 1,
    max: 10000,
    default: 500,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "capMs",
    link: "bc",
    label: { ko: "간격의 상한", en: "Maximum delay" },
    help: {
      ko: "재시도 사이의 대기 시간은 이보다 길어지지 않습니다.",
      en: "No wait between two attempts is longer than this.",
    },
    unit: "ms",
    min: 1,
    max: 60000,
    default: 4000,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "maxAttempts",
    link: "ma",
    label: { ko: "최대 시도", en: "Maximum attempts" },
    help: {
      ko: "첫 호출까지 합해 이만큼 호출하고 포기합니다. 1이면 재시도하지 않습니다.",
      en: "How many calls are made for one element, including the first, before it is given up. 1: no retries.",
    },
    unit: "attempts",
    min: 1,
    max: 20,
    default: 6,
    change: "structural",
  }),
] as const;
const load = [
  ...workload("producerDelayMs", "burstSize", "count", "consumerDelayMs", "workers"),
  failPercentParam,
  downFromMsParam,
  downToMsParam,
] as const;
type RetryValues = ValuesOf<typeof params> & ValuesOf<typeof load>;

/** The workers' calls to a service that fails now and then: each is retried after a wait, up to `maxAttempts` times. */
class Caller {
  private readonly program: Program<RetryValues>;
  private readonly failures;
  private readonly jitter;
  private retries = 0;

  constructor(program: Program<RetryValues>) {
    this.program = program;
    this.failures = program.random("failures");
    this.jitter = program.random("backoff");
  }

  *work(element: number) {
    const { program } = this;
    if (yield* this.callUntilItAnswers(element)) {
      program.done(element);
      program.print("done", element);
    } else {
      program.failed(element);
      program.print("gaveUp", element);
    }
  }

  private *callUntilItAnswers(element: number) {
    const { program } = this;
    const { values } = program;
    const backoff = backoffOf(values.backoff);
    let lastMs = values.baseMs;
    for (let attempt = 1; ; attempt++) {
      if (yield* this.call(element, attempt)) return true;
      if (attempt === values.maxAttempts) return false;
      lastMs = backoff.pauseMs(values, attempt - 1, lastMs, this.jitter);
      yield* program.delay(Math.floor(lastMs));
    }
  }

  private *call(element: number, attempt: number) {
    const { program } = this;
    const fails = callFails(program.values, program.sim.now, this.failures);
    if (attempt > 1) program.gauge("workers", "attempts", ++this.retries);
    program.print("call", element, attempt);
    yield* program.delay(program.values.consumerDelayMs);
    return !fails;
  }
}

/** Calls to a flaky service, retried after a wait whose length the settings choose. */
export const retry = defineStrategy({
  id: "retry",
  version: "meant",
  name: { ko: "백오프 재시도", en: "Retry with backoff" },
  summary: {
    ko: "실패한 호출을 기다렸다가 다시 합니다. 그동안 작업자는 요소를 쥐고 있으므로 버퍼가 차고 send가 기다립니다.",
    en: "A failed call is retried after a wait. Meanwhile the worker keeps its element, so the buffer fills up and send waits.",
  },
  advice: {
    ko: "일시적인 실패에만, 다시 해도 되는(멱등) 호출에만 쓰세요. 횟수를 제한하고, 여럿이 함께 재시도한다면 반드시 지터를 섞으세요.",
    en: "For temporary failures and idempotent calls only. Limit the attempts, and add jitter if many retry together.",
  },
  params,
  workload: load,
  lines: { call: "call {0}, attempt {1}", done: "done {0}", gaveUp: "gave up on {0}" },
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: true,
    inOrder: true,
    keeps: "some",
  }),
  topology: ({ capacity, maxAttempts }) =>
    throughBuffer({ capacity }, "suspend", { workers: { attempts: maxAttempts } }),
  launch(program) {
    const { values } = program;
    const channel = program.channel(values.capacity);
    const caller = new Caller(program);
    program.launch("producer", 0, function* () {
      program.gauge("workers", "attempts", 0);
      for (let i = 0; values.count === 0 || i < values.count; i++) {
        program.made(i);
        yield* channel.send(i);
        const { burstSize, producerDelayMs } = values;
        if ((i + 1) % burstSize === 0) yield* program.delay(producerDelayMs * burstSize);
      }
      channel.close();
    });
    launchWorkers(program, channel, (element) => caller.work(element));
  },
  kotlin: (values) => {
    const { capacity, backoff, baseMs, maxAttempts, failPercent, downFromMs, downToMs } = values;
    const { count, producerDelayMs, burstSize, consumerDelayMs, workers } = values;
    const consumer = consumerBlock([
      "val answered = callUntilItAnswers(element)",
      'val verdict = if (answered) "done" else "gave up on"',
      'println("$verdict $element")',
    ]);
    return {
      imports: ["kotlin.random.Random", TIME_SOURCE],
      program: [
        `const val MAX_ATTEMPTS = ${maxAttempts}`,
        `const val FAIL_PERCENT = ${failPercent}`,
        `val DOWN_MS = ${downFromMs} until ${downToMs}`,
        "",
        "val random = Random(1)",
        `val start = ${NOW}`,
        "",
        MAIN,
        `    val channel = Channel<Int>(${capacity})`,
        "",
        ...producerBlock(count, [
          at("channel.send(i)", "producer.held"),
          burstPause({ producerDelayMs, burstSize }),
        ]),
        "",
        ...(workers === 1
          ? consumer
          : [`    repeat(${workers}) {`, ...indented(consumer), "    }"]),
        "}",
        "",
        doc({
          ko: "많아야 `MAX_ATTEMPTS`번 호출하고, 서비스가 답했는지 알려 줍니다.",
          en: "Calls up to `MAX_ATTEMPTS` times. Returns whether the service answered.",
        }),
        "suspend fun callUntilItAnswers(element: Int): Boolean {",
        `    var lastMs = ${baseMs}.0`,
        "    for (attempt in 1..MAX_ATTEMPTS) {",
        "        if (call(element, attempt)) return true",
        "        if (attempt == MAX_ATTEMPTS) break",
        "        lastMs = pauseMs(attempt - 1, lastMs)",
        at("        delay(lastMs.toLong())", "worker.busy"),
        "    }",
        "    return false",
        "}",
        "",
        doc({
          ko: "재시도(0부터 셈) 앞에서 기다리는 시간. `lastMs`는 바로 앞의 재시도 앞에서 기다린 시간.",
          en: "The wait before retry `retry`, counted from 0; `lastMs` is the wait before the previous one.",
        }),
        "fun pauseMs(retry: Int, lastMs: Double): Double =",
        `    ${backoffExpression(backoff, values)}`,
        "",
        doc({
          ko: "`DOWN_MS` 동안 죽어 있고 이따금 실패하는 서비스를 호출합니다.",
          en: "Calls a service that is down during `DOWN_MS` and fails now and then.",
        }),
        "suspend fun call(element: Int, attempt: Int): Boolean {",
        `    val nowMs = ${elapsedMs("start")}`,
        "    val unlucky = random.nextDouble() * 100 < FAIL_PERCENT",
        "    val fails = unlucky || nowMs in DOWN_MS",
        '    println("call $element, attempt $attempt")',
        at(`    delay(${consumerDelayMs})`, busy("worker", consumerDelayMs)),
        "    return !fails",
        "}",
      ],
    };
  },
});
