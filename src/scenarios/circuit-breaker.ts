import { linesOf } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A service that fails, and a breaker that has to find out when it works again. */
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
    ko: "호출 20번이 200ms마다 옵니다. 서비스는 11번부터 실패하고, 서킷 브레이커는 다섯 번째 실패인 3,000ms에 열려 5초 뒤 HALF_OPEN이 될 예정입니다. 실제로는 언제 될까요?",
    en: "20 calls come, one every 200 ms. The service fails from call 11 on; the fifth failure opens the breaker at 3,000 ms, and it should go HALF_OPEN 5 s later. When does it really?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "8,000ms에, 5초가 지나는 순간.",
        en: "At 8,000 ms, as soon as the 5 s are over.",
      },
      why: {
        ko: "서킷 브레이커에는 타이머가 없습니다. 호출이 올 때만 시각을 확인합니다.",
        en: "The breaker has no timer. It checks the time only when a call comes.",
      },
    },
    {
      right: false,
      text: {
        ko: "8,000ms가 지난 뒤의 첫 호출에서.",
        en: "At the first call after 8,000 ms.",
      },
      why: {
        ko: "규칙은 그렇습니다. 하지만 이 실행에는 그런 호출이 없습니다. 마지막 호출은 3,800ms에 옵니다.",
        en: "That is the rule, but this run has no such call: the last one comes at 3,800 ms.",
      },
    },
    {
      right: true,
      text: { ko: "이 실행에서는 끝까지 되지 않습니다.", en: "Never in this run." },
      why: {
        ko: "마지막 호출은 3,800ms에 옵니다. 그 뒤로 호출이 없으므로 서킷 브레이커는 열린 채로 끝납니다.",
        en: "The last call comes at 3,800 ms. There are no calls after that, so the breaker stays open to the end.",
      },
    },
    {
      right: false,
      text: { ko: "5,000ms에, 시작하고 5초 뒤.", en: "At 5,000 ms, 5 s after the start." },
      why: {
        ko: "5초는 시작이 아니라 열린 시각부터 셉니다. 게다가 그때는 이미 호출이 끝났습니다.",
        en: "The 5 s count from the opening, not from the start. Besides, by then the calls have ended.",
      },
    },
  ],
  showsAtMs: 8_000,
  notice: [
    {
      ko: "열려 있는 동안의 호출은 서비스에 닿기 전에 거절됩니다. 실패한 수와 거절된 수는 따로 셉니다.",
      en: "While the breaker is open, calls are rejected before they reach the service. Failures and rejections are different numbers.",
    },
    {
      ko: "원문의 서킷 브레이커는 HALF_OPEN으로 바꾸는 호출을 실행하지 않고 버립니다. 시험은 그다음 호출이 합니다.",
      en: "The breaker as written does not make the call that turns it HALF_OPEN. The next call is the trial.",
    },
    {
      ko: "실패율 서킷 브레이커는 대기 시간이 지난 뒤의 첫 호출부터 실제로 시험합니다.",
      en: "The failure-rate breaker uses the first call after the wait as its first trial.",
    },
  ],
  claims: [
    {
      strategy: "circuit-breaker-written",
      text: {
        ko: "11개가 전달되고, 5개가 실패하고, 4개가 거절됩니다.",
        en: "11 elements get through, 5 fail, 4 are rejected.",
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
        countOf(run, "halfOpen") === 0,
    },
    {
      strategy: "sliding-breaker",
      text: {
        ko: "실패율 서킷 브레이커도 3,000ms에 열리고, 똑같이 5초를 기다리면 역시 HALF_OPEN이 되지 않습니다.",
        en: "The failure-rate breaker also opens at 3,000 ms and, with the same wait of 5 s, never goes HALF_OPEN either.",
      },
      holds: (run) =>
        run.values["waitOpenMs"] === 5_000 &&
        run.output().find(({ line }) => line === "open")?.timeMs === 3_000 &&
        countOf(run, "halfOpen") === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "과부하가 걸리면 요청이 자동으로 차단되고, OPEN에서 HALF_OPEN을 거쳐 CLOSED로 회복됩니다.",
      en: "Under overload, requests are blocked automatically, and the circuit recovers from OPEN to CLOSED via HALF_OPEN.",
    },
    findings: [
      {
        strategy: "circuit-breaker-written",
        text: {
          ko: "전달 {received}개, 서비스에서 실패 {failed}개, 서킷 브레이커가 거절한 것 {rejected}개입니다.",
          en: "Delivered: {received}. Failed at the service: {failed}. Rejected by the breaker: {rejected}.",
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
          en: "Times it went HALF_OPEN: {flips}; times it closed again: {closed}. Each call that turns it HALF_OPEN is discarded instead of made.",
        },
        numbers: (run) => ({ flips: countOf(run, "halfOpen"), closed: countOf(run, "closed") }),
      },
      {
        strategy: "sliding-breaker",
        text: {
          ko: "HALF_OPEN이 된 것은 {flips}번, 그때 실제로 한 시험 호출은 {trials}번입니다. 서비스에 닿은 호출 가운데 {failed}번이 실패했고, {rejected}번은 닿기 전에 거절됐습니다.",
          en: "Times it went HALF_OPEN: {flips}; trial calls made: {trials}. Calls that failed at the service: {failed}; rejected before it: {rejected}.",
        },
        numbers(run) {
          const { failed, rejected } = run.countsAt(run.durationMs);
          return { flips: countOf(run, "halfOpen"), trials: trialsOf(run), failed, rejected };
        },
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "{sent}개를 보냈고, 실패로 출력된 {failed}개 가운데 {rejected}개는 열린 서킷 브레이커가 거절한 것입니다. {openMs}ms에 열렸고 HALF_OPEN이 된 것은 {halfOpen}번입니다.",
      en: "It sent {sent}; of the {failed} printed as failed, {rejected} had been rejected by the open breaker. The breaker opened at {openMs} ms and was HALF_OPEN {halfOpen} times.",
    },
  },
  next: [
    {
      text: {
        ko: "호출이 75번이고 42번까지 실패하면 원문의 서킷 브레이커는 시험 기회를 두 번 버립니다.",
        en: "With 75 calls that fail up to number 42, the breaker as written wastes two chances for a trial.",
      },
      link: "s=circuit-breaker.2&n=75&ft=42&T=20",
    },
    {
      text: {
        ko: "같은 부하에서 실패율 서킷 브레이커는 언제 회복할까요?",
        en: "When does the failure-rate breaker recover under the same load?",
      },
      link: "s=circuit-breaker.2&k=sliding-breaker&n=75&ft=42&T=20",
    },
    {
      text: {
        ko: "실패율 서킷 브레이커가 0.5초만 기다린다면?",
        en: "What if the failure-rate breaker waits only 0.5 s?",
      },
      link: "s=circuit-breaker.2&k=sliding-breaker&wo=500",
    },
    {
      text: {
        ko: "서비스가 19번 호출부터 다시 성공하고, 대기 시간을 1초로 줄이면?",
        en: "What if the service works again from call 19 on and the wait is 1 s?",
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
  strips: ["breaker", "attempts"],
  controls: ["failFrom", "failTo", "failureThreshold", "timeoutMs", "waitOpenMs"],
});

/** How many times a line of this name was printed. */
function countOf(run: ClaimRun, name: string): number {
  return linesOf(run, name).length;
}

/** How many calls the sliding breaker made in HALF_OPEN. */
function trialsOf(run: ClaimRun): number {
  let trials = 0;
  let halfOpen = false;
  for (const { line } of run.output()) {
    if (line === "halfOpen") halfOpen = true;
    if (!halfOpen) continue;
    // The trial that closes the breaker prints `closed` before its own line.
    if (line === "failed" || line === "sent" || line === "closed") trials++;
    if (line === "open" || line === "closed") halfOpen = false;
  }
  return trials;
}
