import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A monitor that reports averages since the start, next to one that reports the last window. */
export const monitoring = defineScenario({
  id: "monitoring",
  revision: 1,
  question: {
    ko: "10ms마다 trySend로 보내고, 소비자는 하나에 50ms가 걸립니다. 10초에 통계는 ‘손실률 79.00%’라고 출력합니다. 마지막 1초 동안의 손실률은 얼마였을까요?",
    en: "trySend is called every 10 ms; the consumer takes 50 ms per element. At 10 s the statistics say “lost 79.00 %”. What was the loss rate in the last second?",
  },
  answers: [
    {
      right: false,
      text: { ko: "79%.", en: "79 %." },
      why: {
        ko: "79%는 시작부터의 평균입니다. 버퍼가 비어 있던 처음의 짧은 시간도 그 안에 들어 있습니다.",
        en: "79 % is the average since the start. It includes the first moments, when the buffer was still empty.",
      },
    },
    {
      right: true,
      text: { ko: "80%.", en: "80 %." },
      why: {
        ko: "버퍼가 찬 뒤로는 다섯 번 보낼 때마다 한 자리가 납니다. 1 − 20/100 = 80%입니다.",
        en: "Once the buffer is full, one place comes free for every five attempts: 1 − 20/100 = 80 %.",
      },
    },
    {
      right: false,
      text: { ko: "100%. 버퍼가 가득 차 있습니다.", en: "100 %: the buffer is full." },
      why: {
        ko: "소비자가 50ms마다 하나씩 꺼내므로 자리는 계속 납니다.",
        en: "The consumer takes one every 50 ms, so places keep coming free.",
      },
    },
  ],
  showsAtMs: 10_000,
  notice: [
    {
      ko: "시작부터의 평균은 오래 실행할수록 둔해집니다. 한 시간 동안 정상이었다면 그 뒤의 장애는 몇 분이 지나도 거의 드러나지 않습니다.",
      en: "The longer it runs, the less an average since the start reacts. After a good hour, an outage hardly shows for minutes.",
    },
    {
      ko: "5초쯤에 생산 간격을 100ms로 늘려 보세요. 최근 구간의 손실률은 0으로 내려가지만, 시작부터의 손실률은 천천히 줄 뿐입니다.",
      en: "Raise the producer delay to 100 ms at about 5 s. The loss in the last window falls to 0; the loss since the start falls only slowly.",
    },
    {
      ko: "숫자 탭의 실행 기록에는 구간마다 한 줄이 쌓입니다. 시작부터의 평균이 숨기는 것이 줄을 따라가면 보입니다.",
      en: "The history of the run, in the Numbers tab, has a row for each stretch. Follow the rows to see what the average since the start hides.",
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
        ko: "10초의 보고에 나오는 손실률은 79.00%입니다.",
        en: "The report at 10 s says that 79.00 % were lost.",
      },
      holds: (run) => lastReport(run, "stats")?.[6] === 7_900,
    },
    {
      strategy: "monitoring-written",
      text: {
        ko: "직전 1초 동안 보낸 것의 80%가 버려졌습니다.",
        en: "In the second before it, 80 % of what was sent was dropped.",
      },
      holds: (run) => lossPercent(run, 9_000, 9_999) === 80,
    },
    {
      strategy: "windowed-monitor",
      text: {
        ko: "최근 구간의 손실률은 4초부터 80.00%이고, 경보는 1초 시점에 한 번만 울립니다.",
        en: "From 4 s on, the last window reports 80.00 %, and there is only one alert, at 1 s.",
      },
      holds(run) {
        const alerts = run.output().filter(({ line }) => line === "alert");
        const late = run
          .output()
          .filter(({ line, timeMs }) => line === "window" && timeMs >= 4_000);
        const [alert] = alerts;
        const isSteady = late.length > 0 && late.every(({ numbers }) => numbers[3] === 8_000);
        return isSteady && alerts.length === 1 && alert?.timeMs === 1_000;
      },
    },
    {
      strategy: "windowed-monitor",
      text: {
        ko: "채널이 비면 모니터도 끝나, 프로그램이 10.5초에 끝납니다.",
        en: "The monitor ends with the channel: the program ends at 10.5 s.",
      },
      holds: (run) => run.end().reason === "completed" && run.end().atMs === 10_500,
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
          en: "The last report gives a loss of {reported} %. Counting only the second before it, the loss is {recent} %. The report is an average since the start.",
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
          reports: run.output().filter(({ line }) => line === "stats").length,
          lastMs: lastReportMs(run, "stats"),
        }),
      },
      {
        strategy: "windowed-monitor",
        text: {
          ko: "최근 구간의 마지막 보고는 손실률 {reported}%이고, 경보는 {alerts}번 울렸습니다.",
          en: "The last report of the window gives a loss of {reported} %. Alerts: {alerts}.",
        },
        applies: (run) => lastReport(run, "window") !== undefined,
        numbers: (run) => ({
          reported: hundredths(lastReport(run, "window")?.[3]),
          alerts: alertsMs(run).length,
        }),
      },
      {
        strategy: "windowed-monitor",
        text: {
          ko: "첫 손실은 {lossMs}ms, 첫 경보는 {alertMs}ms에 있었습니다.",
          en: "The first loss was at {lossMs} ms, the first alert at {alertMs} ms.",
        },
        applies: (run) => run.firstLossMs() !== null && alertsMs(run).length > 0,
        numbers: (run) => ({
          lossMs: run.firstLossMs() ?? NONE,
          alertMs: alertsMs(run)[0] ?? NONE,
        }),
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "{sent}개를 보내고 {dropped}개를 버렸습니다. 마지막으로 보고한 손실률은 {lastReportedLossPercent}%, 전체 실행의 손실률은 {lossPercent}%입니다.",
      en: "It sent {sent} and dropped {dropped}. The last report gave a loss of {lastReportedLossPercent} %; over the whole run it was {lossPercent} %.",
    },
  },
  next: [
    {
      text: {
        ko: "같은 부하를 최근 3초의 구간으로 보면?",
        en: "The same load with a window of the last 3 s?",
      },
      link: "s=monitoring&k=windowed-monitor",
    },
    {
      text: {
        ko: "5초에 부하가 줄면 두 모니터는 각각 무엇을 보고할까요? 두 줄을 나란히 보세요.",
        en: "The load falls at 5 s: what do the two monitors report? Compare the lanes.",
      },
      link: "s=monitoring&2.k=windowed-monitor&i=5000_p_100",
    },
    {
      text: {
        ko: "구간을 100초로 늘리면 어떻게 될까요?",
        en: "What happens with a window of 100 s?",
      },
      link: "s=monitoring&k=windowed-monitor&wm=100000",
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
  strips: ["losses", "depth"],
  controls: ["producerDelayMs", "consumerDelayMs", "capacity", "reportEveryMs", "windowMs"],
});

/** For what a run does not have. */
const NONE = "–";

function lastReport(run: ClaimRun, name: string): readonly number[] | undefined {
  return run.output().findLast(({ line }) => line === name)?.numbers;
}

/** When it was printed; 0 if it never was. */
function lastReportMs(run: ClaimRun, name: string): number {
  return run.output().findLast(({ line }) => line === name)?.timeMs ?? 0;
}

function alertsMs(run: ClaimRun): number[] {
  return run
    .output()
    .filter(({ line }) => line === "alert")
    .map(({ timeMs }) => timeMs);
}

/** The loss in the second before the last report. */
function recentLoss(run: ClaimRun): number | string {
  const atMs = lastReportMs(run, "stats");
  return lossPercent(run, atMs - 1_000, atMs - 1);
}

function hundredths(number: number | undefined): number | string {
  return number === undefined ? NONE : number / 100;
}

/** Which part of what was offered from `fromMs` to `untilMs`, both included, was lost, in percent. */
function lossPercent(run: ClaimRun, fromMs: number, untilMs: number): number | string {
  const offered = run.output().filter(({ timeMs, line }) => {
    const isOffer = line === "sent" || line === "dropped";
    return isOffer && timeMs >= fromMs && timeMs <= untilMs;
  });
  if (offered.length === 0) return NONE;
  const lost = offered.filter(({ line }) => line === "dropped").length;
  return Math.round((lost / offered.length) * 1000) / 10;
}
