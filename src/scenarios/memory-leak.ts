import { defineScenario } from "./scenario.ts";

/** An unlimited channel whose producer is a hundred times too fast: a backlog that raises no error. */
export const memoryLeak = defineScenario({
  id: "memory-leak",
  revision: 2,
  former: [
    {
      strategy: "unlimited",
      values: { producerDelayMs: 1, consumerDelayMs: 100, capacity: 64 },
    },
  ],
  question: {
    ko: "1ms마다 하나를 넣고 100ms마다 하나를 꺼냅니다. main 블록 끝에는 ‘5초 뒤 종료’라며 delay(5000)을 두었습니다. 5초가 지나면 어떻게 될까요?",
    en: "One element goes in every 1 ms; one comes out every 100 ms. main ends with delay(5000), “exit after 5 s”. What happens after 5 s?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "처리하지 못한 요소를 5,000개 가까이 남기고 끝납니다.",
        en: "It ends with nearly 5,000 unprocessed elements.",
      },
      why: {
        ko: "delay가 끝나면 main 블록이 끝날 뿐입니다. runBlocking은 자식 코루틴이 모두 끝나야 돌아오는데, 두 무한 루프는 끝나지 않습니다.",
        en: "The delay only ends main's body. runBlocking returns when all its children have ended, and these two loops never do.",
      },
    },
    {
      right: false,
      text: {
        ko: "메모리가 모자라면 send가 기다리기 시작합니다.",
        en: "When memory runs short, send starts to wait.",
      },
      why: {
        ko: "send는 채널의 용량만 봅니다. 용량이 UNLIMITED이면 힙이 얼마나 남았든 기다리지 않습니다.",
        en: "send only looks at the channel's capacity. With UNLIMITED it never waits, however little heap is left.",
      },
    },
    {
      right: true,
      text: {
        ko: "아무 일도 없습니다. 버퍼는 같은 속도로 계속 늘어납니다.",
        en: "Nothing. The buffer keeps growing at the same rate.",
      },
      why: {
        ko: "취소하는 코드가 없으므로 생산자도 소비자도 계속 실행됩니다. 1초에 1,000개가 들어오고 10개가 나갑니다.",
        en: "Nothing cancels the producer or the consumer, so both continue: 1,000 elements a second come in, 10 go out.",
      },
    },
    {
      right: false,
      text: {
        ko: "버퍼가 가득 차서 send가 예외를 던집니다.",
        en: "The buffer fills up, and send throws.",
      },
      why: {
        ko: "한도가 없는 버퍼는 가득 차지 않습니다. 끝이 있다면 OutOfMemoryError이고, 훨씬 나중에, 흔히 엉뚱한 곳에서 납니다.",
        en: "An unbounded buffer never fills up. If it ends at all, it ends with an OutOfMemoryError, much later and often in an unrelated place.",
      },
    },
  ],
  showsAtMs: 5_000,
  notice: [
    {
      ko: "send는 한 번도 기다리지 않고, 오류도 나지 않습니다. 버퍼만 계속 커집니다.",
      en: "send never waits and nothing fails. Only the buffer keeps growing.",
    },
    {
      ko: "처음 설정에서는 1초마다 990개씩 늘어납니다. 요소 크기를 키우면 힙이 차서 실행이 끝나는 것을 볼 수 있습니다.",
      en: "With the scenario's own settings it grows by 990 elements a second. Make the elements larger and watch the heap fill until the run ends.",
    },
    {
      ko: "‘끝나는 누수’는 main 블록이 끝날 때 멈추고, 남은 요소는 한꺼번에 버려집니다. 끝은 있지만 배압은 여전히 없습니다.",
      en: "“A leak that ends” stops when main's body ends, and whatever is left is discarded all at once. It ends, but there is still no backpressure.",
    },
  ],
  claims: [
    {
      strategy: "memory-leak-written",
      text: {
        ko: "5초 뒤에는 4,950개, 10초 뒤에는 9,900개가 쌓여 있습니다. 프로그램은 끝나지 않습니다.",
        en: "After 5 s, 4,950 elements have piled up; after 10 s, 9,900. The program does not end.",
      },
      holds: (run) =>
        run.countsAt(5_000).waiting === 4_950 &&
        run.countsAt(10_000).waiting === 9_900 &&
        run.end().reason === "duration",
    },
    {
      strategy: "leak-that-ends",
      text: {
        ko: "취소하는 프로그램은 정확히 5초에 끝나고, 채널에 있던 4,950개를 버립니다.",
        en: "The program that cancels ends at exactly 5 s and discards the 4,950 elements in the channel.",
      },
      holds: (run) => {
        const { reason, atMs } = run.end();
        const { lost, waiting } = run.countsAt(5_000);
        return reason === "completed" && atMs === 5_000 && lost === 4_950 && waiting === 0;
      },
    },
    {
      strategy: "unlimited",
      text: {
        ko: "같은 부하에서는 무제한 버퍼에도 5초 뒤에 4,950개가 쌓입니다. 누수의 원인은 이 프로그램이 아니라 한도 없는 채널입니다.",
        en: "Under the same load, the plain unlimited buffer also holds 4,950 after 5 s: the leak comes from the channel, not from this program.",
      },
      holds: (run) => run.countsAt(5_000).waiting === 4_950,
    },
    {
      strategy: "bounded",
      text: {
        ko: "유한 버퍼에서는 용량을 넘지 않습니다.",
        en: "A bounded buffer never holds more than its capacity.",
      },
      holds: (run) => run.maxBuffered() === run.capacity,
    },
  ],
  reality: {
    claimed: {
      ko: "무제한 채널에 처리하지 못한 데이터가 쌓이는 것을 보여 주고, 5초 뒤에 끝납니다.",
      en: "It shows how unprocessed data piles up in an unlimited channel, and ends after 5 s.",
    },
    findings: [
      {
        strategy: "memory-leak-written",
        text: {
          ko: "main 블록 끝의 delay({bodyMs})는 두 무한 루프를 멈추지 못합니다. 그 뒤에 만들어진 요소는 {made}개, {endMs}ms에 버퍼에 남은 요소는 {buffered}개입니다.",
          en: "delay({bodyMs}) at the end of main stops neither loop. Elements made after it: {made}. In the buffer at {endMs} ms: {buffered}.",
        },
        applies: (run) => run.end().atMs > Number(run.values["bodyMs"]),
        numbers(run) {
          const { atMs } = run.end();
          const bodyMs = Number(run.values["bodyMs"]);
          const { made: produced, waiting } = run.countsAt(atMs);
          const made = produced - run.countsAt(Math.min(bodyMs, atMs)).made;
          return { bodyMs: String(bodyMs), made, endMs: atMs, buffered: waiting };
        },
      },
      {
        strategy: "memory-leak-written",
        text: {
          ko: "문제는 메모리만이 아닙니다. 만든 요소 {produced}개 가운데 꺼낸 것은 {received}개이고, 꺼낸 요소는 최대 {waitMs}ms를 기다렸습니다.",
          en: "Memory is not the only problem. Elements made: {produced}; taken: {received}. The longest wait was {waitMs} ms.",
        },
        // If the consumer keeps up, nothing waits.
        applies: (run) => run.maxWaitMs() > 0,
        numbers(run) {
          const { made: produced, received } = run.countsAt(run.end().atMs);
          return { produced, received, waitMs: run.maxWaitMs() };
        },
      },
      {
        strategy: "leak-that-ends",
        text: {
          ko: "main 블록이 자식 코루틴과 채널을 취소하면 delay({bodyMs}) 뒤에 만들어지는 요소는 {made}개입니다. 그 대신 {lost}개를 잃었습니다.",
          en: "main cancels its children and the channel. Elements made after delay({bodyMs}): {made}. The price is {lost} lost elements.",
        },
        applies: (run) => run.end().reason === "completed",
        numbers(run) {
          const { atMs } = run.end();
          const bodyMs = Number(run.values["bodyMs"]);
          const { made: produced, lost } = run.countsAt(atMs);
          const made = produced - run.countsAt(Math.min(bodyMs, atMs)).made;
          return { bodyMs: String(bodyMs), made, lost };
        },
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "처음 5초 동안 요소 {processedIn5s}개를 처리했습니다.",
      en: "In the first 5 s it processed {processedIn5s} elements.",
    },
  },
  next: [
    {
      text: {
        ko: "요소를 256KiB로 키우면 언제 메모리가 바닥날까요?",
        en: "With elements of 256 KiB, when does memory run out?",
      },
      link: "s=memory-leak.2&kib=256",
    },
    {
      text: {
        ko: "main 블록이 코루틴을 취소하면 무엇을 잃을까요?",
        en: "What is lost when main cancels its coroutines?",
      },
      link: "s=memory-leak.2&k=leak-that-ends",
    },
    {
      text: {
        ko: "같은 부하에 64칸짜리 유한 버퍼를 두면?",
        en: "What does a bounded buffer of 64 do under the same load?",
      },
      link: "s=memory-leak.2&k=bounded",
    },
  ],
  strips: ["depth", "memory"],
  strategies: ["memory-leak-written", "leak-that-ends", "bounded", "unlimited"],
  values: { durationS: 10, producerDelayMs: 1, consumerDelayMs: 100, capacity: 64, bodyMs: 5000 },
  controls: ["producerDelayMs", "consumerDelayMs", "bodyMs", "elementKiB", "heapMiB"],
});
