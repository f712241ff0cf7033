/** After the verdict on log processing: who decides what is lost, and what many ERRORs change. */
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** Shares that are this near to each other are taken to be the same: timers are late by chance. */
const NEAR = 0.05;

export const logProcessing = defineSequel({
  /** How the ERRORs fare beside the other logs. */
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
      ko: "ERROR의 비율은 왜 전체와 같을까요?",
      en: "Why do ERRORs survive as often as all others?",
    },
    answers: [
      {
        right: false,
        text: {
          ko: "처리기 셋이 로그를 공평하게 나눠 가져서.",
          en: "Because three processors share the logs fairly.",
        },
        why: {
          ko: "처리기는 버퍼에 들어온 것만 봅니다. 잃는 것은 그 앞에서 정해집니다.",
          en: "They see only what is in the buffer. What is lost is decided before that.",
        },
      },
      {
        right: false,
        text: {
          ko: "ERROR를 처리하는 데 더 오래 걸려서.",
          en: "Because an ERROR takes longer to process.",
        },
        why: {
          ko: "그래서 모두가 느려지지만, 누가 버려지는지는 바뀌지 않습니다.",
          en: "That slows all of them. It does not change who is thrown away.",
        },
      },
      {
        right: true,
        text: {
          ko: "들어갈 때 묻는 것은 자리뿐이고, 자리가 나는 때는 수준과 상관없기 때문에.",
          en: "Because room is all that is asked for at the door, and it comes free whatever the level.",
        },
        why: {
          ko: "수준을 모르는 문 앞에서는 모든 로그의 운이 같습니다. 지키려면 문이 수준을 보아야 합니다.",
          en: "At a door that does not know levels all have the same luck. To protect some, the door has to look.",
        },
      },
    ],
  },
  twin: {
    link: "s=log-processing.2&ee=2",
    showsAtMs: 6000,
    question: {
      ko: "이번에는 둘 중 하나가 ERROR이고, ERROR는 INFO보다 다섯 배 오래 걸립니다. ERROR는 얼마나 살아남을까요?",
      en: "Now every other log is an ERROR, and one takes five times as long as an INFO. How many of the ERRORs survive?",
    },
    answers: [
      {
        right: false,
        says: "more of them",
        text: {
          ko: "INFO보다 많이. ERROR가 훨씬 많으니까요.",
          en: "More than of the INFOs: there are so many of them.",
        },
        why: {
          ko: "많이 오면 많이 잃기도 합니다. 비율은 그대로입니다.",
          en: "Where more come, more are lost as well. The share is the same.",
        },
      },
      {
        right: true,
        says: "the same share",
        text: {
          ko: "INFO와 같은 비율. 다만 둘 다 더 많이 잃습니다.",
          en: "The same share as of the INFOs, and less of both than before.",
        },
        why: {
          ko: "평균 처리 시간이 두 배가 되어 모두 더 많이 잃습니다. 문이 고르지 않는 것은 같습니다.",
          en: "The mean time is twice as long, so more of all are lost. The door still does not choose.",
        },
      },
      {
        right: false,
        says: "fewer of them",
        text: {
          ko: "INFO보다 적게. 처리가 오래 걸리니까요.",
          en: "Fewer than of the INFOs, as they take longer.",
        },
        why: {
          ko: "오래 걸리는 것은 꺼낸 뒤의 일입니다. 들어올 때는 누구나 같습니다.",
          en: "They take longer once they are taken. At the door all are alike.",
        },
      },
    ],
  },
});

/** Which part of the ERRORs and of the others has been taken, 0 to 1. */
function shares(run: ClaimRun, untilMs: number): readonly [number, number] {
  const [error, info] = run
    .countsAt(untilMs)
    .byKind.map(({ produced, received }) => received / produced);
  return [error ?? 0, info ?? 0];
}
