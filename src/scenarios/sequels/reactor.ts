/** After the verdict on Reactor: what the bound is for, and what happens with four places. */
import { isSlowed, printed } from "../readings.ts";
import { defineSequel } from "../sequel.ts";

/** What is printed for a request without limit. */
const WITHOUT_LIMIT = -1;

export const reactor = defineSequel({
  reads(run, untilMs) {
    const { lost, undelivered } = run.countsAt(untilMs);
    if (lost === 0) return "slows";
    if (run.end().error === undefined) return "drops";
    return undelivered > 0 ? "fails at once" : "fails after the rest";
  },
  said: ["slows", "drops", "fails at once", "fails after the rest"],
  why: {
    question: {
      ko: "버퍼에 한도가 있는데 소스는 왜 느려지지 않았을까요?",
      en: "The buffer has a bound. Why did the source not slow down?",
    },
    answers: [
      {
        right: false,
        // If so, the source would slow down for a slower subscriber.
        holds: ({ other }) => isSlowed(other({ consumerDelayMs: 2_000 }), 900),
        text: {
          ko: "구독자가 너무 많이 요청했기 때문입니다.",
          en: "The subscriber requested too much.",
        },
        why: {
          ko: "구독자의 요청은 버퍼까지만 갑니다. 위로는 버퍼가 따로 요청합니다.",
          en: "The subscriber’s requests only reach the buffer. The buffer makes its own requests upstream.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) =>
          [run, other({ capacity: 4 })].every(
            (each) => printed(each, "requested").join() === String(WITHOUT_LIMIT),
          ),
        text: {
          ko: "onBackpressureBuffer는 한도와 상관없이 위로는 끝없이 요청하기 때문입니다.",
          en: "Whatever its bound, onBackpressureBuffer requests without limit upstream.",
        },
        why: {
          ko: "이 연산자는 늦출 수 없는 소스를 위한 것입니다. 한도는 언제 포기할지를 정합니다.",
          en: "It is made for sources that can’t be slowed down. The bound decides when to give up.",
        },
      },
      {
        right: false,
        // If so, no producer that runs concurrently with its consumer would slow down.
        holds: ({ other }) => !isSlowed(other({}, "bounded"), 6_500),
        text: {
          ko: "소스가 다른 스레드에서 돌기 때문입니다.",
          en: "The source runs on another thread.",
        },
        why: {
          ko: "스레드는 상관없습니다. 요청이 남아 있는 한 소스는 내보내도 됩니다.",
          en: "Threads don’t matter here. As long as requests are left, a source may emit.",
        },
      },
    ],
  },
  twin: {
    link: "s=reactor&cap=4&c=300",
    showsAtMs: 2100,
    question: {
      ko: "이번에는 onBackpressureBuffer(4)이고, 구독자는 하나에 300ms가 걸립니다. 버퍼가 넘치면 어떻게 될까요?",
      en: "Now it is onBackpressureBuffer(4), and the subscriber takes 300 ms per element. What happens when it overflows?",
    },
    answers: [
      {
        right: true,
        says: "fails after the rest",
        text: {
          ko: "넘친 하나만 잃습니다. 나머지 4개를 넘긴 뒤에 오류가 옵니다.",
          en: "Only the element that overflows is lost. The error comes after the other 4 have been passed on.",
        },
        why: {
          ko: "700ms에 7번이 넘치고, 오류는 1,800ms에야 옵니다. 그 사이 버퍼가 비워집니다.",
          en: "Number 7 overflows at 700 ms, and the error comes at 1,800 ms. In between, the buffer is emptied.",
        },
      },
      {
        right: false,
        says: "fails at once",
        text: {
          ko: "버퍼가 작아서 바로 오류가 나고 4개를 잃습니다.",
          en: "Such a small buffer fails at once, and the 4 are lost.",
        },
        why: {
          ko: "크기는 넘치는 시점만 바꿉니다. 오류를 미루는 것은 같습니다.",
          en: "Its size only changes when it overflows. The error is delayed all the same.",
        },
      },
      {
        right: false,
        says: "slows",
        text: {
          ko: "구독자가 빨라져 넘치지 않습니다.",
          en: "It does not overflow, because the subscriber is faster.",
        },
        why: {
          ko: "300ms에 셋이 오고 하나가 나갑니다. 네 칸은 1초도 안 되어 찹니다.",
          en: "Three arrive in 300 ms and one leaves: four places fill up within a second.",
        },
      },
    ],
  },
});
