import { type ClaimRun, defineScenario } from "./scenario.ts";

/** More logs than three processors can handle: do the errors survive? */
export const logProcessing = defineScenario({
  id: "log-processing",
  revision: 2,
  former: [
    {
      strategy: "log-processing-written",
      values: {
        durationS: 20,
        producerDelayMs: 1,
        consumerDelayMs: 14,
        count: 10_000,
        workers: 3,
        capacity: 1000,
        bodyMs: 15_000,
      },
    },
  ],
  question: {
    ko: "10초 동안 로그 10,000개가 오고, 열에 하나는 ERROR입니다. 처리기 셋은 그 3분의 1쯤만 처리할 수 있고, 1,000칸 버퍼가 차면 trySend가 거절합니다. ERROR 1,000개 가운데 몇 개가 처리될까요?",
    en: "10,000 log messages arrive in 10 s; one in ten is an ERROR. Three processors can handle about a third of them; when the buffer of 1,000 is full, trySend fails. How many of the 1,000 ERRORs survive?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "1,000개 모두. 버퍼가 넉넉합니다.",
        en: "All 1,000: the buffer is large enough.",
      },
      why: {
        ko: "로그가 들어오는 속도는 처리 속도의 네 배쯤입니다. 1,000칸은 1.5초면 찹니다.",
        en: "Logs arrive about four times as fast as they are processed. The 1,000 places last a second and a half.",
      },
    },
    {
      right: true,
      text: {
        ko: "약 3분의 1. 전체 로그와 같은 비율입니다.",
        en: "About a third: the same share as for all logs.",
      },
      why: {
        ko: "자리가 있는지만 보므로 ERROR도 INFO와 같은 비율로 잃습니다. 이 프로그램은 아무것도 지켜 주지 않습니다.",
        en: "All that counts is whether there is room, so ERRORs are lost as often as INFOs. The program protects neither.",
      },
    },
    {
      right: false,
      text: {
        ko: "대부분. ERROR는 중요하기 때문입니다.",
        en: "Most of them, because ERRORs matter.",
      },
      why: {
        ko: "버퍼는 무엇이 중요한지 모릅니다. trySend는 자리만 보고, 로그 레벨은 꺼낸 뒤에야 봅니다.",
        en: "The buffer doesn't know that. trySend only looks for room; the level is read after a log is taken.",
      },
    },
    {
      right: false,
      text: { ko: "하나도 없습니다.", en: "None." },
      why: {
        ko: "버퍼가 차기 전에 온 것과 자리가 난 순간에 온 것은 들어갑니다.",
        en: "Logs that arrive before the buffer is full get in, and so do those that arrive when a place is free.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "원문 그대로면 버퍼에 들어가는 기준은 ‘지금 자리가 있는가’ 하나뿐입니다. 로그 레벨은 보지 않습니다.",
      en: "As written, all that counts is whether the buffer has room at that moment. Nothing looks at the log level.",
    },
    {
      ko: "이 실행에서는 타이머의 10%가 1ms 늦습니다. 실제 JVM에서도 ERROR와 로그 전체가 똑같이 3분의 1쯤 처리됩니다(아래 ‘실제 기계에서’). 이상적인 시계(늦는 타이머 0%)에서는 처리 시간이 모두 10ms의 배수라 자리가 늘 같은 박자에 나고, ERROR가 637개나 처리됩니다. 이 결과는 시계가 만든 우연입니다.",
      en: "In this run, 10 % of the timers are 1 ms late. A real JVM also processes about a third of the ERRORs and of all logs (see “On a real machine” below). On an ideal clock (late timers: 0 %), all service times are multiples of 10 ms, so places come free on the same beat, and 637 ERRORs survive: an artefact of the clock.",
    },
    {
      ko: "처리기를 늘리면 처리량은 늘지만, 넘치는 동안 무엇을 잃을지는 여전히 우연에 달려 있습니다.",
      en: "More processors handle more logs, but what is lost under overload is still a matter of chance.",
    },
    {
      ko: "‘ERROR 먼저’에서는 ERROR가 밀려 있는 동안 INFO가 처리되지 않습니다. 중요한 것을 지키는 대가는 나머지가 치릅니다.",
      en: "With “Errors first”, no INFO is processed while ERRORs are waiting. The other logs pay for this protection.",
    },
  ],
  claims: [
    {
      strategy: "log-processing-written",
      text: {
        ko: "ERROR도 로그 전체도 3분의 1쯤 처리되고, 두 비율의 차이는 5%포인트를 넘지 않습니다.",
        en: "About a third of the ERRORs and of all logs is processed; the two shares are within 5 percentage points.",
      },
      holds: (run) => {
        const { received, made, byKind } = run.countsAt(run.end().atMs);
        const errors = percent(byKind[0]?.received ?? 0, byKind[0]?.made ?? 0);
        const all = percent(received, made);
        return errors >= 31 && errors <= 38 && Math.abs(errors - all) <= 5;
      },
    },
    {
      strategy: "log-processing-written",
      text: {
        ko: "이상적인 시계에서는 첫 로그가 1,275ms에 버려지고, ERROR 637개가 처리됩니다.",
        en: "On an ideal clock the first log is lost at 1,275 ms, and 637 ERRORs are processed.",
      },
      values: { latePercent: 0 },
      holds: (run) => {
        const { errors, lostErrors } = fates(run);
        return run.firstLossMs() === 1_275 && errors - lostErrors === 637;
      },
    },
    {
      strategy: "errors-first",
      text: {
        ko: "ERROR 1,000개가 모두 처리됩니다.",
        en: "All 1,000 ERRORs are processed.",
      },
      holds: (run) => {
        const { byKind } = run.countsAt(run.end().atMs);
        return byKind[0]?.received === 1_000 && byKind[0].lost === 0;
      },
    },
    {
      strategy: "errors-first",
      text: {
        ko: "그 대신 처리된 로그는 모두 합쳐 2,000개가 되지 않습니다. ERROR 하나에 드는 시간이 INFO의 다섯 배이기 때문입니다.",
        en: "The price is that fewer than 2,000 logs are processed in total, because an ERROR takes five times as long as an INFO.",
      },
      holds: (run) => run.countsAt(run.end().atMs).received < 2_000,
    },
  ],
  reality: {
    claimed: {
      ko: "처리기를 여럿 두고 버퍼를 크게 잡으면 많은 로그를 실시간으로 안정적으로 처리합니다.",
      en: "Several processors and a large buffer process many logs reliably and in real time.",
    },
    findings: [
      {
        strategy: "log-processing-written",
        text: {
          ko: "잃은 로그는 ERROR {errors}개 중 {lostErrors}개, INFO {infos}개 중 {lostInfos}개입니다. 코드는 둘을 구별하지 않습니다.",
          en: "ERRORs lost: {lostErrors} of {errors}. INFOs lost: {lostInfos} of {infos}. The code does not distinguish between them.",
        },
        numbers: fates,
      },
      {
        strategy: "log-processing-written",
        text: {
          ko: "만들어진 로그의 {madePercent}%가 ERROR이고, 처리기가 꺼낸 로그에서는 {takenPercent}%입니다. 두 값이 다르다면 자리가 난 순간에 우연히 어떤 로그가 왔는지에 따른 차이입니다.",
          en: "{madePercent} % of the logs made are ERRORs, and {takenPercent} % of those taken. Any difference comes from which log happened to arrive when a place was free.",
        },
        numbers: shares,
      },
      {
        strategy: "errors-first",
        text: {
          ko: "레벨을 구별하면 달라집니다. 잃은 로그는 ERROR {errors}개 중 {lostErrors}개, INFO {infos}개 중 {lostInfos}개입니다. 가장 오래 기다린 로그는 {maxWaitMs}ms를 기다렸습니다.",
          en: "Distinguishing between them changes that. ERRORs lost: {lostErrors} of {errors}. INFOs lost: {lostInfos} of {infos}. The longest wait was {maxWaitMs} ms.",
        },
        numbers: (run) => ({ ...fates(run), maxWaitMs: run.maxWaitMs() }),
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "ERROR {processedErrors}개를 포함해 로그 {processed}개를 처리하고 {dropped}개를 버렸습니다. 마지막 로그는 {lastProcessedMs}ms에 처리했습니다.",
      en: "It processed {processed} logs, {processedErrors} of them ERRORs, and dropped {dropped}. The last log was processed at {lastProcessedMs} ms.",
    },
  },
  next: [
    {
      text: {
        ko: "이상적인 시계에서는 왜 ERROR가 637개나 처리될까요?",
        en: "Why do 637 ERRORs survive on an ideal clock?",
      },
      link: "s=log-processing.2&late=0",
    },
    {
      text: { ko: "ERROR를 먼저 처리하면?", en: "What if ERRORs go first?" },
      link: "s=log-processing.2&k=errors-first",
    },
    {
      text: {
        ko: "이상적인 시계에서 처리 시간을 50ms에서 49ms로 바꿔 박자를 깨면 ERROR가 몇 개나 처리될까요?",
        en: "On the ideal clock, break the lockstep with 49 ms instead of 50 ms: how many ERRORs survive?",
      },
      link: "s=log-processing.2&late=0&ed=49",
    },
    {
      text: {
        ko: "둘 중 하나가 ERROR라면 ‘ERROR 먼저’는 어떻게 될까요?",
        en: "If every other log is an ERROR, what happens to “Errors first”?",
      },
      link: "s=log-processing.2&k=errors-first&ee=2",
    },
  ],
  strategies: ["log-processing-written", "errors-first", "drop-oldest", "bounded"],
  values: {
    durationS: 20,
    producerDelayMs: 1,
    consumerDelayMs: 14,
    count: 10_000,
    workers: 3,
    capacity: 1000,
    bodyMs: 15_000,
    latePercent: 10,
  },
  strips: ["losses", "depth"],
  controls: ["producerDelayMs", "workers", "capacity", "errorEvery", "latePercent"],
});

/** How many of each level were made and lost. */
function fates(run: ClaimRun) {
  const [error, info] = run.countsAt(run.end().atMs).byKind;
  return {
    errors: error?.made ?? 0,
    lostErrors: error?.lost ?? 0,
    infos: info?.made ?? 0,
    lostInfos: info?.lost ?? 0,
  };
}

/** The share of errors, in percent: among all logs, and among those that were taken. */
function shares(run: ClaimRun) {
  const { made, received, byKind } = run.countsAt(run.end().atMs);
  return {
    madePercent: percent(byKind[0]?.made ?? 0, made),
    takenPercent: percent(byKind[0]?.received ?? 0, received),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
