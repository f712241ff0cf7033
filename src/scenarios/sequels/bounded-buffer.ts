/** After the verdict on the bounded buffer: what frees the producer, and when it does so with other numbers. */
import { linesOf } from "../readings.ts";
import type { ClaimRun, OutputLine } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const boundedBuffer = defineSequel({
  /** When the last send has returned, in ms. */
  reads: (run) => run.output().findLast(({ line }) => line === "sent")?.timeMs ?? "never",
  said: [0, 8_900, 10_000, "never"],
  why: {
    question: {
      ko: "가득 찬 뒤로 send는 무엇을 기다릴까요?",
      en: "Once the buffer is full, what does each send wait for?",
    },
    answers: [
      {
        right: false,
        holds: ({ run }) =>
          sentLate(run).every(({ timeMs, numbers }) => doneMs(run, numbers[0]) <= timeMs),
        text: {
          ko: "자기가 보낸 요소의 처리가 끝나기를 기다립니다.",
          en: "For its element to be processed.",
        },
        why: {
          ko: "send는 요소가 버퍼에 들어가는 순간 돌아옵니다. 처리는 그보다 열 차례 뒤에야 시작됩니다.",
          en: "send returns as soon as its element is in the buffer. Processing begins only ten turns later.",
        },
      },
      {
        right: true,
        holds: ({ run }) => {
          const taken = new Set(linesOf(run, "start").map(({ timeMs }) => timeMs));
          return sentLate(run).every(({ timeMs }) => taken.has(timeMs));
        },
        text: {
          ko: "소비자가 하나를 꺼내 자리가 나기를 기다립니다.",
          en: "For the consumer to take one, so that a place comes free.",
        },
        why: {
          ko: "그래서 100ms마다 하나씩 들어갑니다. 소비자의 속도가 그대로 생산자의 속도가 됩니다.",
          en: "So one goes in every 100 ms: the producer runs at the consumer's rate.",
        },
      },
      {
        right: false,
        holds: ({ run }) =>
          sentLate(run).every(({ timeMs }) => run.countsAt(timeMs - 1).waiting === 0),
        text: {
          ko: "버퍼가 다시 비기를 기다립니다.",
          en: "For the buffer to be empty again.",
        },
        why: {
          ko: "한 자리면 됩니다. 버퍼가 빌 때까지 기다리는 것은 Node.js의 'drain'입니다.",
          en: "One free place is enough. What waits for an empty buffer is 'drain' in Node.js.",
        },
      },
    ],
  },
  twin: {
    link: "s=bounded-buffer.2&cap=20&n=60&c=50",
    showsAtMs: 3000,
    question: {
      ko: "이번에는 60개를 20칸 버퍼에 보내고, 처리는 하나에 50ms입니다. 마지막 send는 언제 돌아올까요?",
      en: "Now 60 elements go into a buffer of 20, and each takes 50 ms. When does the last send return?",
    },
    answers: [
      {
        right: true,
        says: 1_950,
        text: { ko: "1,950ms에.", en: "At 1,950 ms." },
        why: {
          ko: "처음 21개는 기다리지 않습니다. 나머지 39개가 50ms에 하나씩 들어가니 39 × 50ms입니다.",
          en: "The first 21 don’t wait. The other 39 go in one every 50 ms: 39 × 50 ms.",
        },
      },
      {
        right: false,
        says: 3_000,
        text: { ko: "3,000ms에.", en: "At 3,000 ms." },
        why: {
          ko: "60 × 50ms는 마지막 처리가 끝나는 때입니다. 버퍼의 20개와 처리 중인 하나를 합해 21개만큼 생산자가 먼저 끝납니다.",
          en: "60 × 50 ms is when the last one is done. The producer finishes 21 elements earlier: 20 in the buffer, one in progress.",
        },
      },
      {
        right: false,
        says: 2_000,
        text: { ko: "2,000ms에.", en: "At 2,000 ms." },
        why: {
          ko: "거의 맞았습니다. 버퍼의 20개는 셌지만 처리 중인 하나를 빠뜨렸습니다.",
          en: "Almost: this counts the 20 in the buffer but not the one in progress.",
        },
      },
    ],
  },
});

/** The sends that had to wait. Throws if none did. */
function sentLate(run: ClaimRun): OutputLine[] {
  const late = linesOf(run, "sent").filter(({ timeMs }) => timeMs > 0);
  if (late.length === 0) throw new Error("no send has waited");
  return late;
}

function doneMs(run: ClaimRun, element: number | undefined): number {
  const done = linesOf(run, "done").find(({ numbers }) => numbers[0] === element);
  return done?.timeMs ?? Number.POSITIVE_INFINITY;
}
