/** After the verdict on batching: why a backlog grows, and how deep it is with other numbers. */
import { timesOf } from "../readings.ts";
import { defineSequel } from "../sequel.ts";

const STEP_MS = 10;

export const batching = defineSequel({
  /** The most that waited in the channel. */
  reads(run, untilMs) {
    let most = 0;
    for (let timeMs = 0; timeMs <= untilMs; timeMs += STEP_MS) {
      most = Math.max(most, run.countsAt(timeMs).waiting);
    }
    return most;
  },
  said: [10, 80, 0],
  why: {
    question: {
      ko: "배치로 처리하는데도 왜 이렇게 많이 밀렸을까요?",
      en: "Why is the backlog so large despite batching?",
    },
    answers: [
      {
        right: false,
        // If so, a batch would start later than the one before it ends.
        holds: ({ run }) => {
          const begins = timesOf(run, "start");
          const batchMs = Number(run.values["batchDelayMs"]);
          return begins.some((ms, i) => i > 0 && ms > (begins[i - 1] ?? 0) + batchMs);
        },
        text: {
          ko: "배치를 채우느라 기다리는 시간이 길기 때문입니다.",
          en: "Because filling a batch takes so long.",
        },
        why: {
          ko: "첫 배치는 90ms면 찹니다. 그 뒤로는 늘 열 개 넘게 기다리고 있어 채우는 데 시간이 걸리지 않습니다.",
          en: "The first is full at 90 ms. After that, more than ten are always waiting, so filling takes no time.",
        },
      },
      {
        right: true,
        // In 90 ms, no more than one batch arrives.
        holds: ({ run, other }) => {
          const batch = Number(run.values["batchSize"]);
          return run.maxBuffered() > batch && other({ batchDelayMs: 90 }).maxBuffered() <= batch;
        },
        text: {
          ko: "배치 하나를 처리하는 동안 한 배치보다 많이 오기 때문입니다.",
          en: "Because more than one batch arrives while one is processed.",
        },
        why: {
          ko: "500ms에 50개가 오고 10개가 나갑니다. 배치 크기 ÷ 처리 시간이 도착률보다 커야 따라잡습니다.",
          en: "In 500 ms, 50 arrive and 10 leave. To keep up, batch size ÷ batch time must exceed the arrival rate.",
        },
      },
      {
        right: false,
        // If so, one element per call would leave a smaller backlog.
        holds: ({ run, other }) => other({ batchSize: 1 }).maxBuffered() < run.maxBuffered(),
        text: {
          ko: "요소를 한꺼번에 처리하면 하나씩 할 때보다 느리기 때문입니다.",
          en: "Because processing ten at once is slower than one by one.",
        },
        why: {
          ko: "배치는 호출 비용을 나누므로 보통 더 빠릅니다. 여기서는 그래도 모자랄 뿐입니다.",
          en: "A batch shares the cost of a call and is usually faster. Here it is just not enough.",
        },
      },
    ],
  },
  twin: {
    link: "s=batching&p=20&n=50&bd=450",
    showsAtMs: 1000,
    question: {
      ko: "이번에는 20ms마다 하나씩 50개가 오고, 10개짜리 배치 하나에 450ms가 걸립니다. 최대 몇 개가 밀릴까요?",
      en: "Now 50 elements arrive, one every 20 ms, and a batch of 10 takes 450 ms. What is the peak backlog?",
    },
    answers: [
      {
        right: false,
        says: 40,
        text: { ko: "40개.", en: "40." },
        why: {
          ko: "980ms까지 소비자는 배치를 하나가 아니라 둘 꺼냅니다. 180ms와 630ms입니다.",
          en: "By 980 ms, two batches have been taken, not one: at 180 ms and 630 ms.",
        },
      },
      {
        right: false,
        says: 10,
        text: { ko: "10개. 다음 배치만큼.", en: "10: the next batch." },
        why: {
          ko: "450ms 동안 22개가 옵니다. 한 배치보다 많습니다.",
          en: "In 450 ms, 22 arrive: more than one batch.",
        },
      },
      {
        right: true,
        says: 30,
        text: { ko: "30개.", en: "30." },
        why: {
          ko: "마지막 요소가 오는 980ms까지 나간 것은 두 배치, 20개입니다. 50 − 20 = 30입니다.",
          en: "By 980 ms, when the last one arrives, two batches have left: 50 − 20 = 30.",
        },
      },
    ],
  },
});
