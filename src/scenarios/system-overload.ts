import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Blocks of 1 MiB through a channel of a thousand places: backpressure that starts only at two gigabytes of heap. */
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
    ko: "생산자가 1MiB짜리 요소를 쉬지 않고 용량이 1,000인 채널에 보내고, 소비자는 1초에 하나씩 처리합니다. 메모리는 얼마까지 늘어날까요?",
    en: "A producer sends 1 MiB elements without pausing into a channel of capacity 1,000; the consumer takes one a second. How far does memory grow?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "OutOfMemoryError가 날 때까지 끝없이 늘어납니다.",
        en: "Without end, until an OutOfMemoryError.",
      },
      why: {
        ko: "용량이 있는 채널입니다. 가득 차면 send가 기다리므로 그 이상은 늘지 않습니다. 힙이 그보다 작을 때만 오류가 납니다.",
        en: "The channel has a capacity: once it is full, send waits and memory stops growing. It fails only if the heap is smaller than that.",
      },
    },
    {
      right: true,
      text: {
        ko: "시작하자마자 요소 천 개쯤이 차지하는 만큼 늘고, 그 상태가 이어집니다.",
        en: "At once to the size of about a thousand elements, and it stays there.",
      },
      why: {
        ko: "버퍼에 1,000개, send에서 기다리는 것 하나, 소비자가 처리하는 것 하나입니다. 하나가 나갈 때마다 하나가 들어옵니다. 바이트로는 1,002MiB이지만 G1의 힙에서는 2,004MiB입니다. 1MiB 배열 하나가 1MiB 영역(region) 두 개를 차지하기 때문입니다.",
        en: "1,000 in the buffer, one in the waiting send, one with the consumer; each time one leaves, one comes in. Their bytes are 1,002 MiB, but under G1 they take 2,004 MiB of heap: each 1 MiB array takes two 1 MiB regions.",
      },
    },
    {
      right: false,
      text: {
        ko: "거의 늘지 않습니다. 생산자가 처음부터 소비자의 속도에 맞춰집니다.",
        en: "Hardly at all: the producer matches the consumer's pace from the start.",
      },
      why: {
        ko: "배압은 버퍼가 가득 찬 뒤에야 시작됩니다. 그 전까지 생산자를 늦추는 것은 아무것도 없습니다.",
        en: "Backpressure starts when the buffer is full. Until then nothing slows the producer down.",
      },
    },
    {
      right: false,
      text: {
        ko: "30초 동안 늘었다가 프로그램이 끝나면서 줄어듭니다.",
        en: "It grows for 30 s and is freed when the program ends.",
      },
      why: {
        ko: "0ms에 이미 가득 찹니다. 그리고 main 블록 끝의 delay(30000)은 프로그램을 끝내지 않습니다.",
        en: "The buffer is full at 0 ms, and delay(30000) at the end of main doesn't end the program.",
      },
    },
  ],
  showsAtMs: 5_000,
  notice: [
    {
      ko: "0ms에 버퍼가 가득 찹니다. 배압은 버퍼가 가득 찬 다음에 시작됩니다.",
      en: "The buffer is full at 0 ms. Backpressure starts only once the buffer is full.",
    },
    {
      ko: "힙 한도를 가득 찬 버퍼보다 작게 줄여 보세요. 유한 버퍼인데도 메모리 부족으로 끝납니다.",
      en: "Set the heap limit below what a full buffer takes: the run ends out of memory, although the buffer is bounded.",
    },
    {
      ko: "실제 JVM(JDK 17, G1, -Xmx2g)에서도 1MiB 배열 1,001개가 힙 2,001MiB를 차지했습니다. 배열에는 16바이트의 헤더가 붙어 1MiB 영역 하나에 들어가지 않습니다. -Xmx8g에서는 영역이 4MiB라 셋이 함께 들어가, 모두 1,330MiB였습니다.",
      en: "On a real JVM (JDK 17, G1, -Xmx2g), 1,001 arrays of 1 MiB also took 2,001 MiB of heap: with its 16-byte header, an array doesn’t fit into a 1 MiB region. With -Xmx8g, regions are 4 MiB, three arrays share one, and all of them took 1,330 MiB.",
    },
    {
      ko: "-Xmx1100m인 실제 JVM에 들어간 배열은 G1에서 547~548개, Parallel에서 922개였고, Serial은 1,001개를 모두 담았습니다. Parallel은 실행 중에 공간을 다시 나누기 때문에 이보다 일찍 끝날 수 있습니다. 이 모형은 그것까지 재현하지 않습니다.",
      en: "With -Xmx1100m, a real JVM held 547 to 548 of these arrays under G1 and 922 under Parallel; Serial held all 1,001. Parallel resizes its spaces while it runs, so it may end earlier than here: the model does not cover that.",
    },
    {
      ko: "‘메모리 예산만큼만’으로 바꾸면 버퍼는 훨씬 작아지지만 처리량은 똑같습니다. 처리량은 소비자가 정합니다.",
      en: "Switch to the memory budget: the buffer is far smaller, yet the throughput is the same. The consumer sets the pace.",
    },
  ],
  claims: [
    {
      strategy: "system-overload-written",
      text: {
        ko: "0ms에 버퍼에 1,000개, send에서 기다리는 것 1개, 소비자에게 1개가 있습니다. 바이트로는 1,002MiB, G1의 힙에서는 2,004MiB입니다.",
        en: "At 0 ms, 1,000 elements are in the buffer, 1 is in a waiting send and 1 with the consumer: 1,002 MiB of bytes, which take 2,004 MiB of heap under G1.",
      },
      holds: (run) => {
        const { waiting, held, received, done, made } = run.countsAt(0);
        const isFull = waiting === 1_000 && held === 1 && received - done === 1;
        return isFull && run.heapMiBOf(made - done) === 2_004;
      },
    },
    {
      strategy: "system-overload-written",
      text: {
        ko: "같은 요소가 8GiB 힙의 G1에서는 1,336MiB를 차지합니다. 힙이 크면 영역도 큽니다.",
        en: "The same elements take 1,336 MiB in an 8 GiB heap under G1: a larger heap has larger regions.",
      },
      values: { heapMiB: 8_192 },
      holds: (run) => Math.round(run.heapMiBOf(run.countsAt(0).made)) === 1_336,
    },
    {
      strategy: "system-overload-written",
      text: {
        ko: "Serial에서는 차지하는 힙이 요소의 바이트와 거의 같은 1,002MiB입니다.",
        en: "Under Serial they take little more than their bytes: 1,002 MiB.",
      },
      values: { collector: "serial" },
      holds: (run) => Math.round(run.heapMiBOf(run.countsAt(0).made)) === 1_002,
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
        ko: "바이트 예산이 64MiB이면 기다리는 요소가 64개를 넘지 않습니다. G1의 힙에서는 128MiB이고, 30초 동안 처리한 양은 같습니다.",
        en: "With a budget of 64 MiB, at most 64 elements wait, in 128 MiB of heap under G1, and just as many have been taken after 30 s.",
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
        en: "The unlimited buffer uses up the 2 GiB heap at 0 ms, and the run ends.",
      },
      holds: (run) => run.end().reason === "limit" && run.end().atMs === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "빠른 생산자가 시스템에 과부하를 걸어 메모리가 치솟고 GC가 바빠집니다. 30초 뒤에 끝납니다.",
      en: "A fast producer overloads the system: memory shoots up and the garbage collector is busy. It ends after 30 s.",
    },
    findings: [
      {
        strategy: "system-overload-written",
        text: {
          ko: "메모리에는 상한이 있습니다. 버퍼에서 기다린 것은 많아야 {elements}개이고, 바이트로는 {mib}MiB, 힙에서는 {heap}MiB입니다. 그 밖에는 send에서 기다리는 것과 소비자가 처리하는 것이 많아야 하나씩 있습니다. 이것이 배압입니다. 다만 상한이 용량에 요소 하나가 차지하는 힙을 곱한 값입니다.",
          en: "Memory has a ceiling. Most elements in the buffer: {elements}, which is {mib} MiB of bytes and {heap} MiB of heap. In addition, there is at most one in a waiting send and one with the consumer. This is backpressure, but its ceiling is the capacity times the heap that an element takes.",
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
          ko: "{ms}ms에 메모리가 바닥났습니다. 용량은 {capacity}인데 버퍼에 {waiting}개가 있을 때 이미 힙 {heapMiB}MiB로는 모자랐습니다. 유한 버퍼도 가득 찼을 때 힙에 들어가야 소용이 있습니다.",
          en: "Out of memory at {ms} ms. The capacity is {capacity}, but with {waiting} waiting in the buffer, the heap of {heapMiB} MiB was already too small. A bounded buffer protects only if it fits into the heap when it is full.",
        },
        applies: (run) => run.end().limit === "heap",
        example: { heapMiB: 512 },
        numbers(run) {
          const { atMs } = run.end();
          return {
            ms: atMs,
            capacity: run.capacity,
            waiting: run.countsAt(atMs).waiting,
            heapMiB: Number(run.values["heapMiB"]),
          };
        },
      },
      {
        strategy: "system-overload-written",
        text: {
          ko: "main 블록은 delay({bodyMs})로 끝나지만 프로그램은 마지막 요소까지 기다립니다. {endMs}ms까지 처리한 요소는 {done}개입니다. 하나에 {consumerDelayMs}ms씩 {count}개를 처리하려면 {wholeMs}ms가 걸립니다.",
          en: "main ends with delay({bodyMs}), but the program waits for its last element. Done by {endMs} ms: {done}. At {consumerDelayMs} ms each, {count} elements take {wholeMs} ms.",
        },
        // An endless program has no last element, and one that ran out of memory did not reach it.
        applies: (run) =>
          run.end().reason !== "limit" &&
          Number(run.values["count"]) > 0 &&
          Number(run.values["consumerDelayMs"]) > 0,
        numbers(run) {
          const { bodyMs, consumerDelayMs, count } = run.values as Record<string, number>;
          const { atMs } = run.end();
          const wholeMs = Number(count) * Number(consumerDelayMs);
          return {
            bodyMs: String(bodyMs),
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
          ko: "예산 {budgetMiB}MiB로 정해진 용량은 {capacity}입니다. 버퍼에서 기다린 것은 바이트로 많아야 {mib}MiB, 힙에서는 {heap}MiB이고, {endMs}ms까지 처리한 요소는 {done}개입니다.",
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
          ko: "이 프로그램의 요소는 Int 하나입니다. 요소마다 1MiB를 차지한다는 것은 이 페이지의 메모리 모형이고, 실제로는 메모리가 바닥나지 않습니다.",
          en: "Its elements are plain Ints. The 1 MiB for each is this page’s memory model, so in reality memory does not run out.",
        },
      },
    ],
  },
  next: [
    {
      text: {
        ko: "힙이 512MiB뿐이라면?",
        en: "What if the heap is only 512 MiB?",
      },
      link: "s=system-overload.2&heap=512",
    },
    {
      text: {
        ko: "메모리 예산 64MiB로 같은 일을 하면?",
        en: "What if the same work has a memory budget of 64 MiB?",
      },
      link: "s=system-overload.2&k=memory-budget",
    },
    {
      text: {
        ko: "버퍼가 한 칸뿐이면 처리량이 줄어들까요?",
        en: "Does a one-slot buffer reduce throughput?",
      },
      link: "s=system-overload.2&cap=1",
    },
    {
      text: {
        ko: "힙을 8GiB로 늘리면 같은 요소가 힙을 얼마나 차지할까요?",
        en: "How much of an 8 GiB heap do the same elements take?",
      },
      link: "s=system-overload.2&heap=8192",
    },
    {
      text: {
        ko: "GC가 살아 있는 객체 1GiB당 1초씩 모두를 멈추고, Serial의 힙이 1,100MiB뿐이라면? (모형)",
        en: "What if the heap is 1,100 MiB under Serial and each GC pause lasts 1 s per live GiB? (model)",
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

/** The bytes of the elements in the buffer at its fullest, in whole MiB. */
function waitingMiB(run: ClaimRun): number {
  return Math.round((run.maxBuffered() * Number(run.values["elementKiB"])) / 1024);
}

/** The heap that the elements in the buffer took at its fullest, in whole MiB. */
function waitingHeapMiB(run: ClaimRun): number {
  return Math.round(run.heapMiBOf(run.maxBuffered()));
}
