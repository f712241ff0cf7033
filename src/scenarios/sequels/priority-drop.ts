/** After the verdict on dropping by priority: what trySend checks, and how many elements a larger buffer saves. */
import { isAscending, printed } from "../readings.ts";
import type { ClaimRun, OutputLine } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const priorityDrop = defineSequel({
  /** How many high-priority elements have got in. */
  reads(run, untilMs) {
    const [high] = run.countsAt(untilMs).byKind;
    return (high?.made ?? 0) - (high?.lost ?? 0);
  },
  said: [4, 2, 0, "late"],
  why: {
    question: {
      ko: "우선순위가 높은데도 왜 버려졌을까요?",
      en: "Why were some high-priority elements dropped?",
    },
    answers: [
      {
        right: false,
        holds: ({ run }) => !isAscending(offers(run).map(({ numbers }) => numbers[0] ?? -1)),
        text: {
          ko: "우선순위가 낮은 요소가 앞질러 들어갔습니다.",
          en: "Low-priority elements overtook them on the way in.",
        },
        why: {
          ko: "앞지른 요소는 없습니다. 모두 만들어진 순서대로 시도했습니다.",
          en: "None overtook: all tried in the order in which they were made.",
        },
      },
      {
        right: false,
        // If so, the lost ones would have been in the buffer.
        holds: ({ run }) =>
          printed(run, "dropped").some((element) => printed(run, "sent").includes(element)),
        text: {
          ko: "소비자가 우선순위 순서로 꺼내지 않았습니다.",
          en: "The consumer did not take them in order of priority.",
        },
        why: {
          ko: "꺼내는 순서는 들어온 요소에만 중요합니다. 버려진 것은 들어오지도 못했습니다.",
          en: "The order of taking matters only for elements in the buffer. These never got in.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) => {
          const full = (timeMs: number) => run.countsAt(timeMs).waiting === run.capacity;
          const dropped = offers(run).filter(({ line }) => line === "dropped");
          return (
            dropped.every(({ timeMs }) => full(timeMs)) &&
            lostOfHigh(run) > 0 &&
            lostOfHigh(other({}, "priority-buffer")) === 0
          );
        },
        text: {
          ko: "trySend는 자리만 확인하고, 이미 들어 있는 낮은 요소는 자리를 내주지 않습니다.",
          en: "trySend only checks for room, and a low-priority element inside does not give up its place.",
        },
        why: {
          ko: "우선순위를 지키려면 비교해서 낮은 것을 버리는 코드가 있어야 합니다.",
          en: "To respect a priority, some code has to compare and drop the lower one.",
        },
      },
    ],
  },
  twin: {
    link: "s=priority-drop&cap=10",
    showsAtMs: 2000,
    question: {
      ko: "이번에는 버퍼가 10칸입니다. 우선순위가 높은 요소 4개(0, 5, 10, 15번) 가운데 몇 개가 들어갈까요?",
      en: "Now the buffer has 10 places. How many of the four high-priority elements (0, 5, 10, 15) get in?",
    },
    answers: [
      {
        right: true,
        says: 3,
        text: { ko: "3개.", en: "3." },
        why: {
          ko: "0, 5, 10번이 올 때는 자리가 있고, 15번이 올 때는 없습니다. 이번에도 우선순위가 아니라 때가 정합니다.",
          en: "There is room when 0, 5 and 10 come, and none when 15 does. Again it is timing that decides, not priority.",
        },
      },
      {
        right: false,
        says: 4,
        text: { ko: "4개 모두. 자리가 두 배입니다.", en: "All 4: there is twice as much room." },
        why: {
          ko: "20개가 1초에 오고 그동안 4개가 나갑니다. 10칸은 13번이 오기 전에 찹니다.",
          en: "20 arrive within a second and 4 leave in that time: ten places are full before number 13.",
        },
      },
      {
        right: false,
        says: 2,
        text: { ko: "그대로 2개.", en: "2, as before." },
        why: {
          ko: "이번에는 10번이 올 때 자리가 있습니다. 버퍼가 크면 더 늦게 찹니다.",
          en: "Number 10 finds a place this time: a larger buffer fills up later.",
        },
      },
    ],
  },
});

/** The lines that say whether each element got in or was dropped, in the order of the offers. */
function offers(run: ClaimRun): OutputLine[] {
  return run.output().filter(({ line }) => line === "sent" || line === "dropped");
}

function lostOfHigh(run: ClaimRun): number {
  return run.countsAt(run.durationMs).byKind[0]?.lost ?? 0;
}
