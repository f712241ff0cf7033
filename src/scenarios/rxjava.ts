import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Two buffers in a row: who asks whom for how many, and when? */
export const rxjava = defineScenario({
  id: "rxjava",
  revision: 1,
  question: {
    ko: "observeOn의 bufferSize는 8이고, 그 아래의 구독자는 느려서 하나씩 request(1)로 요청합니다. observeOn은 위쪽에 언제 더 요청할까요?",
    en: "observeOn has a bufferSize of 8, and below it a slow subscriber that calls request(1) for each element. When does observeOn ask for more above?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "구독자가 요청할 때마다, 하나씩.",
        en: "Each time the subscriber does: one by one.",
      },
      why: {
        ko: "구독자의 요청은 observeOn에서 멈춥니다. 스레드의 경계를 하나마다 건너가지 않으려고 observeOn은 큐를 두고 묶음으로 요청합니다.",
        en: "The subscriber’s requests end at observeOn. It keeps a queue and asks in batches, so as not to cross the border between threads for each element.",
      },
    },
    {
      right: false,
      text: {
        ko: "8개가 모두 내려가 큐가 비었을 때.",
        en: "When all 8 have gone down and its queue is empty.",
      },
      why: {
        ko: "그러면 다음 묶음이 올 때까지 구독자가 놀게 됩니다. observeOn은 큐가 비기 전에 요청합니다.",
        en: "Then the subscriber would idle until the next batch comes. observeOn asks before its queue is empty.",
      },
    },
    {
      right: true,
      text: {
        ko: "처음에 8개, 그다음부터는 6개가 내려갈 때마다 6개씩.",
        en: "For 8 at first, then for 6 each time that 6 have gone down.",
      },
      why: {
        ko: "limit = bufferSize - (bufferSize >> 2). 8의 3/4인 6개가 내려가면 6개를 다시 요청합니다. 큐에는 아직 둘이 남아 있습니다.",
        en: "limit = bufferSize - (bufferSize >> 2): after three quarters of 8 it asks for 6 again, while two are still in its queue.",
      },
    },
    {
      right: false,
      text: { ko: "한 번, Long.MAX_VALUE개를.", en: "Once, for Long.MAX_VALUE." },
      why: {
        ko: "끝없이 요청하는 것은 onBackpressureBuffer, -Drop, -Latest입니다. observeOn의 큐에는 bufferSize만큼의 자리뿐입니다.",
        en: "It is onBackpressureBuffer, -Drop and -Latest that ask without bound. observeOn’s queue has bufferSize places, no more.",
      },
    },
  ],
  notice: [
    {
      ko: "버퍼가 둘입니다. observeOn의 큐는 요청한 만큼만 받으니 8개를 넘지 않고, 나머지는 create의 버퍼에 쌓입니다.",
      en: "There are two buffers. observeOn’s queue gets what it asked for, never more than 8; the rest piles up in create’s.",
    },
    {
      ko: "요청은 아래에서 위로 갑니다. 그러나 create의 생산자는 듣지 않습니다. 요청은 create의 버퍼에서 멈추고, 생산자는 쉬지 않습니다.",
      en: "Requests travel upwards. But the producer inside create does not listen: they end at create’s buffer, and the producer never slows down.",
    },
    {
      ko: "8을 128(RxJava의 기본값)로 바꾸면 요청은 드물어지고, 같은 양이 아래쪽 버퍼로 옮겨 갑니다. 밀린 것의 합은 그대로입니다.",
      en: "Change 8 to RxJava’s own 128: requests become rare, and as much waits in the lower buffer instead. The sum of what is behind stays.",
    },
  ],
  claims: [
    {
      strategy: "rx-observe-on",
      text: {
        ko: "0ms에 8개를 요청하고, 500ms, 1,100ms, 1,700ms에, 그리고 그 뒤로도 600ms마다 6개씩 모두 16번 더 요청합니다.",
        en: "It asks for 8 at 0 ms, and then 16 times for 6: at 500, 1,100, 1,700 ms and every 600 ms after that.",
      },
      holds(run) {
        const expected = Array.from({ length: 16 }, (_, i) => `6@${500 + 600 * i}`);
        const asked = requests(run).map(({ timeMs, numbers }) => `${numbers[0]}@${timeMs}`);
        return asked.join() === ["8@0", ...expected].join();
      },
    },
    {
      strategy: "rx-observe-on",
      text: {
        ko: "1,980ms에 요소 100개가 모두 나와 있고, 그중 80개가 두 버퍼에서 기다립니다.",
        en: "By 1,980 ms all 100 elements have been emitted, and 80 of them wait in the two buffers.",
      },
      holds(run) {
        const { produced, buffered } = run.countsAt(1_980);
        return produced === 100 && buffered === 80 && run.maxBuffered() === 80;
      },
    },
    {
      strategy: "rx-observe-on",
      text: {
        ko: "하나도 잃지 않고 10,000ms에 모두 처리합니다.",
        en: "Nothing is lost, and at 10,000 ms everything is done.",
      },
      holds: (run) =>
        run.countsAt(9_999).done === 99 && run.countsAt(10_000).done === 100 && lost(run) === 0,
    },
    {
      strategy: "bounded",
      text: {
        ko: "용량 8인 Kotlin 채널에서는 send가 기다립니다. 같은 시간에 끝나면서도 8개 넘게 쌓이지 않습니다.",
        en: "With a Kotlin channel of 8 places send waits: it is done at the same time, and never more than 8 elements pile up.",
      },
      holds: (run) =>
        run.countsAt(10_000).done === 100 && run.maxBuffered() === 8 && lost(run) === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "RxJava에서는 Observable의 onBackpressureBuffer와 같은 연산자로 배압을 다룬다.",
      en: "In RxJava, operators such as Observable’s onBackpressureBuffer take care of backpressure.",
    },
    findings: [
      {
        strategy: "rx-observe-on",
        text: {
          ko: "Observable에는 그런 연산자가 없습니다. 요청이라는 것이 없기 때문입니다. 요청은 Flowable에 있습니다. 여기서는 observeOn이 {times}번 요청했습니다. 처음에 {first}개, 그 뒤로 {again}개씩입니다.",
          en: "Observable has no such operators, as it has no requests: Flowable has them. Here observeOn made {times} of them, the first for {first} elements and the others for {again} each.",
        },
        applies: (run) => requests(run).length > 1,
        numbers(run) {
          const [first, again] = requests(run).map(({ numbers }) => numbers[0]);
          return { times: requests(run).length, first: first ?? "-", again: again ?? "-" };
        },
      },
      {
        strategy: "rx-observe-on",
        text: {
          ko: "그래도 생산자는 느려지지 않습니다. 요청받지 않고 나온 것을 버퍼가 받아 둘 뿐입니다. 만든 요소 {produced}개 가운데 {most}개까지 기다렸고, 가장 오래 기다린 것은 {waitMs}ms입니다.",
          en: "The producer is not slowed by that: a buffer merely keeps what it emits unasked. Of {produced} elements up to {most} waited at a time, the longest for {waitMs} ms.",
        },
        numbers: (run) => ({
          produced: run.countsAt(run.end().atMs).produced,
          most: run.maxBuffered(),
          waitMs: run.maxWaitMs(),
        }),
      },
      {
        strategy: "bounded",
        text: {
          ko: "생산자를 느리게 하려면 생산자가 기다려야 합니다. Kotlin의 send는 그렇게 하고, 버퍼에는 {most}개까지만 쌓였습니다.",
          en: "To slow the producer, the producer has to wait. Kotlin’s send does, and at most {most} elements piled up.",
        },
        numbers: (run) => ({ most: run.maxBuffered() }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "RxJava의 기본값 128로는 얼마나 자주 요청할까요?",
        en: "How often does it ask with RxJava’s own 128?",
      },
      link: "s=rxjava&k=rx-observe-on&pf=128",
    },
    {
      text: {
        ko: "bufferSize가 1이면 하나마다 요청합니다. 달라지는 것은 무엇일까요?",
        en: "With a bufferSize of 1 it asks for each element. What changes?",
      },
      link: "s=rxjava&k=rx-observe-on&pf=1",
    },
    {
      text: {
        ko: "생산자가 기다리는 채널에서는 무엇이 쌓일까요?",
        en: "What piles up in a channel whose producer waits?",
      },
      link: "s=rxjava&k=bounded",
    },
  ],
  strategies: ["rx-observe-on", "bounded", "unlimited"],
  values: {
    durationS: 12,
    producerDelayMs: 20,
    consumerDelayMs: 100,
    count: 100,
    prefetch: 8,
    capacity: 8,
  },
  controls: ["producerDelayMs", "consumerDelayMs", "prefetch", "count", "capacity"],
});

/** The requests that observeOn made. */
function requests(run: ClaimRun) {
  return run.output().filter(({ line }) => line === "requested");
}

function lost(run: ClaimRun): number {
  return run.countsAt(run.durationMs).lost;
}
