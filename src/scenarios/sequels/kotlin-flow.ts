/** After the verdict on Kotlin's Flow: which coroutine runs the collect block, and how often values come with other times. */
import { madeByMs } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const kotlinFlow = defineSequel({
  /** The time from one value to the next, in ms. */
  reads: gapMs,
  said: ["100, piling up", 500, 600, "100, with losses"],
  why: {
    question: {
      ko: "두 시간은 왜 겹치지 않고 더해질까요?",
      en: "Why do the two times add up instead of overlapping?",
    },
    answers: [
      {
        right: false,
        // If so, they would add up with two coroutines as well.
        holds: ({ other }) => addsUp(other({ operator: "buffer" })),
        text: {
          ko: "flow가 두 코루틴 사이를 잠금으로 막기 때문입니다.",
          en: "Because a flow has a lock between its two coroutines.",
        },
        why: {
          ko: "코루틴이 하나뿐이므로 서로를 막을 일이 없습니다.",
          en: "There is only one coroutine, so there is nothing to lock out.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) =>
          addsUp(run) &&
          addsUp(other({ producerDelayMs: 300, consumerDelayMs: 200 })) &&
          !addsUp(other({ operator: "buffer" })),
        text: {
          ko: "emit이 collect의 블록을 호출하므로, 같은 코루틴이 둘을 차례로 하기 때문입니다.",
          en: "Because emit calls the collect block: one coroutine does one and then the other.",
        },
        why: {
          ko: "호출이 돌아와야 다음 줄로 갑니다. 그래서 배압을 위한 장치가 따로 없습니다.",
          en: "The next line runs only when the call has returned. That is all the backpressure there is.",
        },
      },
      {
        right: false,
        // If so, a channel’s two coroutines, which share a thread, would not overlap either.
        holds: ({ other }) => addsUp(other({}, "bounded")),
        text: {
          ko: "delay가 스레드를 막기 때문입니다.",
          en: "Because delay blocks the thread.",
        },
        why: {
          ko: "delay는 스레드를 놓아줍니다. 다만 이 코루틴은 그동안 아무것도 하지 않습니다.",
          en: "delay releases the thread. But this coroutine does nothing in the meantime.",
        },
      },
    ],
  },
  twin: {
    link: "s=kotlin-flow&p=300&c=200",
    showsAtMs: 2000,
    question: {
      ko: "이번에는 flow 블록이 300ms를 쉬고 collect 블록은 200ms가 걸립니다. 소비자가 더 빠릅니다. 값은 몇 ms마다 나올까요?",
      en: "Now the flow block pauses for 300 ms and the collect block takes 200 ms: the consumer is faster. How often is a value emitted?",
    },
    answers: [
      {
        right: false,
        says: 300,
        text: {
          ko: "300ms마다. 소비자가 더 빠르기 때문입니다.",
          en: "Every 300 ms, because the consumer is faster.",
        },
        why: {
          ko: "코루틴이 둘이라면 맞습니다. 코루틴 하나에서는 빠른 쪽의 시간도 더해집니다.",
          en: "With two coroutines, yes. In one coroutine, the shorter time is added too.",
        },
      },
      {
        right: true,
        says: 500,
        text: { ko: "500ms마다.", en: "Every 500 ms." },
        why: {
          ko: "처리 200ms와 쉬는 300ms가 차례로 이어집니다. 누가 빠른지는 상관없습니다.",
          en: "200 ms of work and 300 ms of pause follow one another, whichever side is faster.",
        },
      },
      {
        right: false,
        says: 200,
        text: { ko: "200ms마다.", en: "Every 200 ms." },
        why: {
          ko: "생산자는 300ms를 쉬어야 다음 값을 낼 수 있습니다.",
          en: "The producer pauses for 300 ms before each value, so it can’t be less.",
        },
      },
    ],
  },
});

/** The time from the second value to the third, in ms. */
function gapMs(run: ClaimRun): number {
  return madeByMs(run, 3) - madeByMs(run, 2);
}

function addsUp(run: ClaimRun): boolean {
  const { producerDelayMs, consumerDelayMs } = run.values;
  return gapMs(run) === Number(producerDelayMs) + Number(consumerDelayMs);
}
