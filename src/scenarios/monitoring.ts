import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A monitor that tells averages since the start, beside one that tells the last window. */
export const monitoring = defineScenario({
  id: "monitoring",
  revision: 1,
  question: {
    ko: "10ms마다 trySend로 보내고, 소비자는 하나에 50ms가 걸립니다. 10초가 되었을 때 통계는 ‘손실률 79.00%’라고 합니다. 마지막 1초 동안의 손실률은 얼마였을까요?",
    en: "An element is offered with trySend every 10 ms, the consumer takes 50 ms for each. At 10 s the statistics say “lost 79.00 %”. What was the loss within the last second?",
  },
  answers: [
    {
      right: false,
      text: { ko: "79%.", en: "79 %." },
      why: {
        ko: "79%는 시작부터의 평균입니다. 버퍼가 비어 있던 처음 몇 순간이 아직도 그 안에 들어 있습니다.",
        en: "79 % is the average since the start. It still holds the first moments, when the buffer was empty.",
      },
    },
    {
      right: true,
      text: { ko: "80%.", en: "80 %." },
      why: {
        ko: "버퍼가 찬 뒤로는 다섯 번 보낼 때마다 한 자리가 납니다. 1 − 20/100 = 80%입니다.",
        en: "Once the buffer is full, one place comes free for every five offers: 1 − 20/100 = 80 %.",
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
      ko: "시작부터의 평균은 오래 달릴수록 둔해집니다. 한 시간을 잘 돈 뒤의 장애는 몇 분이 지나도 표가 나지 않습니다.",
      en: "An average since the start grows dull. After a good hour an outage hardly shows for minutes.",
    },
    {
      ko: "5초쯤에 생산 간격을 100ms로 늘려 보세요. 최근 구간의 손실률은 0으로 내려가지만, 시작부터의 손실률은 천천히 줄 뿐입니다.",
      en: "Raise the producer delay to 100 ms after some 5 s. The loss of the last window falls to 0, that since the start only sinks slowly.",
    },
    {
      ko: "숫자 탭의 실행 기록에는 구간마다 한 줄이 쌓입니다. 시작부터의 평균이 숨기는 것이 줄을 따라가면 보입니다.",
      en: "The history of the run, in the Numbers tab, has a row for each stretch. Follow the rows to see what the average since the start hides.",
    },
    {
      ko: "글에 쓰인 감시 코루틴은 정한 횟수만큼 보고합니다. 채널이 먼저 닫혀도 계속하고, 더 오래가면 먼저 끝납니다.",
      en: "The monitor as written reports a fixed number of times: it goes on after the channel was closed, or ends before it.",
    },
  ],
  claims: [
    {
      strategy: "monitoring-written",
      text: {
        ko: "10초의 보고는 손실률 79.00%를 말합니다.",
        en: "The report at 10 s says that 79.00 % are lost.",
      },
      holds: (run) => lastReport(run, "stats")?.[6] === 7_900,
    },
    {
      strategy: "monitoring-written",
      text: {
        ko: "그 앞 1초 동안 보낸 것의 80%가 버려졌습니다.",
        en: "Of what was offered in the second before, 80 % were lost.",
      },
      holds: (run) => lossPercent(run, 9_000, 9_999) === 80,
    },
    {
      strategy: "windowed-monitor",
      text: {
        ko: "최근 구간을 보면 4초부터 80.00%라고 말하고, 경보는 1초에 한 번만 울립니다.",
        en: "The last window says 80.00 % from 4 s on, and there is one alert, at 1 s.",
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
        ko: "채널이 비면 감시도 끝나, 프로그램이 10.5초에 끝납니다.",
        en: "The monitor ends with the channel: the program is over at 10.5 s.",
      },
      holds: (run) => run.end().reason === "completed" && run.end().atMs === 10_500,
    },
  ],
  reality: {
    claimed: {
      ko: "보낸 수, 받은 수, 버린 수와 속도를 실시간으로 출력하므로 지금 상태를 알 수 있다.",
      en: "It prints what was sent, received and dropped, with rates, in real time, so that one knows how things stand.",
    },
    findings: [
      {
        strategy: "monitoring-written",
        text: {
          ko: "마지막 보고의 손실률은 {reported}%입니다. 그 보고 앞 1초만 세면 {recent}%입니다. 앞의 것은 시작부터의 평균입니다.",
          en: "The last report says a loss of {reported} %. Counting only the second before it, it is {recent} %. The report is an average since the start.",
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
          ko: "시작하자마자 하나를 보내므로 이 프로그램에서 0으로 나누는 일은 없지만, 아무것도 보내지 않았다면 ‘NaN’이 출력됩니다. 이 실행에서 보고는 {reports}번, 마지막은 {lastMs}ms입니다.",
          en: "It offers an element at once and so never divides by 0; had it offered none, it would print “NaN”. Reports in this run: {reports}, the last at {lastMs} ms.",
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
          en: "The last report of the window says {reported} %. Alerts: {alerts}.",
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
      ko: "{sent}개를 보내고 {dropped}개를 버렸습니다. 마지막으로 보고한 손실률은 {lastReportedLossPercent}%, 끝까지 센 손실률은 {lossPercent}%입니다.",
      en: "It sent {sent} and dropped {dropped}. The last report said that {lastReportedLossPercent} % were lost; in the end it was {lossPercent} %.",
    },
  },
  next: [
    {
      text: {
        ko: "같은 부하를 최근 3초의 구간으로 보면?",
        en: "The same load, seen through the last 3 s?",
      },
      link: "s=monitoring&k=windowed-monitor",
    },
    {
      text: {
        ko: "5초에 부하가 줄면 두 감시는 무엇이라고 말할까요? 두 레인을 나란히 보세요.",
        en: "The load falls at 5 s: what do the two say? Compare the lanes.",
      },
      link: "s=monitoring&2.k=windowed-monitor&i=5000_p_100",
    },
    {
      text: {
        ko: "구간을 100초로 늘리면 무엇이 될까요?",
        en: "What becomes of a window of 100 s?",
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
