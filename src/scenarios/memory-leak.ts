import { defineScenario } from "./scenario.ts";

/** An unlimited channel under a producer a hundred times too fast: the backlog that nobody sees. */
export const memoryLeak = defineScenario({
  id: "memory-leak",
  revision: 1,
  question: {
    ko: "1ms마다 하나를 넣고 100ms마다 하나를 꺼냅니다. 5초 뒤 채널에는 몇 개가 남아 있을까요?",
    en: "One element goes in every 1 ms, one comes out every 100 ms. How many are in the channel after 5 s?",
  },
  answers: [],
  notice: [
    {
      ko: "send는 한 번도 멈추지 않고, 아무 오류도 나지 않습니다. 자라는 것은 버퍼뿐입니다.",
      en: "send never waits and nothing fails. The only thing that changes is the size of the buffer.",
    },
    {
      ko: "1초마다 990개씩 늘어납니다. 요소 크기를 키우면 힙이 차서 실행이 끝나는 것을 볼 수 있습니다.",
      en: "It grows by 990 elements a second. Make the elements larger and watch the heap fill until the run ends.",
    },
    {
      ko: "유한 버퍼로 바꾸면 같은 생산자가 소비자의 속도로 느려집니다.",
      en: "Switch to the bounded buffer: the same producer slows down to the consumer's rate.",
    },
  ],
  claims: [
    {
      strategy: "unlimited",
      text: {
        ko: "5초 뒤에는 4,950개가 쌓여 있습니다.",
        en: "After 5 s, 4,950 elements have piled up.",
      },
      holds: (run) => run.countsAt(5_000).buffered === 4_950,
    },
    {
      strategy: "bounded",
      text: {
        ko: "유한 버퍼에서는 용량을 넘지 않습니다.",
        en: "A bounded buffer never holds more than its capacity.",
      },
      holds: (run) => run.countsAt(5_000).buffered === run.capacity,
    },
  ],
  next: [],
  strategies: ["unlimited", "bounded"],
  values: { producerDelayMs: 1, consumerDelayMs: 100, capacity: 64 },
  controls: ["producerDelayMs", "consumerDelayMs", "elementKiB", "heapMiB"],
});
