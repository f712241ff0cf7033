/** After the verdict on Reactor: what the bound is for, and what four places do. */
import { defineSequel } from "../sequel.ts";

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
      ko: "버퍼에 한도가 있는데 원천은 왜 느려지지 않았을까요?",
      en: "The buffer has a bound: why did the source not slow down?",
    },
    answers: [
      {
        right: false,
        text: {
          ko: "구독자가 너무 많이 요청했기 때문에.",
          en: "The subscriber asked for too much.",
        },
        why: {
          ko: "구독자의 요청은 버퍼까지만 갑니다. 위로 가는 요청은 버퍼가 따로 합니다.",
          en: "Its requests go as far as the buffer. What goes up from there is the buffer’s own.",
        },
      },
      {
        right: true,
        text: {
          ko: "onBackpressureBuffer는 한도와 상관없이 위로는 끝없이 요청하기 때문에.",
          en: "Whatever its bound, onBackpressureBuffer asks upwards without one.",
        },
        why: {
          ko: "이 연산자는 늦출 수 없는 원천을 위한 것입니다. 한도는 언제 포기할지를 정합니다.",
          en: "It is made for sources that can’t be slowed. The bound says when to give up.",
        },
      },
      {
        right: false,
        text: {
          ko: "원천이 다른 스레드에서 돌기 때문에.",
          en: "The source runs on another thread.",
        },
        why: {
          ko: "스레드는 상관없습니다. 요청이 남아 있는 한 원천은 보내도 됩니다.",
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
      en: "Now it is onBackpressureBuffer(4), and the subscriber takes 300 ms for each. What happens when it overflows?",
    },
    answers: [
      {
        right: true,
        says: "fails after the rest",
        text: {
          ko: "넘친 하나만 잃습니다. 나머지 4개를 넘긴 뒤에 오류가 옵니다.",
          en: "Only the one too many is lost. The error comes when the other 4 have gone down.",
        },
        why: {
          ko: "700ms에 7번이 넘치고, 오류는 1,800ms에야 옵니다. 그 사이 버퍼가 비워집니다.",
          en: "Number 7 overflows at 700 ms, and the error comes at 1,800 ms. The buffer is emptied between.",
        },
      },
      {
        right: false,
        says: "fails at once",
        text: {
          ko: "버퍼가 작으니 바로 오류가 나고 4개를 잃습니다.",
          en: "So small a buffer fails at once, and the 4 are lost.",
        },
        why: {
          ko: "크기는 넘치는 때만 바꿉니다. 오류를 미루는 것은 같습니다.",
          en: "Its size only changes when it overflows. The error waits all the same.",
        },
      },
      {
        right: false,
        says: "slows",
        text: {
          ko: "구독자가 빨라져 넘치지 않습니다.",
          en: "It does not, as the subscriber is quicker.",
        },
        why: {
          ko: "300ms에 셋이 오고 하나가 나갑니다. 네 칸은 1초도 안 되어 찹니다.",
          en: "Three come in 300 ms and one goes: four places are full within a second.",
        },
      },
    ],
  },
});
