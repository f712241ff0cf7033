/** A circuit breaker in Kotlin, by resilience4j's rules, as far as the settings of a run need it. */
import { indented, type Source } from "../../source-text.ts";

interface BreakerSettings {
  readonly windowKind: "calls" | "seconds";
  readonly windowSize: number;
  readonly windowS: number;
  readonly minimumCalls: number;
  readonly failureRatePercent: number;
  readonly slowRatePercent: number;
  readonly outage: "fails" | "slow";
  readonly waitOpenMs: number;
  readonly trialCalls: number;
}

/** The class `CircuitBreaker`: `permits()` before a call, `onResult(failed)` or `onResult(slow)` after it. */
export function breakerClass(settings: BreakerSettings): Source {
  const { outage, failureRatePercent, slowRatePercent, waitOpenMs, trialCalls } = settings;
  const [bad, percent] =
    outage === "slow" ? ["slow", slowRatePercent] : ["failed", failureRatePercent];
  const { calls, add, isBad } = windowOf(settings, bad);
  return [
    "enum class State { CLOSED, OPEN, HALF_OPEN }",
    "",
    "class CircuitBreaker {",
    "    private var state = State.CLOSED",
    `    private var calls = ${calls}`,
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
    `    fun onResult(${bad}: Boolean) {`,
    ...indented(add, 8),
    `        if (calls.size < ${minimumOf(settings)}) return`,
    `        if (calls.count { ${isBad} } * 100 >= ${percent} * calls.size) {`,
    "            openedMs = System.currentTimeMillis()",
    '            become(State.OPEN, "open")',
    "        } else if (state == State.HALF_OPEN) {",
    '            become(State.CLOSED, "closed")',
    "        }",
    "    }",
    "",
    "    private fun become(next: State, name: String) {",
    "        state = next",
    "        calls = ArrayDeque()",
    '        println("breaker: $name")',
    "    }",
    "}",
    ...(settings.windowKind === "seconds"
      ? ["", `class Call(val second: Long, val ${bad}: Boolean)`]
      : []),
  ];
}

/** How calls are kept, and how one is added. By count HALF_OPEN decides before its window is full. */
function windowOf({ windowKind, windowSize, windowS }: BreakerSettings, bad: string) {
  if (windowKind === "calls") {
    return {
      calls: `ArrayDeque<Boolean>()    // the last ones: was it ${bad}?`,
      add: [`calls.addLast(${bad})`, `if (calls.size > ${windowSize}) calls.removeFirst()`],
      isBad: "it",
    };
  }
  return {
    calls: `ArrayDeque<Call>()       // of the last ${windowS} seconds`,
    add: [
      "val second = System.currentTimeMillis() / 1000",
      `calls.addLast(Call(second, ${bad}))`,
      "// HALF_OPEN counts calls, however long they take",
      "if (state == State.CLOSED) {",
      `    while (calls.first().second <= second - ${windowS}) calls.removeFirst()`,
      "}",
    ],
    isBad: `it.${bad}`,
  };
}

/** With fewer results nothing is decided; in HALF_OPEN it never takes more than are let through. */
function minimumOf({ windowKind, windowSize, minimumCalls, trialCalls }: BreakerSettings): string {
  const minimum = windowKind === "calls" ? Math.min(minimumCalls, windowSize) : minimumCalls;
  if (minimum <= trialCalls) return String(minimum);
  return `(if (state == State.HALF_OPEN) ${trialCalls} else ${minimum})`;
}
