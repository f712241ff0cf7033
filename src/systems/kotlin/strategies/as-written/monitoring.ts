import { intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { reportEveryMsParam } from "../../../params/report-every-ms.ts";
import { at, busy, said } from "../../../source-text.ts";
import { MAIN, WHO } from "../../code/blocks.ts";
import { elapsedMs, TIME_SOURCE } from "../../code/clock.ts";
import { countedProducer } from "../../code/counted.ts";
import { ClosedReceiveChannelException, type Sim } from "../../coroutines/index.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { countedEcho, countedLines, launchCountingProducer } from "../../programs/counted.ts";
import { twoDecimals } from "../../programs/decimals.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const reportsParam = intParam({
  key: "reports",
  link: "rp",
  label: { ko: "보고 횟수", en: "Reports" },
  help: {
    ko: "통계를 출력하는 횟수. 채널이 먼저 닫혀도 다 출력할 때까지 계속합니다.",
    en: "How many times the statistics are printed, even after the channel is closed.",
  },
  unit: "none",
  min: 0,
  max: 1000,
  default: 10,
  scale: "log",
  change: "structural",
});

/** The text's monitor: counts of everything since the start, reported a fixed number of times. */
export const monitoringWritten = defineStrategy({
  id: "monitoring-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "trySend가 거절하면 버리고 셉니다. 비율은 모두 시작부터 지금까지의 평균입니다.",
    en: "If trySend fails, the element is dropped and counted. All rates are averages since the start.",
  },
  advice: {
    ko: "시작부터의 평균은 시간이 갈수록 둔해집니다. 방금 생긴 문제를 알리는 데에는 쓰지 마세요.",
    en: "An average since the start reacts less and less. Don't use it to detect a problem that has just begun.",
  },
  params: [capacityParam, reportEveryMsParam, reportsParam, bodyMsParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: {
    ...countedLines,
    stats: "sent {0} ({1}/s), received {2} ({3}/s), dropped {4} ({5}/s), lost {6} %",
    closed: "the channel was closed",
  },
  echo: countedEcho,
  spell: (line, numbers) =>
    numbers.map((number, place) =>
      line === "stats" && STATS_HUNDREDTHS.has(place) ? spelled(number) : String(number),
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
    program.launch("body", 0, function* () {
      const channel = program.channel(values.capacity);
      const counts = { sent: 0, received: 0, dropped: 0 };
      launchCountingProducer(program, channel, counts);
      program.launch("worker", 0, function* () {
        try {
          for (;;) {
            const element = yield* channel.receive();
            counts.received++;
            program.print("received", element);
            yield* program.delay(values.consumerDelayMs);
            program.done(element);
          }
        } catch (error) {
          if (!isClosed(sim, error)) throw error;
          program.print("closed");
        }
      });
      program.launch("monitor", 0, function* () {
        for (let report = 0; report < values.reports; report++) {
          yield* program.delay(values.reportEveryMs);
          const seconds = sim.now / 1000;
          const { sent, received, dropped } = counts;
          program.print(
            "stats",
            ...[sent, received, dropped].flatMap((count) => [count, hundredths(count / seconds)]),
            hundredths((dropped / (sent + dropped)) * 100),
          );
        }
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: (values) => ({
    imports: ["kotlinx.coroutines.channels.ClosedReceiveChannelException", TIME_SOURCE],
    program: [
      MAIN,
      ...countedProducer(values),
      "",
      said("    launch {", WHO.consumer),
      "        try {",
      "            while (true) {",
      at("                val element = channel.receive()", "worker.ready"),
      "                received++",
      '                println("received $element")',
      at(
        `                delay(${values.consumerDelayMs})`,
        busy("worker", values.consumerDelayMs),
      ),
      "            }",
      "        } catch (e: ClosedReceiveChannelException) {",
      '            println("the channel was closed")',
      "        }",
      "    }",
      "",
      said("    launch {", WHO.monitor),
      `        repeat(${values.reports}) {`,
      at(`            delay(${values.reportEveryMs})`, busy("monitor", values.reportEveryMs)),
      `            val seconds = ${elapsedMs("start")} / 1000.0`,
      '            fun rate(count: Int) = "%.2f".format(count / seconds)',
      "            val share = dropped.toDouble() / (sent + dropped)",
      '            val lost = "%.2f".format(share * 100)',
      "            println(",
      `                "sent $sent (\${rate(sent)}/s), " +`,
      `                    "received $received (\${rate(received)}/s), " +`,
      `                    "dropped $dropped (\${rate(dropped)}/s), lost $lost %",`,
      "            )",
      "        }",
      "    }",
      "",
      `    delay(${values.bodyMs})`,
      "}",
    ],
  }),
});

/** The places of a line of statistics whose numbers are hundredths. */
const STATS_HUNDREDTHS: ReadonlySet<number> = new Set([1, 3, 5, 6]);

/** Stand for 0/0 and for anything else divided by 0, which no hundredths can express. */
const NAN = -1;
const INFINITE = -2;

/** Returns a number in hundredths, rounded as Kotlin's `%.2f` rounds: half up in its decimal digits. */
function hundredths(value: number): number {
  if (Number.isNaN(value)) return NAN;
  if (!Number.isFinite(value)) return INFINITE;
  return value < 1e-6 ? 0 : Math.round(Number(`${value}e2`));
}

function spelled(number: number): string {
  if (number === NAN) return "NaN";
  return number === INFINITE ? "Infinity" : twoDecimals(number);
}

function isClosed(sim: Sim, error: unknown): boolean {
  sim.rethrowLimit(error);
  return error instanceof ClosedReceiveChannelException;
}
