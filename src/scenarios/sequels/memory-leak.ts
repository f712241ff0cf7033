/** After the verdict on the memory leak: why the program keeps running, and what a faster consumer changes. */
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const memoryLeak = defineSequel({
  reads(run, untilMs) {
    if (run.end().atMs < untilMs) return "ends";
    const [before, now] = [run.countsAt(untilMs - 1000), run.countsAt(untilMs)];
    if (now.held > 0) return "waits";
    return now.waiting > before.waiting ? "grows" : "steady";
  },
  said: ["ends", "waits", "grows", "throws"],
  why: {
    question: {
      ko: "main 블록이 끝났는데 왜 프로그램은 끝나지 않을까요?",
      en: "main's body has ended. Why has the program not?",
    },
    answers: [
      {
        right: false,
        // If so, it would end where the consumer keeps up.
        holds: ({ other }) => endsByItself(other({ producerDelayMs: 20, consumerDelayMs: 10 })),
        text: {
          ko: "버퍼에 남은 것을 먼저 다 처리하려고 기다립니다.",
          en: "It waits until everything left in the buffer is processed.",
        },
        why: {
          ko: "버퍼에 무엇이 남았는지는 상관없습니다. 버퍼가 비어 있어도 똑같이 끝나지 않습니다.",
          en: "What is left in the buffer does not matter: with an empty buffer it would not end either.",
        },
      },
      {
        right: false,
        // If so, it would end sooner or later.
        holds: ({ other }) => endsByItself(other({ bodyMs: 1_000, durationS: 30 })),
        text: {
          ko: "코루틴이 많아서 delay(5000)이 늦게 끝납니다.",
          en: "delay(5000) ends late because so many coroutines run.",
        },
        why: {
          ko: "제때 끝납니다. 그 뒤에 runBlocking이 자식을 기다립니다.",
          en: "It ends on time. After it, runBlocking waits for its children.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) => !endsByItself(run) && endsByItself(other({}, "leak-that-ends")),
        text: {
          ko: "runBlocking은 자식 코루틴이 모두 끝나야 돌아오는데, 취소하는 코드가 없습니다.",
          en: "runBlocking returns when all its children have ended, and nothing cancels them.",
        },
        why: {
          ko: "이것이 구조화된 동시성입니다. 끝내려면 코루틴을 취소하거나 루프가 스스로 끝나야 합니다.",
          en: "That is structured concurrency: the coroutines must be cancelled, or their loops must end by themselves.",
        },
      },
    ],
  },
  twin: {
    link: "s=memory-leak.2&p=20&c=10&body=2000",
    showsAtMs: 3000,
    question: {
      ko: "이번에는 소비자가 더 빠릅니다. 20ms마다 하나를 넣고 처리에는 10ms가 걸리며, main 블록은 2초에 끝납니다. 2초가 지나면 어떻게 될까요?",
      en: "Now the consumer is faster: one goes in every 20 ms, each takes 10 ms, and main's body ends at 2 s. What happens after that?",
    },
    answers: [
      {
        right: false,
        says: "ends",
        text: {
          ko: "밀린 것이 없으므로 프로그램이 끝납니다.",
          en: "Nothing is left to do, so the program ends.",
        },
        why: {
          ko: "할 일이 없는 것과 끝난 것은 다릅니다. 두 무한 루프는 계속 돌고, runBlocking은 둘을 기다립니다.",
          en: "Having nothing to do is not the same as having ended. Both loops continue, and runBlocking waits for them.",
        },
      },
      {
        right: false,
        says: "grows",
        text: {
          ko: "한도가 없으니 버퍼가 천천히 늘어납니다.",
          en: "The buffer grows slowly because it has no bound.",
        },
        why: {
          ko: "한도가 없다고 늘어나지는 않습니다. 들어오는 것이 나가는 것보다 많아야 늘어납니다.",
          en: "An unbounded buffer does not grow by itself: more has to come in than goes out.",
        },
      },
      {
        right: true,
        says: "steady",
        text: {
          ko: "끝나지 않고 계속 돕니다. 버퍼는 거의 비어 있습니다.",
          en: "It runs forever, with an almost empty buffer.",
        },
        why: {
          ko: "취소하는 코드가 없으므로 끝나지 않고, 소비자가 빠르므로 쌓이지 않습니다. 누수는 두 가지가 겹칠 때 생깁니다.",
          en: "Nothing cancels it, so it does not end; the consumer keeps up, so nothing piles up. A leak takes both.",
        },
      },
    ],
  },
});

function endsByItself(run: ClaimRun): boolean {
  return run.end().reason === "completed";
}
