/** After the verdict on the size of a pool: why two numbers are multiplied, and the result for another load. */
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** By then, a queue has formed if there is even one thread too few. */
const SHOWN_MS = 6_000;

export const poolSize = defineSequel({
  /** How many threads it takes. All of them are busy, so their number falls short by the ratio of made to done. */
  reads(run, untilMs) {
    const { made, done } = run.countsAt(untilMs);
    return Math.round((Number(run.values["threads"]) * made) / done);
  },
  said: [2, 4, 20, "as many as there are cores"],
  why: {
    question: {
      ko: "왜 도착률과 처리 시간을 곱할까요?",
      en: "Why multiply the arrival rate by the service time?",
    },
    answers: [
      {
        right: true,
        holds: ({ run, other }) =>
          !keepsUp(run) &&
          keepsUp(other({ threads: 4 })) &&
          keepsUp(other({ threads: 2, consumerDelayMs: 100 })) &&
          keepsUp(other({ threads: 2, producerDelayMs: 100 })),
        text: {
          ko: "요소 하나가 스레드를 그 시간만큼 차지하므로, 1초에 온 요소들이 차지하는 시간의 합이 필요한 스레드 수입니다.",
          en: "Each element holds a thread for that long, so the product is the thread time that a second’s arrivals need.",
        },
        why: {
          ko: "20개가 0.2초씩이면 스레드 시간으로 4초입니다. 1초 안에 하려면 넷이 있어야 합니다.",
          en: "Twenty times 0.2 s is 4 s of thread time, and doing that within a second takes four threads.",
        },
      },
      {
        right: false,
        // If so, as many would wait where there are threads to spare.
        holds: ({ other }) => other({ threads: 8 }).countsAt(SHOWN_MS).waiting >= 4,
        text: {
          ko: "기다리는 줄이 그만큼 길어지기 때문입니다.",
          en: "Because the queue grows that long.",
        },
        why: {
          ko: "줄의 길이는 결과입니다. 스레드가 넉넉해 줄이 없어도 곱은 그대로입니다.",
          en: "The queue is a result. With spare threads there is none, and the product is the same.",
        },
      },
      {
        right: false,
        // Switching takes no time here, so three threads would be enough.
        holds: ({ run }) => keepsUp(run),
        text: {
          ko: "스레드를 바꾸는 데 시간이 들기 때문입니다.",
          en: "Because switching between threads takes time.",
        },
        why: {
          ko: "그 비용은 이 식에 없습니다. 바꾸는 데 0ms가 걸려도 넷이 필요합니다.",
          en: "That cost is not in the formula: even at 0 ms it takes four.",
        },
      },
    ],
  },
  twin: {
    link: "s=pool-size&p=25&c=150",
    showsAtMs: 6000,
    question: {
      ko: "이번에는 1초에 40개가 오고, 하나가 스레드를 150ms 동안 차지합니다. 스레드가 적어도 몇 개 필요할까요? 실행에는 여전히 셋뿐입니다.",
      en: "Now 40 arrive per second, and each holds a thread for 150 ms. At least how many threads are needed? The run still has three.",
    },
    answers: [
      {
        right: false,
        says: 4,
        text: { ko: "4개.", en: "4." },
        why: {
          ko: "넷이면 1초에 4 ÷ 0.15 ≈ 27개입니다. 1초에 13개씩 밀립니다.",
          en: "Four do 4 ÷ 0.15 ≈ 27 a second: 13 are left each second.",
        },
      },
      {
        right: true,
        says: 6,
        text: { ko: "6개.", en: "6." },
        why: {
          ko: "40/s × 0.15s = 6입니다. 셋으로는 절반만 처리되고 나머지 절반이 쌓입니다.",
          en: "40/s × 0.15 s = 6. Three do half of what arrives, and the other half piles up.",
        },
      },
      {
        right: false,
        says: 8,
        text: { ko: "8개. 두 배로 오기 때문입니다.", en: "8: twice as many arrive." },
        why: {
          ko: "처리 시간도 줄었습니다. 두 배의 부하가 아니라 1.5배입니다.",
          en: "The service time is shorter as well: the load is 1.5 times as large, not twice.",
        },
      },
    ],
  },
});

function keepsUp(run: ClaimRun): boolean {
  return run.countsAt(SHOWN_MS).waiting <= 1;
}
