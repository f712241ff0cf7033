/** After the verdict on the circuit breaker: who looks at the clock, and when that is while calls keep coming. */
import { defineSequel } from "../sequel.ts";

export const circuitBreaker = defineSequel({
  /** When it goes HALF_OPEN for the first time, in ms. */
  reads: (run) => run.output().find(({ line }) => line === "halfOpen")?.timeMs ?? "never",
  said: [8_000, "at the first call after", "never", 5_000],
  why: {
    question: {
      ko: "기다리는 시간이 지났는데 왜 아무 일도 일어나지 않았을까요?",
      en: "The wait was over: why did nothing happen?",
    },
    answers: [
      {
        right: true,
        text: {
          ko: "시간이 지났는지는 호출이 올 때 견주어 볼 뿐인데, 오는 호출이 없었습니다.",
          en: "Whether it is over is only compared when a call comes, and no call came.",
        },
        why: {
          ko: "차단기는 코루틴도 타이머도 아닌 상태와 시각 하나입니다. 부르는 사람이 그것을 깨웁니다.",
          en: "A breaker is no coroutine and no timer but a state and a time. Whoever calls wakes it.",
        },
      },
      {
        right: false,
        text: {
          ko: "타이머가 있지만 서비스가 아직 고장이라 열린 채로 두었습니다.",
          en: "Its timer found that the service was still down, and left it open.",
        },
        why: {
          ko: "차단기는 서비스를 스스로 살피지 않습니다. 호출의 결과로만 압니다.",
          en: "A breaker does not look at the service. It knows it by the calls alone.",
        },
      },
      {
        right: false,
        text: {
          ko: "실패가 이어져 기다리는 시간이 다시 시작되었습니다.",
          en: "Further failures began the wait anew.",
        },
        why: {
          ko: "열린 동안의 호출은 서비스까지 가지 않습니다. 거절될 뿐 실패하지 않습니다.",
          en: "While it is open no call gets through: it is turned away and does not fail.",
        },
      },
    ],
  },
  twin: {
    link: "s=circuit-breaker.2&n=40&to=1500",
    showsAtMs: 5000,
    question: {
      ko: "이번에는 200ms마다 호출이 40번 오고, 기다리는 시간은 1.5초입니다. 3,000ms에 열린 차단기는 언제 HALF_OPEN이 될까요?",
      en: "Now there are 40 calls, one every 200 ms, and the wait is 1.5 s. Opened at 3,000 ms, when does it go HALF_OPEN?",
    },
    answers: [
      {
        right: false,
        says: 4_500,
        text: {
          ko: "4,500ms에, 1.5초가 지나는 순간.",
          en: "At 4,500 ms, when the 1.5 s are over.",
        },
        why: {
          ko: "그 순간에는 오는 호출이 없습니다. 호출은 4,400ms와 4,600ms에 옵니다.",
          en: "No call comes at that moment. There is one at 4,400 ms and one at 4,600.",
        },
      },
      {
        right: true,
        says: 4_600,
        text: {
          ko: "4,600ms에, 그 뒤의 첫 호출에서.",
          en: "At 4,600 ms, at the first call after that.",
        },
        why: {
          ko: "이번에는 부르는 사람이 있습니다. 그 호출이 시계를 보고, 시험도 그 호출이 합니다.",
          en: "This time somebody calls. That call looks at the clock, and is the trial itself.",
        },
      },
      {
        right: false,
        says: "never",
        text: { ko: "이번에도 되지 않습니다.", en: "Not in this run either." },
        why: {
          ko: "되지 않은 것은 호출이 끊겼기 때문입니다. 이번에는 7,800ms까지 옵니다.",
          en: "It never did because the calls had ended. Now they go on until 7,800 ms.",
        },
      },
    ],
  },
});
