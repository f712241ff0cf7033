import { defineScenario } from "./scenario.ts";

/** A hundred elements without any pause through a buffer of ten: the consumer sets the pace. */
export const boundedBuffer = defineScenario({
  id: "bounded-buffer",
  revision: 1,
  question: {
    ko: "생산자는 쉬지 않고 100개를 보냅니다. 버퍼는 10칸, 처리는 하나에 100ms. 마지막 send는 언제 돌아올까요?",
    en: "The producer sends 100 elements without a pause into a buffer of 10; each takes 100 ms. When does the last send return?",
  },
  answers: [],
  notice: [
    {
      ko: "0ms에 11개가 나갑니다. 열 개는 버퍼에, 하나는 소비자 손에 있습니다.",
      en: "Eleven elements leave at 0 ms: ten stand in the buffer, one is in the consumer's hand.",
    },
    {
      ko: "그다음부터는 소비자가 하나를 꺼낼 때마다 send 하나가 돌아옵니다.",
      en: "From then on, one send returns each time the consumer takes one.",
    },
    {
      ko: "용량을 두 배로 늘려도 전체 시간은 그대로입니다. 생산자가 먼저 끝날 뿐입니다.",
      en: "Double the capacity and the whole takes just as long. Only the producer is free sooner.",
    },
  ],
  claims: [
    {
      strategy: "bounded",
      text: {
        ko: "버퍼에는 10개, 기다리는 send에는 1개를 넘지 않습니다.",
        en: "There are never more than 10 in the buffer and 1 in a waiting send.",
      },
      holds: (run) =>
        [0, 50, 1_000, 5_000, 9_000].every((timeMs) => {
          const { buffered, waiting } = run.countsAt(timeMs);
          return buffered <= run.capacity && waiting <= 1;
        }),
    },
    {
      strategy: "bounded",
      text: {
        ko: "마지막 send는 8,900ms에 돌아오고, 10,000ms에 모두 처리됩니다.",
        en: "The last send returns at 8,900 ms; at 10,000 ms everything is done.",
      },
      holds: (run) =>
        run.countsAt(8_899).waiting === 1 &&
        run.countsAt(8_900).waiting === 0 &&
        run.countsAt(10_000).received === 100,
    },
  ],
  next: [],
  strategies: ["bounded", "rendezvous", "unlimited"],
  values: { durationS: 12, producerDelayMs: 0, consumerDelayMs: 100, capacity: 10, count: 100 },
  controls: ["capacity", "producerDelayMs", "consumerDelayMs", "count"],
});
