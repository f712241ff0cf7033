import { intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { reportEveryMsParam } from "../../../params/report-every-ms.ts";
import { at, busy, said } from "../../../source-text.ts";
import { consumerBlock, delayOf, MAIN, WHO } from "../../code/blocks.ts";
import { elapsedMs, TIME_SOURCE } from "../../code/clock.ts";
import { countedProducer } from "../../code/counted.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { launchConsumer } from "../../programs/consumer.ts";
import { countedEcho, countedLines, launchCountingProducer } from "../../programs/counted.ts";
import { twoDecimals } from "../../programs/decimals.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const windowMsParam = intParam({
  key: "windowMs",
  link: "wm",
  label: { ko: "관찰 구간", en: "Window" },
  help: {
    ko: "속도와 손실률을 계산하는 구간의 길이. 보고 간격으로 나누어떨어지지 않으면 다음 보고까지 길어집니다.",
    en: "The period over which rates and loss are computed. If it is not a multiple of the report interval, it extends to the next report.",
  },
  unit: "ms",
  min: 10,
  max: 600000,
  default: 3000,
  scale: "log",
  change: "structural",
});

const alertPercentParam = intParam({
  key: "alertPercent",
  link: "ap",
  label: { ko: "경보 손실률", en: "Alert threshold" },
  help: {
    ko: "구간의 손실률이 이보다 높아지면 경보를 한 번 출력하고, 이 값 이하로 내려가면 해제합니다.",
    en: "When the loss in the window rises above this, an alert is printed once; it is cleared when the loss falls back.",
  },
  unit: "percent",
  min: 0,
  max: 100,
  default: 10,
  change: "structural",
});

/** A monitor that looks only at the last window, prints an alert when too much is lost, and ends with the channel. */
export const windowedMonitor = defineStrategy({
  id: "windowed-monitor",
  version: "meant",
  name: { ko: "최근 구간과 경보", en: "Last window, with an alert" },
  summary: {
    ko: "거절된 요소는 버리고 셉니다. 최근 구간의 손실률이 임계값을 넘으면 경보를 냅니다.",
    en: "Rejected elements are dropped and counted. Rates cover the last window; a high loss raises an alert.",
  },
  advice: {
    ko: "현재 상태를 보고 반응해야 할 때 쓰세요. 구간이 짧으면 빨리 알아채지만 일시적인 변동에도 흔들립니다.",
    en: "For reacting to the current state. A short window notices sooner but is more sensitive to noise.",
  },
  params: [capacityParam, reportEveryMsParam, windowMsParam, alertPercentParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: {
    ...countedLines,
    window: "last {0} ms: sent {1}/s, received {2}/s, lost {3} %",
    idle: "last {0} ms: nothing offered, received {1}/s",
    alert: "ALERT: lost {0} %, more than {1} %",
    clear: "alert over: lost {0} %",
  },
  echo: countedEcho,
  spell: (line, numbers) =>
    numbers.map((number, place) =>
      HUNDREDTHS[line]?.includes(place) ? twoDecimals(number) : String(number),
    ),
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "oldest",
  }),
  topology: ({ capacity }) => throughBuffer({ capacity }, "none"),
  launch(program) {
    const { sim, values } = program;
    const channel = program.channel(values.capacity);
    const now: Counts = { atMs: 0, sent: 0, received: 0, dropped: 0 };
    launchCountingProducer(program, channel, now);
    const monitor = program.launch("monitor", 0, function* () {
      const history: Counts[] = [{ atMs: 0, sent: 0, received: 0, dropped: 0 }];
      let isAlerted = false;
      for (;;) {
        yield* program.delay(values.reportEveryMs);
        now.atMs = sim.now;
        while (history.length > 1 && now.atMs - (history[1] as Counts).atMs >= values.windowMs) {
          history.shift();
        }
        const { forMs, sent, received, dropped } = since(history[0] as Counts, now);
        const offered = sent + dropped;
        const lost = offered === 0 ? 0 : rounded(dropped * 10_000, offered);
        if (offered === 0) {
          program.print("idle", forMs, perSecond(received, forMs));
        } else {
          program.print("window", forMs, perSecond(sent, forMs), perSecond(received, forMs), lost);
        }
        const isTooMuch = dropped * 100 > values.alertPercent * offered;
        if (isTooMuch && !isAlerted) program.print("alert", lost, values.alertPercent);
        if (!isTooMuch && isAlerted) program.print("clear", lost);
        isAlerted = isTooMuch;
        history.push({ ...now });
      }
    });
    launchConsumer(program, channel, {
      received(element) {
        now.received++;
        program.print("received", element);
      },
      atEnd: () => monitor.cancel(),
    });
  },
  kotlin: (values) => ({
    imports: ["kotlinx.coroutines.cancelAndJoin", TIME_SOURCE],
    program: [
      "class Counts(val atMs: Long, val sent: Int, val received: Int, val dropped: Int)",
      "",
      `const val WINDOW_MS = ${values.windowMs}L`,
      `const val ALERT_PERCENT = ${values.alertPercent}`,
      "",
      "fun perSecond(count: Int, ms: Long) =",
      "    twoDecimals((count * 100_000L + ms / 2) / ms)",
      "",
      "fun percent(part: Int, whole: Int) =",
      "    twoDecimals((part * 10_000L + whole / 2) / whole)",
      "",
      "fun twoDecimals(hundredths: Long): String {",
      "    val decimals = (hundredths % 100).toString().padStart(2, '0')",
      `    return "\${hundredths / 100}.$decimals"`,
      "}",
      "",
      MAIN,
      ...countedProducer(values),
      "",
      said("    val monitor = launch {", WHO.monitor),
      "        val history = ArrayDeque(listOf(Counts(0, 0, 0, 0)))",
      "        var isAlerted = false",
      "        while (true) {",
      at(`            delay(${values.reportEveryMs})`, busy("monitor", values.reportEveryMs)),
      `            val nowMs = ${elapsedMs("start")}`,
      "            val now = Counts(nowMs, sent, received, dropped)",
      "            while (history.size > 1 && nowMs - history[1].atMs >= WINDOW_MS) {",
      "                history.removeFirst()",
      "            }",
      said("            val then = history.first()", {
        ko: "창이 시작되는 때",
        en: "the start of the window",
      }),
      "            val ms = now.atMs - then.atMs",
      "            val lost = now.dropped - then.dropped",
      "            val offered = now.sent - then.sent + lost",
      "            val share = percent(lost, maxOf(offered, 1))",
      "            val receivedRate = perSecond(now.received - then.received, ms)",
      "            if (offered == 0) {",
      "                println(",
      '                    "last $ms ms: nothing offered, received $receivedRate/s",',
      "                )",
      "            } else {",
      "                val sentRate = perSecond(now.sent - then.sent, ms)",
      "                println(",
      '                    "last $ms ms: sent $sentRate/s, " +',
      '                        "received $receivedRate/s, lost $share %",',
      "                )",
      "            }",
      "            val isTooMuch = lost * 100L > ALERT_PERCENT.toLong() * offered",
      "            if (isTooMuch && !isAlerted) {",
      '                println("ALERT: lost $share %, more than $ALERT_PERCENT %")',
      "            }",
      '            if (!isTooMuch && isAlerted) println("alert over: lost $share %")',
      "            isAlerted = isTooMuch",
      "            history.addLast(now)",
      "        }",
      "    }",
      "",
      ...consumerBlock(
        ["received++", 'println("received $element")', delayOf("worker", values.consumerDelayMs)],
        {
          after: [
            said("monitor.cancelAndJoin()", {
              ko: "더 볼 것이 없음",
              en: "nothing left to watch",
            }),
          ],
        },
      ),
      "}",
    ],
  }),
});

interface Counts {
  atMs: number;
  sent: number;
  received: number;
  dropped: number;
}

/** For each line, the places whose numbers are hundredths. */
const HUNDREDTHS: Readonly<Record<string, readonly number[]>> = {
  window: [1, 2, 3],
  idle: [1],
  alert: [0],
  clear: [0],
};

function since(then: Counts, now: Counts) {
  return {
    forMs: now.atMs - then.atMs,
    sent: now.sent - then.sent,
    received: now.received - then.received,
    dropped: now.dropped - then.dropped,
  };
}

/** Returns a rate in hundredths, rounded half up by a division of whole numbers, as in the Kotlin program. */
function perSecond(count: number, forMs: number): number {
  return rounded(count * 100_000, forMs);
}

function rounded(numerator: number, divisor: number): number {
  return Math.floor((numerator + Math.floor(divisor / 2)) / divisor);
}
