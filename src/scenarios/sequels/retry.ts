/** After the verdict on retries: why they come together, and what spreads them. */
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** The most retries that may fall into one ms by chance. */
const BY_CHANCE = 2;

export const retry = defineSequel({
  /** Whether many retries come in the same ms. */
  reads: (run) => (mostAtOnce(run) > BY_CHANCE ? "together" : "scattered"),
  said: ["scattered", "together", "one by one"],
  why: {
    question: {
      ko: "간격이 두 배씩 벌어지는데 왜 흩어지지 않을까요?",
      en: "The waits double. Why do the retries not spread out?",
    },
    answers: [
      {
        right: false,
        // If so, they would spread out without it.
        holds: ({ other }) => mostAtOnce(other({ capMs: 60_000 })) <= BY_CHANCE,
        text: {
          ko: "기다리는 시간에 상한이 있기 때문입니다.",
          en: "Because the waits have an upper bound.",
        },
        why: {
          ko: "상한은 나중의 시도에만 적용됩니다. 첫 재시도부터 이미 한꺼번에 왔습니다.",
          en: "The cap only affects late attempts. The very first retries came together.",
        },
      },
      {
        right: false,
        // If so, they would come together whatever the waits: the service rejects all of them then, too.
        holds: ({ other }) => mostAtOnce(other({ backoff: "full" })) > BY_CHANCE,
        text: {
          ko: "서비스가 여덟을 한꺼번에 거절하기 때문입니다.",
          en: "Because the service rejects all eight at once.",
        },
        why: {
          ko: "그것은 시작일 뿐입니다. 기다리는 시간이 서로 달랐다면 다음에는 흩어졌을 것입니다.",
          en: "That is how it starts. With different waits, they would have spread out at the next attempt.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) =>
          mostAtOnce(run) > BY_CHANCE && mostAtOnce(other({ backoff: "full" })) <= BY_CHANCE,
        text: {
          ko: "같은 때부터 같은 식으로 계산하면 늘 같은 답이 나오기 때문입니다.",
          en: "Because the same formula, applied from the same moment, always gives the same answer.",
        },
        why: {
          ko: "두 배로 늘려도 여덟이 똑같이 늘립니다. 무작위만이 차이를 만듭니다.",
          en: "All eight double their waits alike. Only randomness makes them differ.",
        },
      },
    ],
  },
  twin: {
    link: "s=retry&bo=full",
    showsAtMs: 6000,
    question: {
      ko: "이번에는 저마다 0과 그 간격 사이에서 무작위로 고른 시간만큼 기다립니다(전체 지터). 재시도는 어떤 모양으로 올까요?",
      en: "Now each waits a random part of that time, from none of it to all of it (full jitter). What pattern do the retries form?",
    },
    answers: [
      {
        right: true,
        says: "scattered",
        text: {
          ko: "흩어져서 거의 하나씩 옵니다.",
          en: "Scattered, hardly two at once.",
        },
        why: {
          ko: "저마다 다른 시각에 돌아옵니다. 호출 수는 비슷해도 한순간에 몰리지 않습니다.",
          en: "Each comes back at a different time. There are about as many calls, but no crowd.",
        },
      },
      {
        right: false,
        says: "together",
        text: {
          ko: "여전히 여덟이 한꺼번에 옵니다.",
          en: "All eight at once, as before.",
        },
        why: {
          ko: "함께 실패해도 이번에는 기다리는 시간이 서로 다릅니다.",
          en: "They still fail together, but now their waits differ.",
        },
      },
      {
        right: false,
        says: "later apart",
        text: {
          ko: "처음에는 한꺼번에, 여러 번 거듭해야 흩어집니다.",
          en: "Together at first; they spread out only after several attempts.",
        },
        why: {
          ko: "첫 재시도부터 0ms와 500ms 사이의 아무 때나 옵니다.",
          en: "The first retry already falls anywhere between 0 and 500 ms.",
        },
      },
    ],
  },
});

/** The most retries that came in the same ms. */
function mostAtOnce(run: ClaimRun): number {
  const atMs = new Map<number, number>();
  for (const { line, numbers, timeMs } of run.output()) {
    const isRetry = line === "call" && (numbers[1] ?? 1) > 1;
    if (isRetry) atMs.set(timeMs, (atMs.get(timeMs) ?? 0) + 1);
  }
  return Math.max(0, ...atMs.values());
}
