import { linesOf, timesOf } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A monitor that reports averages since the start, next to one that reports the last window, while the load falls. */
export const monitoring = defineScenario({
  id: "monitoring",
  revision: 2,
  former: [
    {
      strategy: "monitoring-written",
      values: {
        durationS: 13,
        producerDelayMs: 10,
        consumerDelayMs: 50,
        count: 1_000,
        capacity: 10,
        bodyMs: 12_000,
      },
    },
  ],
  question: {
    ko: "10ms마다 trySend로 보내다가, 5초부터는 100ms마다 하나만 보냅니다. 소비자는 하나에 50ms가 걸립니다. 10초에 두 모니터가 손실률을 보고합니다. 하나는 시작부터 센 것을, 다른 하나는 최근 3초만 봅니다. 각각 얼마라고 할까요?",
    en: "trySend is called every 10 ms, and from 5 s on only every 100 ms. The consumer takes 50 ms per element. At 10 s, two monitors report the loss rate: one counts from the start, the other looks only at the last 3 s. What does each of them say?",
  },
  answers: [
    {
      right: false,
      text: { ko: "둘 다 71%쯤.", en: "Both about 71 %." },
      why: {
        ko: "최근 3초에는 하나도 버리지 않았습니다. 버린 것은 모두 5.1초 이전의 일이고, 구간은 7초에 시작합니다.",
        en: "Nothing was dropped in the last 3 s. All of it was dropped before 5.1 s, and the window begins at 7 s.",
      },
    },
    {
      right: true,
      text: {
        ko: "시작부터는 71%쯤, 최근 3초는 0%.",
        en: "About 71 % since the start, 0 % in the last 3 s.",
      },
      why: {
        ko: "시작부터 551번 보내 391번 거절됐으니 70.96%입니다. 장애는 5초에 끝났는데 평균은 아직 그것을 말하고, 최근 구간은 지금을 말합니다.",
        en: "Since the start, 391 of 551 attempts failed: 70.96 %. The overload ended at 5 s. The average still reports it; the window reports what is happening now.",
      },
    },
    {
      right: false,
      text: {
        ko: "둘 다 0%. 이제 버리는 것이 없습니다.",
        en: "Both 0 %: nothing is dropped any more.",
      },
      why: {
        ko: "앞의 5초에 버린 것은 시작부터 센 수에 그대로 남습니다. 보낸 수가 늘어나는 만큼만 천천히 묽어집니다.",
        en: "What was dropped in the first 5 s stays in the count since the start. New attempts dilute it only slowly.",
      },
    },
  ],
  showsAtMs: 10_000,
  notice: [
    {
      ko: "손실률 그래프의 두 선을 비교해 보세요. 시간 축의 표시가 있는 5초에 부하가 줄면 최근 구간의 선은 곧 0으로 내려가지만, 시작부터의 선은 거의 그대로입니다.",
      en: "Compare the two curves of the loss rate. When the load falls at 5 s (the mark on the time axis), the curve of the last window soon drops to 0; the curve since the start hardly moves.",
    },
    {
      ko: "구간도 그 길이만큼은 과거를 기억합니다. 최근 3초를 보는 모니터의 경보는 부하가 줄고 3초 뒤인 8초의 보고에서 해제됩니다.",
      en: "A window remembers as much of the past as it is long. The monitor of the last 3 s clears its alert in the report at 8 s, three seconds after the load fell.",
    },
    {
      ko: "시작부터의 평균은 오래 실행할수록 둔해집니다. 한 시간 동안 정상이었다면 그 뒤의 장애는 몇 분이 지나도 거의 드러나지 않습니다.",
      en: "The longer it runs, the less an average since the start reacts. After an hour without a loss, an outage hardly shows for minutes.",
    },
    {
      ko: "숫자 탭의 실행 기록에는 구간마다 한 줄이 쌓입니다. 시작부터의 평균이 숨기는 것이 줄을 따라가면 보입니다.",
      en: "The history of the run, in the Numbers tab, has a row for each stretch. Follow the rows to see what the average since the start hides.",
    },
    {
      ko: "부하를 줄이는 것은 프로그램이 아니라 이 페이지입니다. 5초에 누군가 생산 간격을 바꾼 것과 같고, 코드 탭의 프로그램에는 그런 줄이 없습니다.",
      en: "It is this page that lowers the load, not the program: as if somebody changed the producer delay at 5 s. The program in the Code tab has no line for it.",
    },
    {
      ko: "원문의 모니터 코루틴은 정해진 횟수만큼 보고합니다. 채널이 먼저 닫혀도 계속 보고하고, 실행이 더 길면 먼저 끝납니다.",
      en: "The monitor as written reports a fixed number of times: it continues after the channel is closed, or ends before it.",
    },
  ],
  claims: [
    {
      strategy: "monitoring-written",
      text: {
        ko: "10초의 보고에 나오는 손실률은 70.96%입니다. 551번 보내 391번 거절됐습니다.",
        en: "The report at 10 s says that 70.96 % were lost: 391 of 551 attempts failed.",
      },
      holds(run) {
        const [sent = 0, , , , dropped = 0, , lost] = lastReport(run, "stats") ?? [];
        const isThen = lastReportMs(run, "stats") === 10_000;
        return isThen && sent + dropped === 551 && dropped === 391 && lost === 7_096;
      },
    },
    {
      strategy: "monitoring-written",
      text: {
        ko: "5초에는 78.00%라고 보고했습니다. 그 뒤로 버린 것은 하나뿐이고, 5.1초 이전입니다.",
        en: "At 5 s it reported 78.00 %. Only one more was dropped after that, before 5.1 s.",
      },
      holds(run) {
        const at5s = run.output().find(({ line, timeMs }) => line === "stats" && timeMs === 5_000);
        const later = run
          .output()
          .filter(({ line, timeMs }) => line === "dropped" && timeMs > 5_000);
        const [only] = later;
        return at5s?.numbers[6] === 7_800 && later.length === 1 && (only?.timeMs ?? 0) < 5_100;
      },
    },
    {
      strategy: "windowed-monitor",
      text: {
        ko: "최근 3초의 손실률은 5초에 80.00%, 10초에 0.00%입니다.",
        en: "The loss rate of the last 3 s is 80.00 % at 5 s and 0.00 % at 10 s.",
      },
      holds(run) {
        const lostAt = (atMs: number) =>
          run.output().find(({ line, timeMs }) => line === "window" && timeMs === atMs)?.numbers[3];
        return lostAt(5_000) === 8_000 && lostAt(10_000) === 0;
      },
    },
    {
      strategy: "windowed-monitor",
      text: {
        ko: "경보는 1초에 한 번 울리고, 부하가 줄고 3초 뒤인 8초에 해제됩니다.",
        en: "There is one alert, at 1 s. It clears at 8 s, three seconds after the load fell.",
      },
      holds: (run) =>
        timesOf(run, "alert").join() === "1000" && timesOf(run, "clear").join() === "8000",
    },
    {
      strategy: "windowed-monitor",
      values: { count: 540 },
      text: {
        ko: "540개만 만들면 마지막 것이 끝나는 8.91초에 모니터도 함께 끝납니다.",
        en: "With 540 elements, the monitor ends when the last one is done, and the program ends at 8.91 s.",
      },
      holds: (run) => run.end().reason === "completed" && run.end().atMs === 8_910,
    },
  ],
  reality: {
    claimed: {
      ko: "보낸 수, 받은 수, 버린 수와 속도를 실시간으로 출력하므로 현재 상태를 알 수 있습니다.",
      en: "It prints the numbers sent, received and dropped, and the rates, in real time, so you know the current state.",
    },
    findings: [
      {
        strategy: "monitoring-written",
        text: {
          ko: "마지막 보고의 손실률은 {reported}%입니다. 직전 1초만 세면 {recent}%입니다. 보고는 시작부터의 평균이기 때문입니다.",
          en: "The last report gives a loss rate of {reported} %. Counting only the second before it, the rate is {recent} %. The report is an average since the start.",
        },
        applies: (run) => typeof recentLoss(run) === "number",
        numbers: (run) => ({
          reported: hundredths(lastReport(run, "stats")?.[6]),
          recent: recentLoss(run),
        }),
      },
      {
        strategy: "monitoring-written",
        text: {
          ko: "시작하자마자 하나를 보내므로 이 프로그램은 0으로 나누지 않습니다. 아무것도 보내지 않았다면 ‘NaN’이 출력됩니다. 이 실행에서 보고는 {reports}번이고, 마지막 보고는 {lastMs}ms입니다.",
          en: "It sends an element at once and so never divides by 0; if it had sent none, it would print “NaN”. Reports in this run: {reports}, the last at {lastMs} ms.",
        },
        applies: (run) => lastReport(run, "stats") !== undefined,
        numbers: (run) => ({
          reports: linesOf(run, "stats").length,
          lastMs: lastReportMs(run, "stats"),
        }),
      },
      {
        strategy: "windowed-monitor",
        text: {
          ko: "최근 구간의 마지막 보고는 손실률 {reported}%이고, 경보는 {alerts}번 울려 {cleared}번 해제됐습니다.",
          en: "The last report of the window gives a loss rate of {reported} %. Alerts: {alerts}, of which {cleared} cleared.",
        },
        applies: (run) => lastReport(run, "window") !== undefined,
        numbers: (run) => ({
          reported: hundredths(lastReport(run, "window")?.[3]),
          alerts: timesOf(run, "alert").length,
          cleared: timesOf(run, "clear").length,
        }),
      },
      {
        strategy: "windowed-monitor",
        text: {
          ko: "첫 손실은 {lossMs}ms, 첫 경보는 {alertMs}ms에 있었습니다.",
          en: "The first loss was at {lossMs} ms, the first alert at {alertMs} ms.",
        },
        applies: (run) => run.firstLossMs() !== null && timesOf(run, "alert").length > 0,
        numbers: (run) => ({
          lossMs: run.firstLossMs() ?? NONE,
          alertMs: timesOf(run, "alert")[0] ?? NONE,
        }),
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "{sent}개를 보내고 {dropped}개를 버렸습니다. 마지막으로 보고한 손실률은 {lastReportedLossPercent}%, 전체 실행의 손실률은 {lossPercent}%입니다.",
      en: "It sent {sent} and dropped {dropped}. The last report gave a loss rate of {lastReportedLossPercent} %; over the whole run it was {lossPercent} %.",
    },
  },
  next: [
    {
      text: {
        ko: "두 프로그램을 나란히 놓고, 이벤트 탭에서 두 모니터의 보고를 비교해 보세요.",
        en: "Put both programs side by side and compare the reports of their monitors in the Events tab.",
      },
      link: "s=monitoring.2&2.k=windowed-monitor",
    },
    {
      text: {
        ko: "부하가 줄지 않으면 두 모니터는 각각 몇 %라고 할까요?",
        en: "If the load does not fall, what does each monitor say?",
      },
      link: "s=monitoring.2&2.k=windowed-monitor&i=none",
    },
    {
      text: {
        ko: "구간을 100초로 늘리면 어떻게 될까요?",
        en: "What happens with a window of 100 s?",
      },
      link: "s=monitoring.2&k=windowed-monitor&wm=100000",
    },
  ],
  strategies: ["monitoring-written", "windowed-monitor", "try-send", "bounded"],
  values: {
    durationS: 13,
    producerDelayMs: 10,
    consumerDelayMs: 50,
    count: 1_000,
    capacity: 10,
    bodyMs: 12_000,
  },
  // At 5 s the load falls to a tenth, and the consumer keeps up with it.
  interventions: [{ atMs: 5_000, key: "producerDelayMs", value: 100 }],
  strips: ["loss-rate", "throughput"],
  controls: ["producerDelayMs", "consumerDelayMs", "capacity", "reportEveryMs", "windowMs"],
});

/** Stands for a figure that a run does not have. */
const NONE = "–";

function lastReport(run: ClaimRun, name: string): readonly number[] | undefined {
  return run.output().findLast(({ line }) => line === name)?.numbers;
}

/** When a line of this name was last printed, in ms; 0 if it never was. */
function lastReportMs(run: ClaimRun, name: string): number {
  return run.output().findLast(({ line }) => line === name)?.timeMs ?? 0;
}

/** The loss rate in the second before the last report, in percent; `NONE` if nothing was offered in it. */
function recentLoss(run: ClaimRun): number | string {
  const atMs = lastReportMs(run, "stats");
  return lossPercent(run, atMs - 1_000, atMs - 1);
}

function hundredths(number: number | undefined): number | string {
  return number === undefined ? NONE : number / 100;
}

/** The share lost of what was offered from `fromMs` to `untilMs`, both included, in percent; `NONE` if nothing was. */
function lossPercent(run: ClaimRun, fromMs: number, untilMs: number): number | string {
  const offered = run.output().filter(({ timeMs, line }) => {
    const isOffer = line === "sent" || line === "dropped";
    return isOffer && timeMs >= fromMs && timeMs <= untilMs;
  });
  if (offered.length === 0) return NONE;
  const lost = offered.filter(({ line }) => line === "dropped").length;
  return Math.round((lost / offered.length) * 1000) / 10;
}
