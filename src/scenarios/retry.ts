import { busiestWindow } from "../workloads/index.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Eight workers whose service goes down: how they come back together, and how jitter parts them. */
export const retryScenario = defineScenario({
  id: "retry",
  revision: 1,
  question: {
    ko: "여덟 소비자가 같은 순간에 죽은 서비스를 불러 실패하고, 저마다 지수 백오프로 다시 시도합니다. 재시도는 어떤 모양으로 올까요?",
    en: "Eight workers call a dead service at the same moment and fail; each retries with exponential backoff. What do their retries look like?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "간격이 두 배씩 벌어지니 서로 흩어진다.",
        en: "Spread out, because the waits double.",
      },
      why: {
        ko: "간격은 벌어지지만 여덟이 모두 똑같이 계산합니다. 한 소비자의 재시도는 뜸해져도 여덟은 여전히 함께 옵니다.",
        en: "The waits grow, but all eight compute the same ones. Each comes less often; still they come together.",
      },
    },
    {
      right: true,
      text: {
        ko: "여덟이 매번 한꺼번에 온다.",
        en: "All eight at once, every time.",
      },
      why: {
        ko: "같은 때 실패하고 같은 만큼 기다리니 같은 때 돌아옵니다. 흩으려면 무작위(지터)가 있어야 합니다.",
        en: "They failed together and wait equally long, so they are back together. Only chance (jitter) parts them.",
      },
    },
    {
      right: false,
      text: {
        ko: "하나가 성공할 때까지 나머지는 기다린다.",
        en: "The others wait until one has got through.",
      },
      why: {
        ko: "소비자들은 서로를 모릅니다. 그렇게 하려면 함께 쓰는 차단기가 있어야 합니다.",
        en: "The workers know nothing of each other. A circuit breaker that they share would do that.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "재시도를 기다리는 동안 소비자는 요소를 쥐고 있습니다. 모두가 기다리면 버퍼가 차고, 생산자까지 멈춥니다.",
      en: "While it waits to retry a worker keeps its element. When all of them wait, the buffer fills and the producer stands still.",
    },
    {
      ko: "처음 설정에서 백오프를 ‘곧바로 다시’로 바꾸면, 가장 바쁜 100ms에 재시도가 8번이 아니라 40번 몰리고 장애가 끝나기 전에 시도가 바닥납니다.",
      en: "With the settings of the scenario but no backoff, the busiest 100 ms sees 40 retries instead of 8, and all attempts are used up before the service is back.",
    },
    {
      ko: "지터를 섞으면 호출이 줄지 않아도, 한순간에 몰리는 수는 줄어듭니다.",
      en: "With jitter there need not be fewer calls, but there are fewer at any one moment.",
    },
  ],
  claims: [
    {
      strategy: "retry",
      text: {
        ko: "지터가 없으면 재시도는 언제나 여덟씩 같은 ms에 옵니다.",
        en: "Without jitter retries come eight at a time, at the same ms.",
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
        ko: "장애가 이어지는 3초 동안 서비스는 24번 불리고, 포기한 요소는 없습니다.",
        en: "In the 3 s that it is down the service gets 24 calls, and nothing is given up.",
      },
      holds: (run) =>
        callsMs(run).filter((timeMs) => timeMs >= 1_900 && timeMs < 4_900).length === 24 &&
        run.output().every(({ line }) => line !== "gaveUp"),
    },
    {
      strategy: "retry",
      text: {
        ko: "끝에는 40개가 모두 처리되어 있습니다.",
        en: "In the end all 40 elements are done.",
      },
      holds: (run) => run.countsAt(run.durationMs).done === 40,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "실패하면 다시 부르면 된다. 간격을 늘려 가면 서비스에도 무리가 없다.",
      en: "If a call fails, make it again; with growing waits that does the service no harm.",
    },
    findings: [
      {
        strategy: "retry",
        text: {
          ko: "재시도는 모두 {retries}번, 가장 바빴던 100ms에 {busiest}번이 몰렸습니다. 소비자는 {workers}개입니다.",
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
          ko: "장애 동안 서비스가 받은 호출은 {inVain}번입니다. 처리된 요소 {done}개, 포기한 요소 {gaveUp}개.",
          en: "Calls that the service got while it was down: {inVain}. Elements done: {done}; given up: {gaveUp}.",
        },
        applies: (run) => Number(run.values["downToMs"]) > Number(run.values["downFromMs"]),
        numbers(run) {
          const fromMs = run.values["downFromMs"] as number;
          const toMs = run.values["downToMs"] as number;
          return {
            inVain: callsMs(run).filter((timeMs) => timeMs >= fromMs && timeMs < toMs).length,
            done: run.countsAt(run.durationMs).done,
            gaveUp: run.output().filter(({ line }) => line === "gaveUp").length,
          };
        },
      },
    ],
  },
  next: [
    {
      text: {
        ko: "지터 없이, 전체 지터로, 직전 간격에 매인 지터로: 세 가지를 나란히 놓고 가장 바쁜 순간을 견주어 보세요.",
        en: "No jitter, full jitter, decorrelated jitter: compare their busiest moments side by side.",
      },
      link: "s=retry&2.k=retry&2.bo=full&3.k=retry&3.bo=decorrelated",
    },
    {
      text: {
        ko: "전체 지터 하나만 크게 보고 싶다면.",
        en: "Full jitter alone.",
      },
      link: "s=retry&bo=full",
    },
    {
      text: {
        ko: "기다리지 않고 곧바로 다시 부르면?",
        en: "And with no wait at all?",
      },
      link: "s=retry&bo=none",
    },
    {
      text: {
        ko: "장애 없이 호출의 30 %가 실패한다면 재시도만으로 얼마나 버틸까요?",
        en: "No outage, but 30 % of the calls fail: how far do retries get?",
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

/** When the service was called. */
function callsMs(run: ClaimRun): number[] {
  return run
    .output()
    .filter(({ line }) => line === "call")
    .map(({ timeMs }) => timeMs);
}

/** When it was called again for an element. */
function retriesMs(run: ClaimRun): number[] {
  return run
    .output()
    .filter(({ line, numbers }) => line === "call" && (numbers[1] ?? 1) > 1)
    .map(({ timeMs }) => timeMs);
}
