/** A circuit breaker in Kotlin by resilience4j's rules, reduced to what the settings of a run need. */
import { doc, indented, remark, type Source, said } from "../../source-text.ts";
import { MILLISECONDS, NOW, TIME_SOURCE } from "./clock.ts";
import { oneThread } from "./one-thread.ts";

interface BreakerSettings {
  readonly windowKind: "calls" | "seconds";
  readonly windowSize: number;
  readonly windowS: number;
  readonly minimumCalls: number;
  readonly failureRatePercent: number;
  readonly slowRatePercent: number;
  readonly outage: "fails" | "slow";
  readonly waitOpenMs: number;
  readonly slowCallMs: number;
  readonly trialCalls: number;
}

/** The imports of the class. */
export const BREAKER_IMPORTS = [
  "kotlinx.coroutines.CancellationException",
  TIME_SOURCE,
  MILLISECONDS,
];

/** The class `CircuitBreaker`, with `execute { }` around a call, and the exception that replaces a refused call. */
export function breakerClass(settings: BreakerSettings): Source {
  const { outage, windowKind } = settings;
  const bad = outage === "slow" ? "slow" : "failed";
  return [
    ...limitsOf(settings),
    "",
    "enum class State { CLOSED, OPEN, HALF_OPEN }",
    "",
    doc({
      ko: "호출하는 대신 이것을 던집니다. 스택을 담지 않으므로 하나를 몇 번이고 던져도 됩니다.",
      en: "Thrown in place of a call. It holds no stack trace, so one object can be thrown again and again.",
    }),
    "object CallNotPermitted :",
    '    RuntimeException("the breaker is open", null, false, false)',
    "",
    oneThread({
      ko: "resilience4j의 규칙을 따르는 서킷 브레이커.",
      en: "A breaker by the rules of resilience4j.",
    }),
    "class CircuitBreaker {",
    "    private var state = State.CLOSED",
    ...indented(windowOf(settings, bad)),
    "    private var trials = 0",
    `    private var opened = ${NOW}`,
    "",
    "    suspend fun <T> execute(call: suspend () -> T): T {",
    "        if (!permits()) throw CallNotPermitted",
    ...(outage === "slow" ? [`        val start = ${NOW}`] : []),
    "        val result = try {",
    "            call()",
    "        } catch (e: CancellationException) {",
    said("            if (state == State.HALF_OPEN) trials--", {
      ko: "취소는 서비스의 탓이 아님",
      en: "not the service's fault",
    }),
    "            throw e",
    "        } catch (e: Exception) {",
    `            onResult(${bad} = ${outage === "slow" ? IS_SLOW : "true"})`,
    "            throw e",
    "        }",
    `        onResult(${bad} = ${outage === "slow" ? IS_SLOW : "false"})`,
    "        return result",
    "    }",
    "",
    "    private fun permits(): Boolean {",
    "        if (state == State.OPEN) {",
    "            if (opened.elapsedNow() <= WAIT_OPEN) return false",
    "            trials = 0",
    '            become(State.HALF_OPEN, "half-open")',
    "        }",
    "        if (state != State.HALF_OPEN) return true",
    said("        return ++trials <= TRIAL_CALLS", {
      ko: "이 호출이 첫 시험일 수 있음",
      en: "this call may be the first trial",
    }),
    "    }",
    "",
    `    private fun onResult(${bad}: Boolean) {`,
    ...indented(addTo(settings, bad), 8),
    "        if (calls.size < minimumCalls()) return",
    `        val bad = calls.count { ${windowKind === "calls" ? "it" : `it.${bad}`} }`,
    "        if (100 * bad / calls.size >= OPEN_PERCENT) {",
    `            opened = ${NOW}`,
    '            become(State.OPEN, "open")',
    "        } else if (state == State.HALF_OPEN) {",
    '            become(State.CLOSED, "closed")',
    "        }",
    "    }",
    "",
    "    private fun minimumCalls() =",
    "        if (state != State.HALF_OPEN) MINIMUM_CALLS",
    "        else minOf(MINIMUM_CALLS, TRIAL_CALLS)",
    "",
    "    private fun become(next: State, name: String) {",
    "        state = next",
    "        calls.clear()",
    '        println("breaker: $name")',
    "    }",
    "}",
    ...(windowKind === "seconds" ? ["", `class Call(val second: Long, val ${bad}: Boolean)`] : []),
  ];
}

const IS_SLOW = "start.elapsedNow() > SLOW_CALL";

function limitsOf(settings: BreakerSettings): Source {
  const { outage, windowKind, windowSize, minimumCalls } = settings;
  const isSlow = outage === "slow";
  const isByCalls = windowKind === "calls";
  return [
    `const val OPEN_PERCENT = ${isSlow ? settings.slowRatePercent : settings.failureRatePercent}`,
    isByCalls
      ? `const val WINDOW_CALLS = ${windowSize}`
      : `const val WINDOW_SECONDS = ${settings.windowS}`,
    // A window that holds fewer calls than the minimum could never reach it.
    `const val MINIMUM_CALLS = ${isByCalls ? Math.min(minimumCalls, windowSize) : minimumCalls}`,
    `const val TRIAL_CALLS = ${settings.trialCalls}`,
    `val WAIT_OPEN = ${settings.waitOpenMs}.milliseconds`,
    ...(isSlow ? [`val SLOW_CALL = ${settings.slowCallMs}.milliseconds`] : []),
  ];
}

/** The declarations of the window in which calls are kept. */
function windowOf({ windowKind }: BreakerSettings, bad: "slow" | "failed"): Source {
  if (windowKind === "calls") {
    const was = {
      slow: { ko: "느렸는가", en: "was it slow?" },
      failed: { ko: "실패했는가", en: "did it fail?" },
    }[bad];
    return [said("private val calls = ArrayDeque<Boolean>()", was)];
  }
  return [`private val made = ${NOW}`, "private val calls = ArrayDeque<Call>()"];
}

/** The lines that add a call to the window. By calls, HALF_OPEN is no special case: it decides before that is full. */
function addTo({ windowKind }: BreakerSettings, bad: string): Source {
  if (windowKind === "calls") {
    return [`calls.addLast(${bad})`, "if (calls.size > WINDOW_CALLS) calls.removeFirst()"];
  }
  return [
    "val second = made.elapsedNow().inWholeSeconds",
    `calls.addLast(Call(second, ${bad}))`,
    remark({
      ko: "HALF_OPEN은 시간과 상관없이 호출의 수를 셉니다.",
      en: "HALF_OPEN counts calls, however long they take.",
    }),
    "if (state == State.CLOSED) {",
    "    val since = second - WINDOW_SECONDS",
    "    while (calls.first().second <= since) calls.removeFirst()",
    "}",
  ];
}
