/** After the verdict on log processing: what decides which logs are lost, and what changes with many ERRORs. */
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** Shares that differ by no more than this count as the same, because timers are late at random. */
const NEAR = 0.05;
/** By then a third of the logs has been taken, and far more have been lost. */
const SHOWN_MS = 6_000;

export const logProcessing = defineSequel({
  /** How the ERRORs fare compared with the other logs. */
  reads(run, untilMs) {
    const [error, info] = shares(run, untilMs);
    if (error === 1) return "all";
    if (error === 0) return "none";
    if (Math.abs(error - info) <= NEAR) return "the same share";
    return error > info ? "more of them" : "fewer of them";
  },
  said: ["all", "the same share", "more of them", "none"],
  why: {
    question: {
      ko: "ERROR는 왜 전체와 같은 비율로 처리될까요?",
      en: "Why do ERRORs survive as often as all other logs?",
    },
    answers: [
      {
        right: false,
        // If so, a single processor would leave a different share.
        holds: ({ other }) => !isAlike(other({ workers: 1 })),
        text: {
          ko: "처리기 셋이 로그를 공평하게 나눠 가지기 때문입니다.",
          en: "Because three processors share the logs fairly.",
        },
        why: {
          ko: "처리기는 버퍼에 들어온 것만 봅니다. 무엇을 잃을지는 그 앞에서 정해집니다.",
          en: "They only see what is in the buffer. Losses are decided before that.",
        },
      },
      {
        right: false,
        // If so, the shares would differ when all logs take equally long.
        holds: ({ other }) => !isAlike(other({ errorDelayMs: 10 })),
        text: {
          ko: "ERROR를 처리하는 데 더 오래 걸리기 때문입니다.",
          en: "Because an ERROR takes longer to process.",
        },
        why: {
          ko: "그래서 모두가 느려지지만, 누가 버려지는지는 바뀌지 않습니다.",
          en: "That slows everything down. It does not change which logs are dropped.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) => isAlike(run) && !isAlike(other({}, "errors-first")),
        text: {
          ko: "들어갈 때는 자리만 보고, 자리가 나는 때는 로그 레벨과 상관없기 때문입니다.",
          en: "Because only free space counts on entry, and places come free whatever the level.",
        },
        why: {
          ko: "들어갈 때 로그 레벨을 보지 않으면 모든 로그의 운이 같습니다. 지키려면 들어갈 때 레벨을 보아야 합니다.",
          en: "If entry ignores levels, all logs have the same luck. To protect some, the level has to be checked on entry.",
        },
      },
    ],
  },
  twin: {
    link: "s=log-processing.2&ee=2",
    showsAtMs: 6000,
    question: {
      ko: "이번에는 둘 중 하나가 ERROR이고, ERROR는 INFO보다 다섯 배 오래 걸립니다. ERROR는 얼마나 처리될까요?",
      en: "Now every other log is an ERROR, and an ERROR takes five times as long as an INFO. How many ERRORs survive?",
    },
    answers: [
      {
        right: false,
        says: "more of them",
        text: {
          ko: "INFO보다 많이. ERROR가 훨씬 많기 때문입니다.",
          en: "A larger share than of the INFOs, because there are so many.",
        },
        why: {
          ko: "많이 오면 많이 잃기도 합니다. 비율은 그대로입니다.",
          en: "Where more arrive, more are lost as well. The share stays the same.",
        },
      },
      {
        right: true,
        says: "the same share",
        text: {
          ko: "INFO와 같은 비율. 다만 둘 다 더 많이 잃습니다.",
          en: "The same share as of the INFOs, but a smaller one than before.",
        },
        why: {
          ko: "평균 처리 시간이 두 배가 되어 모두 더 많이 잃습니다. 들어갈 때 고르지 않는 것은 같습니다.",
          en: "The mean service time doubles, so more of both are lost. On entry, there is still no choice.",
        },
      },
      {
        right: false,
        says: "fewer of them",
        text: {
          ko: "INFO보다 적게. 처리가 오래 걸리기 때문입니다.",
          en: "A smaller share than of the INFOs, because they take longer.",
        },
        why: {
          ko: "처리가 오래 걸리는 것은 꺼낸 뒤의 일입니다. 들어갈 때는 모두 같습니다.",
          en: "They take longer only once they have been taken. On entry, all are equal.",
        },
      },
    ],
  },
});

/** The share of the ERRORs and of the INFOs that had been taken by `untilMs`, from 0 to 1. */
function shares(run: ClaimRun, untilMs: number): readonly [number, number] {
  const [error, info] = run.countsAt(untilMs).byKind.map(({ made, received }) => received / made);
  return [error ?? 0, info ?? 0];
}

/** Whether about the same share of the ERRORs has been taken as of the INFOs. */
function isAlike(run: ClaimRun): boolean {
  const [error, info] = shares(run, SHOWN_MS);
  return Math.abs(error - info) <= NEAR;
}
