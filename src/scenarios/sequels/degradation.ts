/** After the verdict on graceful degradation: what protects required tasks, and whether it still does under more load. */
import { isAscending, printed } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const degradation = defineSequel({
  /** The share of the required work that is not lost, in percent. */
  reads(run, untilMs) {
    const [required] = run.countsAt(untilMs).byKind;
    if (required === undefined) return "none";
    return Math.round(100 * (1 - required.lost / required.made));
  },
  said: [60, 100, "later and later"],
  why: {
    question: {
      ko: "무엇이 필수 작업을 지켰을까요?",
      en: "What protected the required tasks?",
    },
    answers: [
      {
        right: false,
        holds: ({ run }) => !isAscending(printed(run, "done")),
        text: {
          ko: "필수 작업을 버퍼 맨 앞에 넣었습니다.",
          en: "They were put at the head of the buffer.",
        },
        why: {
          ko: "순서는 바꾸지 않습니다. 들어온 차례대로 처리합니다.",
          en: "The order does not change: tasks are processed in the order in which they arrive.",
        },
      },
      {
        right: true,
        // With the thresholds at 100 %, nothing is rejected before the buffer is full.
        holds: ({ run, other }) =>
          run.maxBuffered() < run.capacity &&
          lostByKind(run)[0] === 0 &&
          lostByKind(run)[2] !== 0 &&
          other({ reducedPercent: 100, essentialPercent: 100 }).maxBuffered() === run.capacity,
        text: {
          ko: "버퍼가 차기 전에 덜 중요한 작업부터 거절하여 늘 자리가 남았습니다.",
          en: "Less important tasks were rejected before the buffer was full, so there was always room.",
        },
        why: {
          ko: "가득 찬 다음에는 고를 수 없습니다. 임계값이 그보다 낮아서 미리 고를 수 있었습니다.",
          en: "Once the buffer is full, there is no choice left. The threshold comes before that.",
        },
      },
      {
        right: false,
        holds: ({ run }) => {
          const doneIn = (second: number) =>
            run.countsAt(second * 1_000).done - run.countsAt((second - 1) * 1_000).done;
          const couldDo =
            (1_000 * Number(run.values["workers"])) / Number(run.values["consumerDelayMs"]);
          return doneIn(6) > couldDo;
        },
        text: {
          ko: "바쁠 때 처리가 빨라졌습니다.",
          en: "The workers sped up under load.",
        },
        why: {
          ko: "하나에 100ms가 걸리는 것은 그대로입니다. 들어오는 작업이 줄었습니다.",
          en: "Each task still takes 100 ms. Fewer tasks came in.",
        },
      },
    ],
  },
  twin: {
    link: "s=degradation&p=20",
    showsAtMs: 6000,
    question: {
      ko: "이번에는 1초에 50개가 오고, 처리할 수 있는 것은 여전히 20개입니다. 필수 작업과 있으면 좋은 작업만 해도 25개입니다. 필수 작업은 얼마나 처리될까요?",
      en: "Now 50 tasks arrive per second, and 20 can still be processed. Required and useful tasks alone are 25. How much of the required work is done?",
    },
    answers: [
      {
        right: false,
        says: 40,
        text: { ko: "40%. 20/50입니다.", en: "40 %: that is 20/50." },
        why: {
          ko: "무엇을 거절할지 고르지 않을 때의 답입니다.",
          en: "That would be right if nothing chose what to reject.",
        },
      },
      {
        right: false,
        says: 80,
        text: { ko: "80%. 20/25입니다.", en: "80 %: that is 20/25." },
        why: {
          ko: "단계가 하나뿐이라면 맞습니다. 버퍼가 더 차면 다음 단계에서 있으면 좋은 작업도 거절합니다.",
          en: "With a single level, yes. As the buffer fills further, the next level also rejects useful tasks.",
        },
      },
      {
        right: true,
        says: 100,
        text: { ko: "이번에도 모두.", en: "All of it, again." },
        why: {
          ko: "필수 작업만은 1초에 12.5개라 모두 처리할 수 있습니다. 이번에는 있으면 좋은 작업도 일부 거절됩니다.",
          en: "Required tasks alone are 12.5 a second, which can be processed. This time some useful tasks are rejected as well.",
        },
      },
    ],
  },
});

/** How many tasks of each kind were lost: required, useful, optional. */
function lostByKind(run: ClaimRun): number[] {
  return run.countsAt(run.durationMs).byKind.map(({ lost }) => lost);
}
