import { busiestWindow } from "../workloads/index.ts";
import { linesOf, timesOf } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Eight workers whose service goes down: why their retries come together, and how jitter spreads them out. */
export const retryScenario = defineScenario({
  id: "retry",
  revision: 1,
  question: {
    ko: "작업자 여덟이 같은 순간에 죽은 서비스를 호출해 실패하고, 저마다 지수 백오프로 다시 시도합니다. 재시도는 어떤 모양으로 올까요?",
    en: "Eight workers call a dead service at the same moment and fail; each retries with exponential backoff. What pattern do the retries form?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "간격이 두 배씩 벌어지므로 서로 흩어집니다.",
        en: "They spread out, because the waits double.",
      },
      why: {
        ko: "간격은 벌어지지만 여덟이 모두 똑같이 계산합니다. 작업자 하나의 재시도는 뜸해져도 여덟은 여전히 함께 옵니다.",
        en: "The waits grow, but all eight compute the same ones. Each retries less often, but they still come together.",
      },
    },
    {
      right: true,
      text: {
        ko: "여덟이 매번 한꺼번에 옵니다.",
        en: "All eight at once, every time.",
      },
      why: {
        ko: "같은 때 실패하고 같은 시간을 기다리므로 같은 때 돌아옵니다. 무작위(지터)만이 이들을 흩어 놓습니다.",
        en: "They failed together and wait equally long, so they come back together. Only randomness (jitter) spreads them out.",
      },
    },
    {
      right: false,
      text: {
        ko: "하나가 성공할 때까지 나머지는 기다립니다.",
        en: "The others wait until one succeeds.",
      },
      why: {
        ko: "작업자들은 서로를 모릅니다. 그렇게 하려면 함께 쓰는 서킷 브레이커가 있어야 합니다.",
        en: "The workers know nothing of each other. That would take a shared circuit breaker.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "재시도를 기다리는 동안 작업자는 요소를 쥐고 있습니다. 모두가 기다리면 버퍼가 차고, 생산자까지 멈춥니다.",
      en: "While it waits to retry, a worker keeps its element. When all of them wait, the buffer fills up and the producer stops.",
    },
    {
      ko: "처음 설정에서 백오프를 ‘곧바로 다시’로 바꾸면, 가장 바쁜 100ms에 재시도가 8번이 아니라 40번 몰리고 장애가 끝나기 전에 시도 횟수를 다 씁니다.",
      en: "With the scenario's own settings but no backoff, there are 40 retries instead of 8 in the busiest 100 ms, and all attempts are used up before the service is back.",
    },
    {
      ko: "지터를 섞으면 호출 수가 줄지 않더라도 한순간에 몰리는 수는 줄어듭니다.",
      en: "With jitter there may be no fewer calls, but fewer come at any one moment.",
    },
  ],
  claims: [
    {
      strategy: "retry",
      text: {
        ko: "지터가 없으면 재시도는 언제나 여덟씩 같은 ms에 옵니다.",
        en: "Without jitter, retries always come eight at a time, in the same ms.",
      },
      holds(run) {
        const times = retriesMs(run);
        return (
          times.length > 0 &&
          times.every((timeMs) => times.filter((other) => other === timeMs).length === 8)
        );
      },
    },
    {
      strategy: "retry",
      text: {
        ko: "장애가 이어지는 3초 동안 서비스가 받는 호출은 24번이고, 포기한 요소는 없습니다.",
        en: "In the 3 s that it is down, the service gets 24 calls, and nothing is given up.",
      },
      holds: (run) =>
        callsMs(run).filter((timeMs) => timeMs >= 1_900 && timeMs < 4_900).length === 24 &&
        run.output().every(({ line }) => line !== "gaveUp"),
    },
    {
      strategy: "retry",
      text: {
        ko: "결국 40개가 모두 처리됩니다.",
        en: "In the end all 40 elements are done.",
      },
      holds: (run) => run.countsAt(run.durationMs).done === 40,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "실패하면 다시 호출하면 됩니다. 간격을 늘려 가면 서비스에도 무리가 없습니다.",
      en: "If a call fails, just repeat it; with growing waits, this does the service no harm.",
    },
    findings: [
      {
        strategy: "retry",
        text: {
          ko: "재시도는 모두 {retries}번이고, 가장 바빴던 100ms에 {busiest}번이 몰렸습니다. 작업자는 {workers}개입니다.",
          en: "Retries: {retries}. In the busiest 100 ms: {busiest}. Workers: {workers}.",
        },
        numbers: (run) => ({
          retries: retriesMs(run).length,
          busiest: busiestWindow(retriesMs(run), 100),
          workers: run.values["workers"] as number,
        }),
      },
      {
        strategy: "retry",
        text: {
          ko: "장애 동안 서비스가 받은 호출은 {inVain}번입니다. 처리한 요소는 {done}개, 포기한 요소는 {gaveUp}개입니다.",
          en: "Calls to the service while it was down: {inVain}. Elements done: {done}; given up: {gaveUp}.",
        },
        applies: (run) => Number(run.values["downToMs"]) > Number(run.values["downFromMs"]),
        numbers(run) {
          const fromMs = run.values["downFromMs"] as number;
          const toMs = run.values["downToMs"] as number;
          return {
            inVain: callsMs(run).filter((timeMs) => timeMs >= fromMs && timeMs < toMs).length,
            done: run.countsAt(run.durationMs).done,
            gaveUp: linesOf(run, "gaveUp").length,
          };
        },
      },
    ],
  },
  next: [
    {
      text: {
        ko: "지터 없이, 전체 지터, 비상관 지터(decorrelated): 세 가지를 나란히 놓고 가장 바쁜 순간을 비교해 보세요.",
        en: "No jitter, full jitter, decorrelated jitter: compare their busiest moments side by side.",
      },
      link: "s=retry&2.k=retry&2.bo=full&3.k=retry&3.bo=decorrelated",
    },
    {
      text: {
        ko: "전체 지터만 크게 보려면?",
        en: "What does full jitter look like on its own?",
      },
      link: "s=retry&bo=full",
    },
    {
      text: {
        ko: "기다리지 않고 곧바로 다시 호출하면?",
        en: "What if there is no wait at all?",
      },
      link: "s=retry&bo=none",
    },
    {
      text: {
        ko: "장애 없이 호출의 30%가 실패한다면 재시도만으로 얼마나 버틸까요?",
        en: "If there is no outage but 30 % of the calls fail, how far do retries get?",
      },
      link: "s=retry&fp=30&dt=0",
    },
  ],
  strategies: ["retry"],
  values: {
    durationS: 12,
    producerDelayMs: 250,
    burstSize: 8,
    count: 40,
    consumerDelayMs: 20,
    workers: 8,
    capacity: 8,
    failPercent: 0,
    downFromMs: 1900,
    downToMs: 4900,
    backoff: "exponential",
    baseMs: 500,
    capMs: 4000,
    maxAttempts: 6,
  },
  strips: ["attempts"],
  controls: ["backoff", "baseMs", "maxAttempts", "failPercent", "downToMs"],
});

/** The times at which the service was called, in ms. */
function callsMs(run: ClaimRun): number[] {
  return timesOf(run, "call");
}

/** The times at which the service was called again for the same element, in ms. */
function retriesMs(run: ClaimRun): number[] {
  return linesOf(run, "call")
    .filter(({ numbers }) => (numbers[1] ?? 1) > 1)
    .map(({ timeMs }) => timeMs);
}
