/** After the verdict on graceful degradation: what saves the required work, and whether it does so under more load. */
import { defineSequel } from "../sequel.ts";

export const degradation = defineSequel({
  /** Which part of the required work is not turned away, in percent. */
  reads(run, untilMs) {
    const [required] = run.countsAt(untilMs).byKind;
    if (required === undefined) return "none";
    return Math.round(100 * (1 - required.lost / required.produced));
  },
  said: [60, 100, "later and later"],
  why: {
    question: {
      ko: "무엇이 필수 작업을 지켰을까요?",
      en: "What has saved the required work?",
    },
    answers: [
      {
        right: false,
        text: {
          ko: "필수 작업을 버퍼 맨 앞에 넣었습니다.",
          en: "It was put at the head of the buffer.",
        },
        why: {
          ko: "순서는 바꾸지 않습니다. 들어온 차례대로 처리합니다.",
          en: "The order is not changed: all is done in the order in which it came.",
        },
      },
      {
        right: true,
        text: {
          ko: "버퍼가 차기 전에 덜 중요한 것부터 받지 않아, 늘 자리가 남았습니다.",
          en: "The less important was turned away before the buffer was full, so there was always room.",
        },
        why: {
          ko: "가득 찬 다음에는 고를 수 없습니다. 문턱을 미리 두었기 때문에 고를 수 있었습니다.",
          en: "Once it is full there is no choice. The threshold lies before that, so one could choose.",
        },
      },
      {
        right: false,
        text: {
          ko: "바쁘면 처리가 빨라졌습니다.",
          en: "The workers became quicker under load.",
        },
        why: {
          ko: "하나에 100ms는 그대로입니다. 줄어든 것은 들어오는 일입니다.",
          en: "Each still takes 100 ms. What became less is the work that comes in.",
        },
      },
    ],
  },
  twin: {
    link: "s=degradation&p=20",
    showsAtMs: 6000,
    question: {
      ko: "이번에는 1초에 50개가 오고, 처리할 수 있는 것은 여전히 20개입니다. 필수와 있으면 좋은 것만 해도 25개입니다. 필수 작업은 얼마나 처리될까요?",
      en: "Now 50 come in a second, and still 20 can be done. Required and useful work alone are 25. How much of the required work is done?",
    },
    answers: [
      {
        right: false,
        says: 40,
        text: { ko: "40%. 20/50입니다.", en: "40 %: that is 20/50." },
        why: {
          ko: "누구를 거절할지 고르지 않을 때의 답입니다.",
          en: "So it would be without a choice of whom to turn away.",
        },
      },
      {
        right: false,
        says: 80,
        text: { ko: "80%. 20/25입니다.", en: "80 %: that is 20/25." },
        why: {
          ko: "한 단계에서 멈추면 그렇습니다. 버퍼가 더 차면 다음 단계가 있으면 좋은 것도 거절합니다.",
          en: "With a single level, yes. As the buffer fills further the next one turns useful work away, too.",
        },
      },
      {
        right: true,
        says: 100,
        text: { ko: "이번에도 모두.", en: "All of it, again." },
        why: {
          ko: "필수만은 1초에 12.5개라 처리할 수 있습니다. 이번에는 있으면 좋은 작업도 일부 거절됩니다.",
          en: "Required work alone is 12.5 a second, which can be done. This time some of the useful work is turned away as well.",
        },
      },
    ],
  },
});
