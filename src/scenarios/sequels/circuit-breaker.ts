/** After the verdict on the circuit breaker: what checks the time, and when it does so while calls keep coming. */
import { timesOf } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const circuitBreaker = defineSequel({
  /** When it goes HALF_OPEN for the first time, in ms. */
  reads: (run) => run.output().find(({ line }) => line === "halfOpen")?.timeMs ?? "never",
  said: [8_000, "at the first call after", "never", 5_000],
  why: {
    question: {
      ko: "대기 시간이 지났는데 왜 아무 일도 일어나지 않았을까요?",
      en: "The wait was over. Why did nothing happen?",
    },
    answers: [
      {
        right: true,
        holds: ({ run, other }) => {
          const goesOn = other({ count: 40, timeoutMs: 1_500 });
          const [opened, tried] = [firstMs(goesOn, "open"), firstMs(goesOn, "halfOpen")];
          const isCall = tried % Number(goesOn.values["producerDelayMs"]) === 0;
          return firstMs(run, "halfOpen") === Infinity && isCall && tried > opened + 1_500;
        },
        text: {
          ko: "시간이 지났는지는 호출이 올 때만 확인하는데, 오는 호출이 없었습니다.",
          en: "The breaker checks the time only when a call comes, and no call came.",
        },
        why: {
          ko: "서킷 브레이커는 코루틴도 타이머도 아니고, 상태와 시각을 적어 둔 값일 뿐입니다. 호출이 와야 움직입니다.",
          en: "A breaker is neither a coroutine nor a timer, just a state and a time. Only a call makes it act.",
        },
      },
      {
        right: false,
        // If so, it would go HALF_OPEN by itself once the service works again.
        holds: ({ other }) => firstMs(other({ failTo: 16 }), "halfOpen") < Infinity,
        text: {
          ko: "타이머가 있지만 서비스가 아직 고장이라 열린 채로 두었습니다.",
          en: "Its timer ran out, but the service was still down, so it stayed open.",
        },
        why: {
          ko: "서킷 브레이커는 서비스를 스스로 살피지 않습니다. 호출의 결과로만 압니다.",
          en: "A breaker does not check the service. It learns only from the results of calls.",
        },
      },
      {
        right: false,
        holds: ({ run }) =>
          run.countsAt(run.durationMs).failed > run.countsAt(firstMs(run, "open")).failed,
        text: {
          ko: "실패가 이어져 대기 시간이 다시 시작되었습니다.",
          en: "Further failures restarted the wait.",
        },
        why: {
          ko: "열려 있는 동안의 호출은 서비스까지 가지 않습니다. 거절될 뿐 실패하지 않습니다.",
          en: "While it is open, no call gets through: calls are rejected, so they do not fail.",
        },
      },
    ],
  },
  twin: {
    link: "s=circuit-breaker.2&n=40&to=1500",
    showsAtMs: 5000,
    question: {
      ko: "이번에는 200ms마다 호출이 40번 오고, 대기 시간은 1.5초입니다. 3,000ms에 열린 서킷 브레이커는 언제 HALF_OPEN이 될까요?",
      en: "Now there are 40 calls, one every 200 ms, and the wait is 1.5 s. The breaker opens at 3,000 ms. When does it go HALF_OPEN?",
    },
    answers: [
      {
        right: false,
        says: 4_500,
        text: {
          ko: "4,500ms에, 1.5초가 지나는 순간.",
          en: "At 4,500 ms, as soon as the 1.5 s are over.",
        },
        why: {
          ko: "그 순간에는 오는 호출이 없습니다. 호출은 4,400ms와 4,600ms에 옵니다.",
          en: "No call comes at that moment. There is one at 4,400 ms and one at 4,600 ms.",
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
          ko: "이번에는 호출이 옵니다. 그 호출이 시각을 확인하고 상태를 바꾸며, 시험은 그다음 호출이 합니다.",
          en: "This time there is a call. It checks the time and changes the state; the next call is the trial.",
        },
      },
      {
        right: false,
        says: "never",
        text: { ko: "이번에도 되지 않습니다.", en: "Not in this run either." },
        why: {
          ko: "지난번에는 호출이 끝나서 되지 않았습니다. 이번에는 7,800ms까지 옵니다.",
          en: "Last time it never did because the calls had ended. Now they continue until 7,800 ms.",
        },
      },
    ],
  },
});

/** When a line of this name was first printed, in ms; Infinity if it never was. */
function firstMs(run: ClaimRun, name: string): number {
  return timesOf(run, name)[0] ?? Number.POSITIVE_INFINITY;
}
