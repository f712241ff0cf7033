/** After the verdict on sensor data: why one sensor is never processed, and which of five are not. */
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const sensorData = defineSequel({
  /** The numbers of the sensors whose readings were processed. */
  reads: (run, untilMs) =>
    run
      .countsAt(untilMs)
      .byKind.flatMap(({ received }, index) => (received > 0 ? [index + 1] : []))
      .join(" "),
  said: ["1 2 3", "1 3", "3", "1"],
  why: {
    question: {
      ko: "TEMP_02는 왜 한 번도 처리되지 않았을까요?",
      en: "Why was TEMP_02 never processed?",
    },
    answers: [
      {
        right: false,
        holds: ({ run }) => kindOf(run, 2).made < kindOf(run, 1).made,
        text: {
          ko: "TEMP_02가 다른 센서보다 드물게 보내기 때문입니다.",
          en: "It sends less often than the others.",
        },
        why: {
          ko: "셋 다 100ms마다 하나씩, 똑같이 보냅니다.",
          en: "All three send equally, once every 100 ms.",
        },
      },
      {
        right: true,
        // As the last of two sensors, it is not overwritten.
        holds: ({ run, other }) =>
          kindOf(run, 2).received === 0 &&
          kindOf(other({ sensors: 2 }), 2).received > 0 &&
          kindOf(other({}, "slot-per-sensor"), 2).received > 0,
        text: {
          ko: "같은 순간에 TEMP_03이 뒤따라와, 소비자가 꺼내기 전에 덮어쓰기 때문입니다.",
          en: "TEMP_03 follows in the same instant and overwrites it before the consumer can take it.",
        },
        why: {
          ko: "칸이 하나면 마지막에 쓴 것만 남습니다. ‘최신’이 센서마다가 아니라 채널 전체의 최신이었습니다.",
          en: "With one slot, only the last write stays. “Newest” applied to the channel, not to each sensor.",
        },
      },
      {
        right: false,
        holds: ({ other }) => kindOf(other({ consumerDelayMs: 10 }), 2).received > 0,
        text: {
          ko: "소비자가 느려서 TEMP_02의 차례를 놓치기 때문입니다.",
          en: "The consumer is too slow and misses its turn.",
        },
        why: {
          ko: "처리 시간이 10ms로 줄어도 같습니다. 같은 순간의 일이라 빠르기로는 막지 못합니다.",
          en: "With 10 ms it is the same. Everything happens within one instant.",
        },
      },
    ],
  },
  twin: {
    link: "s=sensor-data&sn=5",
    showsAtMs: 3000,
    question: {
      ko: "이번에는 센서가 다섯입니다. 같은 순간에 차례로 보낼 때 어느 센서의 값이 처리될까요?",
      en: "Now five sensors send, one after the other, in the same instant. Which of them are processed?",
    },
    answers: [
      {
        right: false,
        says: "1 3 5",
        text: { ko: "TEMP_01, TEMP_03, TEMP_05.", en: "TEMP_01, TEMP_03 and TEMP_05." },
        why: {
          ko: "하나 건너가 아닙니다. TEMP_03도 뒤에 오는 것이 곧바로 덮어씁니다.",
          en: "Not every other one: TEMP_03 is also overwritten by the one that follows.",
        },
      },
      {
        right: false,
        says: "1 2 3 4 5",
        text: { ko: "다섯 모두.", en: "All five." },
        why: {
          ko: "칸은 여전히 하나입니다. 센서가 늘면 처리되지 않는 센서만 늘어납니다.",
          en: "There is still one slot. With more sensors, more are never processed.",
        },
      },
      {
        right: true,
        says: "1 5",
        text: { ko: "TEMP_01과 TEMP_05만.", en: "Only TEMP_01 and TEMP_05." },
        why: {
          ko: "첫 값은 기다리던 소비자에게 바로 전달되고, 마지막 값은 칸에 남습니다. 가운데 셋은 모두 덮어써집니다.",
          en: "The first goes straight to the waiting consumer, the last stays in the slot. The three in between are overwritten.",
        },
      },
    ],
  },
});

/** The counts of one sensor's readings in the whole run; numbers start at 1. Throws if there is no such sensor. */
function kindOf(run: ClaimRun, sensor: number) {
  const own = run.countsAt(run.durationMs).byKind[sensor - 1];
  if (own === undefined) throw new Error(`no sensor ${sensor}`);
  return own;
}
