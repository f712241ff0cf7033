/** After the verdict on the memory leak: why the program goes on, and what a faster consumer changes. */
import { defineSequel } from "../sequel.ts";

export const memoryLeak = defineSequel({
  reads(run, untilMs) {
    if (run.end().atMs < untilMs) return "ends";
    const [before, now] = [run.countsAt(untilMs - 1000), run.countsAt(untilMs)];
    if (now.waiting > 0) return "waits";
    return now.buffered > before.buffered ? "grows" : "steady";
  },
  said: ["ends", "waits", "grows", "throws"],
  why: {
    question: {
      ko: "본문이 끝났는데 왜 프로그램은 끝나지 않을까요?",
      en: "The body is over: why is the program not?",
    },
    answers: [
      {
        right: false,
        text: {
          ko: "버퍼에 남은 것을 먼저 다 처리하려고 기다립니다.",
          en: "It waits until what is left in the buffer has been worked on.",
        },
        why: {
          ko: "버퍼에 무엇이 남았는지는 상관없습니다. 버퍼가 비어 있어도 똑같이 끝나지 않습니다.",
          en: "What is left there does not matter: with an empty buffer it would not end either.",
        },
      },
      {
        right: false,
        text: {
          ko: "delay(5000)이 코루틴이 많아 늦게 끝납니다.",
          en: "delay(5000) ends late because so many coroutines run.",
        },
        why: {
          ko: "제때 끝납니다. 그 뒤에 runBlocking이 자식을 기다립니다.",
          en: "It ends in time. What waits after it is runBlocking, for its children.",
        },
      },
      {
        right: true,
        text: {
          ko: "runBlocking은 자식 코루틴이 모두 끝나야 돌아오는데, 아무도 취소하지 않았습니다.",
          en: "runBlocking returns when all its children have ended, and nobody has cancelled them.",
        },
        why: {
          ko: "구조화된 동시성입니다. 끝내려면 코루틴을 취소하거나 반복이 스스로 끝나야 합니다.",
          en: "That is structured concurrency: somebody cancels the coroutines, or their loops end by themselves.",
        },
      },
    ],
  },
  twin: {
    link: "s=memory-leak.2&p=20&c=10&body=2000",
    showsAtMs: 3000,
    question: {
      ko: "이번에는 소비자가 더 빠릅니다. 20ms마다 하나를 넣고 처리에는 10ms가 걸리며, 본문은 2초에 끝납니다. 2초가 지나면 어떻게 될까요?",
      en: "Now the consumer is the faster one: one goes in every 20 ms, each takes 10 ms, and the body ends at 2 s. What happens after that?",
    },
    answers: [
      {
        right: false,
        says: "ends",
        text: {
          ko: "밀린 것이 없으니 프로그램이 끝납니다.",
          en: "Nothing is left to do, so the program ends.",
        },
        why: {
          ko: "할 일이 없는 것과 끝난 것은 다릅니다. 두 반복은 여전히 돌고, runBlocking은 둘을 기다립니다.",
          en: "To have nothing to do is not to have ended. Both loops go on, and runBlocking waits for them.",
        },
      },
      {
        right: false,
        says: "grows",
        text: {
          ko: "한도가 없으니 버퍼가 천천히 늘어납니다.",
          en: "The buffer grows slowly, as it has no bound.",
        },
        why: {
          ko: "한도가 없다고 늘어나지는 않습니다. 들어오는 것이 나가는 것보다 많아야 늘어납니다.",
          en: "To be unbounded is not to grow: for that, more has to come in than goes out.",
        },
      },
      {
        right: true,
        says: "steady",
        text: {
          ko: "끝나지 않고 계속 돕니다. 버퍼는 거의 비어 있습니다.",
          en: "It goes on for ever, with a buffer that is all but empty.",
        },
        why: {
          ko: "아무도 취소하지 않았으니 끝나지 않고, 소비자가 빠르니 쌓이지 않습니다. 누수는 두 가지가 겹칠 때 생깁니다.",
          en: "Nobody has cancelled it, so it does not end; the consumer keeps up, so nothing piles up. It takes both for a leak.",
        },
      },
    ],
  },
});
