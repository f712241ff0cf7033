/** After the verdict on the overloaded system: what limits its memory, and the limit with another capacity and element size. */
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** By then the buffer is full. */
const SHOWN_MS = 5_000;

export const systemOverload = defineSequel({
  /** How much waits in the buffer, in MiB. */
  reads: waitingMiB,
  said: ["without end", 1000, "hardly any", "gone at 30 s"],
  why: {
    question: {
      ko: "여기서 메모리의 한도는 무엇이 정할까요?",
      en: "What sets the memory limit here?",
    },
    answers: [
      {
        right: false,
        // If so, more would wait with a larger heap.
        holds: ({ run, other }) => waitingMiB(other({ heapMiB: 4_096 })) > waitingMiB(run),
        text: {
          ko: "힙의 크기. 모자라면 send가 기다립니다.",
          en: "The size of the heap: when it runs short, send waits.",
        },
        why: {
          ko: "채널은 힙을 모릅니다. 힙이 먼저 모자라면 기다리지 않고 오류가 납니다.",
          en: "A channel knows nothing of the heap. If the heap runs short first, there is an error, not a wait.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) =>
          [run, other({ capacity: 200, elementKiB: 256 }), other({ capacity: 500 })].every(
            (each) =>
              waitingMiB(each) === (each.capacity * Number(each.values["elementKiB"])) / 1024,
          ),
        text: {
          ko: "칸의 수 × 요소 하나의 크기.",
          en: "The number of places × the size of an element.",
        },
        why: {
          ko: "용량은 개수이고 메모리는 바이트입니다. 둘을 곱해야 한도를 알 수 있습니다.",
          en: "Capacity counts elements, memory counts bytes: the product is the limit.",
        },
      },
      {
        right: false,
        holds: ({ run, other }) => waitingMiB(other({ consumerDelayMs: 2_000 })) > waitingMiB(run),
        text: {
          ko: "소비자의 속도. 느릴수록 더 많이 쌓입니다.",
          en: "The speed of the consumer: the slower it is, the more piles up.",
        },
        why: {
          ko: "소비자가 느려도 버퍼가 가득 차 있을 뿐, 칸이 늘어나지는 않습니다.",
          en: "A slow consumer keeps the buffer full; it adds no places.",
        },
      },
    ],
  },
  twin: {
    link: "s=system-overload.2&cap=200&kib=256",
    showsAtMs: 3000,
    question: {
      ko: "이번에는 용량이 200이고 요소는 256KiB입니다. 버퍼에는 얼마나 쌓여 있게 될까요?",
      en: "Now the capacity is 200, and an element is 256 KiB. How much will wait in the buffer?",
    },
    answers: [
      {
        right: false,
        says: 1000,
        text: { ko: "이번에도 1GiB 가까이.", en: "Close to 1 GiB again." },
        why: {
          ko: "그것은 1,000칸 × 1MiB일 때입니다. 칸의 수도 크기도 줄었습니다.",
          en: "That was 1,000 places × 1 MiB. Both are smaller now.",
        },
      },
      {
        right: false,
        says: 200,
        text: { ko: "200MiB.", en: "200 MiB." },
        why: {
          ko: "요소가 1MiB일 때의 답입니다. 4분의 1 크기면 같은 자리에 4분의 1이 들어갑니다.",
          en: "That would be right for elements of 1 MiB. At a quarter of the size, the same places hold a quarter.",
        },
      },
      {
        right: true,
        says: 50,
        text: { ko: "50MiB.", en: "50 MiB." },
        why: {
          ko: "200칸 × 0.25MiB입니다. 이번에도 시작하자마자 차고 그대로 유지됩니다.",
          en: "200 places × 0.25 MiB. Again it fills up at once and stays full.",
        },
      },
    ],
  },
});

/** The bytes of the elements that wait in the buffer at `untilMs`, in MiB. */
function waitingMiB(run: ClaimRun, untilMs = SHOWN_MS): number {
  return (run.countsAt(untilMs).waiting * Number(run.values["elementKiB"])) / 1024;
}
