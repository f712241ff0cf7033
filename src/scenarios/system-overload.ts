import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Blocks of 1 MiB through a channel of a thousand places: backpressure that begins at two gigabytes of heap. */
export const systemOverload = defineScenario({
  id: "system-overload",
  revision: 2,
  former: [
    {
      strategy: "system-overload-written",
      values: {
        durationS: 40,
        producerDelayMs: 0,
        consumerDelayMs: 1000,
        count: 10000,
        capacity: 1000,
        bodyMs: 30000,
        elementKiB: 1024,
        heapMiB: 2048,
      },
    },
  ],
  question: {
    ko: "생산자가 1MiB짜리 요소를 쉬지 않고 용량 1,000인 채널에 보내고, 소비자는 1초에 하나씩 처리합니다. 메모리는 어디까지 늘어날까요?",
    en: "A producer sends elements of 1 MiB without a pause into a channel of 1,000 places; the consumer takes one a second. How far does memory grow?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "OutOfMemoryError가 날 때까지 끝없이 늘어납니다.",
        en: "Without end, until there is an OutOfMemoryError.",
      },
      why: {
        ko: "용량이 있는 채널입니다. 가득 차면 send가 기다리므로 그 이상은 늘지 않습니다. 힙이 그보다 작을 때만 오류가 납니다.",
        en: "The channel has a capacity: once it is full, send waits and memory grows no further. It fails only if the heap is smaller than that.",
      },
    },
    {
      right: true,
      text: {
        ko: "시작하자마자 요소 천 개가량이 차지하는 만큼 늘고, 그대로 머뭅니다.",
        en: "At once to what about a thousand elements take, and there it stays.",
      },
      why: {
        ko: "버퍼에 1,000개, 기다리는 send에 하나, 소비자의 손에 하나입니다. 하나가 나갈 때마다 하나가 들어옵니다. 바이트로는 1,002MiB이지만 G1의 힙에서는 2,004MiB입니다. 1MiB 배열 하나가 1MiB 영역(region) 두 개를 차지하기 때문입니다.",
        en: "1,000 in the buffer, one in the send that waits, one with the consumer; whenever one leaves, one comes in. Their bytes are 1,002 MiB, but under G1 they take 2,004 MiB of heap: each array of 1 MiB takes two regions of 1 MiB.",
      },
    },
    {
      right: false,
      text: {
        ko: "거의 늘지 않습니다. 생산자가 처음부터 소비자의 속도에 맞춰집니다.",
        en: "Hardly at all: the producer keeps to the consumer's pace from the start.",
      },
      why: {
        ko: "배압은 버퍼가 가득 찬 뒤에야 시작됩니다. 그 전까지 생산자를 늦추는 것은 아무것도 없습니다.",
        en: "Backpressure begins when the buffer is full. Until then nothing slows the producer down.",
      },
    },
    {
      right: false,
      text: {
        ko: "30초 동안 늘었다가 프로그램이 끝나면서 사라집니다.",
        en: "It climbs for 30 s and is gone when the program ends.",
      },
      why: {
        ko: "0ms에 이미 가득 찹니다. 그리고 본문 끝의 delay(30000)은 프로그램을 끝내지 않습니다.",
        en: "It is full at 0 ms. And delay(30000) at the end of main doesn't end the program.",
      },
    },
  ],
  showsAtMs: 5_000,
  notice: [
    {
      ko: "0ms에 버퍼가 가득 찹니다. 배압은 버퍼가 끝나는 곳에서 시작됩니다.",
      en: "The buffer is full at 0 ms. Backpressure begins where the buffer ends.",
    },
    {
      ko: "힙 한도를 가득 찬 버퍼보다 작게 줄여 보세요. 유한 버퍼인데도 메모리 부족으로 끝납니다.",
      en: "Lower the heap limit below what a full buffer takes: out of memory, although the buffer is bounded.",
    },
    {
      ko: "실제 JVM(JDK 17, G1, -Xmx2g)에서도 1MiB 배열 1,001개가 힙 2,001MiB를 차지했습니다. 배열에는 16바이트의 헤더가 붙어 1MiB 영역 하나에 들어가지 않습니다. -Xmx8g에서는 영역이 4MiB라 셋이 함께 들어가, 모두 1,330MiB였습니다.",
      en: "On a real JVM (JDK 17, G1, -Xmx2g), too, 1,001 arrays of 1 MiB took 2,001 MiB of heap: with its header of 16 bytes an array doesn’t fit into a region of 1 MiB. With -Xmx8g regions have 4 MiB, three arrays share one, and all took 1,330 MiB.",
    },
    {
      ko: "-Xmx1100m인 실제 JVM에 들어간 배열은 G1에서 547~548개, Parallel에서 922개였고, Serial은 1,001개를 모두 담았습니다. Parallel은 실행 중에 공간을 다시 나누기 때문에 이보다 일찍 끝날 수 있습니다. 이 모형은 거기까지 따라 하지 않습니다.",
      en: "With -Xmx1100m a real JVM held 547 to 548 of these arrays under G1 and 922 under Parallel; Serial held all 1,001. Parallel divides its space anew as it runs, and so may end earlier than here: the model doesn’t go that far.",
    },
    {
      ko: "‘메모리 예산만큼만’으로 바꾸면 버퍼는 훨씬 작아지지만 처리 속도는 똑같습니다. 속도는 소비자가 정합니다.",
      en: "Switch to the memory budget: a far smaller buffer and the same throughput. The consumer sets the pace.",
    },
  ],
  claims: [
    {
      strategy: "system-overload-written",
      text: {
        ko: "0ms에 버퍼에 1,000개, 기다리는 send에 1개, 소비자에게 1개가 있습니다. 바이트로는 1,002MiB, G1의 힙에서는 2,004MiB입니다.",
        en: "At 0 ms 1,000 elements are in the buffer, 1 in a waiting send, 1 with the consumer: 1,002 MiB of bytes, which take 2,004 MiB of heap under G1.",
      },
      holds: (run) => {
        const { buffered, waiting, received, done, produced } = run.countsAt(0);
        const isFull = buffered === 1_000 && waiting === 1 && received - done === 1;
        return isFull && run.heapMiBOf(produced - done) === 2_004;
      },
    },
    {
      strategy: "system-overload-written",
      text: {
        ko: "같은 요소가 8GiB 힙의 G1에서는 1,336MiB를 차지합니다. 힙이 크면 영역도 큽니다.",
        en: "The same elements take 1,336 MiB of a G1 heap of 8 GiB: a larger heap has larger regions.",
      },
      values: { heapMiB: 8_192 },
      holds: (run) => Math.round(run.heapMiBOf(run.countsAt(0).produced)) === 1_336,
    },
    {
      strategy: "system-overload-written",
      text: {
        ko: "Serial에서는 차지하는 힙이 요소의 바이트와 거의 같은 1,002MiB입니다.",
        en: "Under Serial they take little more than their bytes: 1,002 MiB.",
      },
      values: { collector: "serial" },
      holds: (run) => Math.round(run.heapMiBOf(run.countsAt(0).produced)) === 1_002,
    },
    {
      strategy: "system-overload-written",
      text: {
        ko: "30초 뒤 소비자는 31번째 요소를 들고 있고, 프로그램은 끝나지 않습니다.",
        en: "After 30 s the consumer holds the 31st element, and the program has not ended.",
      },
      holds: (run) => run.countsAt(30_000).received === 31 && run.end().reason === "duration",
    },
    {
      strategy: "memory-budget",
      text: {
        ko: "바이트 예산이 64MiB이면 64개 넘게 기다리지 않습니다. G1의 힙에서는 128MiB이고, 30초 동안 처리한 양은 같습니다.",
        en: "With a budget of 64 MiB no more than 64 elements wait, in 128 MiB of heap under G1, and after 30 s just as many have been taken.",
      },
      holds: (run) =>
        run.maxBuffered() === 64 &&
        run.heapMiBOf(64) === 128 &&
        run.countsAt(30_000).received === 31,
    },
    {
      strategy: "unlimited",
      text: {
        ko: "무제한 버퍼는 0ms에 힙 2GiB를 다 쓰고 끝납니다.",
        en: "The unlimited buffer uses up the heap of 2 GiB at 0 ms, and that is the end.",
      },
      holds: (run) => run.end().reason === "limit" && run.end().atMs === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "빠른 생산자가 시스템에 과부하를 걸어 메모리가 치솟고 GC가 바빠진다. 30초 뒤에 끝난다.",
      en: "A fast producer overloads the system: memory shoots up and the garbage collector is kept busy. It ends after 30 s.",
    },
    findings: [
      {
        strategy: "system-overload-written",
        text: {
          ko: "메모리에는 천장이 있습니다. 버퍼에서 기다린 것은 많아야 {elements}개이고, 바이트로는 {mib}MiB, 힙에서는 {heap}MiB입니다. 그 밖에는 많아야 기다리는 send에 하나, 소비자의 손에 하나가 있습니다. 이것은 배압입니다. 다만 천장이 용량에 요소가 차지하는 힙을 곱한 높이에 있습니다.",
          en: "Memory has a ceiling. At most {elements} elements waited in the buffer: {mib} MiB of bytes, {heap} MiB of heap. Beside them there is at most one in a waiting send and one with the consumer. This is backpressure; its ceiling is the capacity times what an element takes.",
        },
        applies: (run) => run.end().reason !== "limit",
        numbers: (run) => ({
          elements: run.maxBuffered(),
          mib: waitingMiB(run),
          heap: waitingHeapMiB(run),
        }),
      },
      {
        strategy: "system-overload-written",
        text: {
          ko: "{ms}ms에 메모리가 바닥났습니다. 용량은 {capacity}인데 버퍼에 {waiting}개가 있을 때 이미 힙 {heapMiB}MiB로는 모자랐습니다. 유한 버퍼도 가득 찼을 때 힙에 들어가야 지켜 줍니다.",
          en: "Out of memory at {ms} ms. The capacity is {capacity}, yet with {waiting} waiting in the buffer the heap of {heapMiB} MiB was already too small. A bounded buffer protects only if it fits into the heap when it is full.",
        },
        applies: (run) => run.end().limit === "heap",
        example: { heapMiB: 512 },
        numbers(run) {
          const { atMs } = run.end();
          return {
            ms: atMs,
            capacity: run.capacity,
            waiting: run.countsAt(atMs).buffered,
            heapMiB: Number(run.values["heapMiB"]),
          };
        },
      },
      {
        strategy: "system-overload-written",
        text: {
          ko: "본문은 delay({bodyMs})로 끝나지만 프로그램은 마지막 요소까지 기다립니다. {endMs}ms까지 처리한 요소: {done}개. 하나에 {consumerDelayMs}ms씩 {count}개를 처리하려면 {wholeMs}ms가 걸립니다.",
          en: "The body ends with delay({bodyMs}), the program with its last element. Done by {endMs} ms: {done}. At {consumerDelayMs} ms each, a total of {count} elements takes {wholeMs} ms.",
        },
        // An endless program has no last element, and one that ran out of memory got to none.
        applies: (run) =>
          run.end().reason !== "limit" &&
          Number(run.values["count"]) > 0 &&
          Number(run.values["consumerDelayMs"]) > 0,
        numbers(run) {
          const { bodyMs, consumerDelayMs, count } = run.values as Record<string, number>;
          const { atMs } = run.end();
          const wholeMs = Number(count) * Number(consumerDelayMs);
          return {
            bodyMs: Number(bodyMs),
            consumerDelayMs: Number(consumerDelayMs),
            count: Number(count),
            endMs: atMs,
            done: run.countsAt(atMs).done,
            wholeMs,
          };
        },
      },
      {
        strategy: "memory-budget",
        text: {
          ko: "예산 {budgetMiB}MiB에서 나온 용량은 {capacity}입니다. 버퍼에서 기다린 것은 바이트로 많아야 {mib}MiB, 힙에서는 {heap}MiB이고, {endMs}ms까지 처리한 요소는 {done}개입니다.",
          en: "A budget of {budgetMiB} MiB gives a capacity of {capacity}. At most {mib} MiB of bytes waited in the buffer, which take {heap} MiB of heap. Done by {endMs} ms: {done}.",
        },
        numbers(run) {
          const { atMs } = run.end();
          return {
            budgetMiB: Number(run.values["budgetMiB"]),
            capacity: run.capacity,
            mib: waitingMiB(run),
            heap: waitingHeapMiB(run),
            endMs: atMs,
            done: run.countsAt(atMs).done,
          };
        },
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["unlimited"],
        why: {
          ko: "이 프로그램의 요소는 Int 하나입니다. 요소마다 1MiB를 차지한다는 것은 화면의 메모리 모형이어서, 실제로는 메모리가 바닥나지 않습니다.",
          en: "Its elements are plain Ints. That each takes 1 MiB is this page’s model of memory, so in reality it does not run out.",
        },
      },
    ],
  },
  next: [
    {
      text: {
        ko: "힙이 512MiB뿐이라면?",
        en: "What if the heap has only 512 MiB?",
      },
      link: "s=system-overload.2&heap=512",
    },
    {
      text: {
        ko: "메모리 예산 64MiB로 같은 일을 시키면?",
        en: "The same work within a budget of 64 MiB?",
      },
      link: "s=system-overload.2&k=memory-budget",
    },
    {
      text: {
        ko: "버퍼가 한 칸뿐이면 처리량이 줄어들까요?",
        en: "Does a buffer of one place cost throughput?",
      },
      link: "s=system-overload.2&cap=1",
    },
    {
      text: {
        ko: "힙을 8GiB로 늘리면 같은 요소가 힙을 얼마나 차지할까요?",
        en: "How much do the same elements take of a heap of 8 GiB?",
      },
      link: "s=system-overload.2&heap=8192",
    },
    {
      text: {
        ko: "Serial의 힙이 1,100MiB뿐이고, GC가 살아 있는 1GiB마다 1초씩 모두를 세운다면? (모형)",
        en: "And under Serial, in a heap of 1,100 MiB, if a collection stops everybody for 1 s a live GiB? (model)",
      },
      link: "s=system-overload.2&c=10&col=serial&heap=1100&gc=1000",
    },
  ],
  strategies: ["system-overload-written", "memory-budget", "bounded", "unlimited"],
  values: {
    durationS: 40,
    producerDelayMs: 0,
    consumerDelayMs: 1000,
    count: 10000,
    capacity: 1000,
    bodyMs: 30000,
    elementKiB: 1024,
    heapMiB: 2048,
    collector: "g1",
  },
  strips: ["memory", "throughput"],
  controls: ["capacity", "budgetMiB", "elementKiB", "heapMiB", "collector"],
});

/** The bytes of what the buffer held at its deepest, in whole MiB. */
function waitingMiB(run: ClaimRun): number {
  return Math.round((run.maxBuffered() * Number(run.values["elementKiB"])) / 1024);
}

/** What it took of the heap, in whole MiB. */
function waitingHeapMiB(run: ClaimRun): number {
  return Math.round(run.heapMiBOf(run.maxBuffered()));
}
