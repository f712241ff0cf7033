import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A service that dies, and a breaker that has to find out when it is back. */
export const circuitBreaker = defineScenario({
  id: "circuit-breaker",
  revision: 2,
  former: [
    {
      strategy: "circuit-breaker-written",
      values: {
        durationS: 9,
        producerDelayMs: 200,
        consumerDelayMs: 100,
        count: 20,
        capacity: 10,
        failFrom: 11,
        failTo: 1000000,
        failureThreshold: 5,
        timeoutMs: 5000,
        bodyMs: 8000,
        windowSize: 10,
        minimumCalls: 5,
        failureRatePercent: 50,
        waitOpenMs: 500,
        trialCalls: 2,
      },
    },
  ],
  question: {
    ko: "200ms마다 호출 20번. 서비스는 11번부터 실패하고, 차단기는 다섯 번째 실패인 3,000ms에 열려 5초 뒤 HALF_OPEN이 되기로 합니다. 실제로는 언제 그렇게 될까요?",
    en: "20 calls, one every 200 ms. The service fails from number 11 on; the fifth failure opens the breaker at 3,000 ms, to go HALF_OPEN after 5 s. When does it?",
  },
  answers: [
    {
      right: false,
      text: { ko: "8,000ms에, 5초가 지나는 순간.", en: "At 8,000 ms, when the 5 s are over." },
      why: {
        ko: "차단기에는 타이머가 없습니다. 호출이 올 때에만 시간을 들여다봅니다.",
        en: "The breaker has no timer. It looks at the clock only when somebody calls.",
      },
    },
    {
      right: false,
      text: {
        ko: "8,000ms가 지난 뒤의 첫 호출에서.",
        en: "At the first call after 8,000 ms.",
      },
      why: {
        ko: "규칙은 그렇습니다. 하지만 이 실행에는 그런 호출이 없습니다. 마지막 호출은 3,800ms입니다.",
        en: "That is the rule. But in this run there is no such call: the last one comes at 3,800 ms.",
      },
    },
    {
      right: true,
      text: { ko: "이 실행에서는 끝내 되지 않습니다.", en: "Never in this run." },
      why: {
        ko: "마지막 호출은 3,800ms입니다. 그 뒤로 부르는 사람이 없으니 차단기는 열린 채로 끝납니다.",
        en: "The last call comes at 3,800 ms. Nobody calls after that, so the breaker stays open to the end.",
      },
    },
    {
      right: false,
      text: { ko: "5,000ms에, 시작하고 5초 뒤.", en: "At 5,000 ms, 5 s after the start." },
      why: {
        ko: "5초는 시작이 아니라 열린 시각부터 셉니다. 게다가 그때는 이미 오는 호출이 없습니다.",
        en: "The 5 s count from the opening, not from the start; and by then there are no calls any more.",
      },
    },
  ],
  showsAtMs: 8_000,
  notice: [
    {
      ko: "열려 있는 동안의 호출은 서비스에 닿지도 않고 돌아옵니다. 실패와 거절은 다른 숫자입니다.",
      en: "While it is open, calls are turned away before they reach the service. Failures and rejections are different numbers.",
    },
    {
      ko: "글의 차단기는 HALF_OPEN으로 바뀌는 호출을 실행하지 않고 버립니다. 시험은 그다음 호출이 합니다.",
      en: "The breaker of the text does not make the call that turns it HALF_OPEN. The trial is the next one.",
    },
    {
      ko: "실패율을 보는 차단기는 기다린 뒤의 첫 호출부터 정말로 시험합니다.",
      en: "The breaker by failure rate makes the first call after the wait its first trial.",
    },
  ],
  claims: [
    {
      strategy: "circuit-breaker-written",
      text: {
        ko: "11개가 전달되고, 5개는 실패하고, 4개는 거절됩니다.",
        en: "11 elements get through, 5 fail, 4 are turned away.",
      },
      holds(run) {
        const { received, failed, rejected } = run.countsAt(8_000);
        return received === 11 && failed === 5 && rejected === 4;
      },
    },
    {
      strategy: "circuit-breaker-written",
      text: {
        ko: "3,000ms에 열린 뒤 HALF_OPEN이 된 적이 없습니다.",
        en: "It opens at 3,000 ms and never goes HALF_OPEN.",
      },
      holds: (run) =>
        run.output().find(({ line }) => line === "open")?.timeMs === 3_000 &&
        timesOf(run, "halfOpen") === 0,
    },
    {
      strategy: "sliding-breaker",
      text: {
        ko: "실패율을 보는 차단기도 3,000ms에 열리고, 같은 5초를 기다리면 역시 HALF_OPEN이 되지 않습니다.",
        en: "The breaker by failure rate opens at 3,000 ms too and, with the same wait of 5 s, never goes HALF_OPEN either.",
      },
      holds: (run) =>
        run.values["waitOpenMs"] === 5_000 &&
        run.output().find(({ line }) => line === "open")?.timeMs === 3_000 &&
        timesOf(run, "halfOpen") === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "과부하가 걸리면 요청이 자동으로 차단되고, OPEN에서 HALF_OPEN을 거쳐 CLOSED로 회복된다.",
      en: "Under overload requests are blocked by themselves, and the circuit recovers from OPEN to CLOSED via HALF_OPEN.",
    },
    findings: [
      {
        strategy: "circuit-breaker-written",
        text: {
          ko: "전달 {received}개, 서비스에서 실패 {failed}개, 차단기가 돌려보낸 것 {rejected}개.",
          en: "Delivered: {received}. Failed at the service: {failed}. Turned away by the breaker: {rejected}.",
        },
        numbers(run) {
          const { received, failed, rejected } = run.countsAt(run.durationMs);
          return { received, failed, rejected };
        },
      },
      {
        strategy: "circuit-breaker-written",
        text: {
          ko: "HALF_OPEN이 된 것은 {flips}번, 다시 닫힌 것은 {closed}번입니다. HALF_OPEN으로 바꾼 호출은 매번 실행되지 않고 버려집니다.",
          en: "Times it went HALF_OPEN: {flips}; times it closed again: {closed}. Each call that turns it HALF_OPEN is thrown away, not made.",
        },
        numbers: (run) => ({ flips: timesOf(run, "halfOpen"), closed: timesOf(run, "closed") }),
      },
      {
        strategy: "sliding-breaker",
        text: {
          ko: "HALF_OPEN이 된 것은 {flips}번, 그때 실제로 해 본 시험 호출은 {trials}번입니다. 서비스에 닿은 호출 가운데 {failed}번이 실패했고, {rejected}번은 닿기 전에 돌려보냈습니다.",
          en: "Times it went HALF_OPEN: {flips}, with {trials} trial calls really made. Calls that failed at the service: {failed}; turned away before: {rejected}.",
        },
        numbers(run) {
          const { failed, rejected } = run.countsAt(run.durationMs);
          return { flips: timesOf(run, "halfOpen"), trials: trialsOf(run), failed, rejected };
        },
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "{sent}개를 보냈고, 실패로 출력된 {failed}개 가운데 {rejected}개는 열린 차단기가 거절한 것입니다. 차단기는 {openMs}ms에 열렸고 HALF_OPEN이 된 것은 {halfOpen}번입니다.",
      en: "It sent {sent}; of the {failed} that it printed as failed, the open breaker had rejected {rejected}. The breaker opened at {openMs} ms and was HALF_OPEN {halfOpen} times.",
    },
  },
  next: [
    {
      text: {
        ko: "호출이 75번이고 42번까지 실패하면: 글의 차단기는 시험 기회를 두 번 버립니다.",
        en: "75 calls, failures up to number 42: the breaker of the text wastes two chances for a trial.",
      },
      link: "s=circuit-breaker.2&n=75&ft=42&T=20",
    },
    {
      text: {
        ko: "같은 부하에서 실패율을 보는 차단기는 언제 회복할까요?",
        en: "The same load for the breaker by failure rate: when does it recover?",
      },
      link: "s=circuit-breaker.2&k=sliding-breaker&n=75&ft=42&T=20",
    },
    {
      text: {
        ko: "실패율을 보는 차단기가 0.5초만 기다린다면?",
        en: "What if the breaker by failure rate waits for only 0.5 s?",
      },
      link: "s=circuit-breaker.2&k=sliding-breaker&wo=500",
    },
    {
      text: {
        ko: "여덟 번 실패하고 나아지는 서비스에, 기다림을 1초로 줄이면?",
        en: "A service that is better after eight failures, and a wait of 1 s?",
      },
      link: "s=circuit-breaker.2&n=40&ft=18&to=1000",
    },
  ],
  strategies: ["circuit-breaker-written", "sliding-breaker", "bounded"],
  values: {
    durationS: 9,
    producerDelayMs: 200,
    consumerDelayMs: 100,
    count: 20,
    capacity: 10,
    failFrom: 11,
    failTo: 1000000,
    failureThreshold: 5,
    timeoutMs: 5000,
    bodyMs: 8000,
    windowSize: 10,
    minimumCalls: 5,
    failureRatePercent: 50,
    waitOpenMs: 5000,
    trialCalls: 2,
  },
  strips: ["ladder", "losses"],
  controls: ["failFrom", "failTo", "failureThreshold", "timeoutMs", "waitOpenMs"],
});

/** How many times the line of that name was printed. */
function timesOf(run: ClaimRun, name: string): number {
  return run.output().filter(({ line }) => line === name).length;
}

/** How many calls the sliding breaker made in HALF_OPEN. */
function trialsOf(run: ClaimRun): number {
  let trials = 0;
  let halfOpen = false;
  for (const { line } of run.output()) {
    if (line === "halfOpen") halfOpen = true;
    if (!halfOpen) continue;
    // The trial that closes it is printed after the news that it is closed.
    if (line === "failed" || line === "sent" || line === "closed") trials++;
    if (line === "open" || line === "closed") halfOpen = false;
  }
  return trials;
}
