import { couldMakePerSec, isSlowed } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Four causes side by side: the queue looks the same, but each needs a different cure. */
export const causes = defineScenario({
  id: "causes",
  revision: 1,
  question: {
    ko: "채널은 같고 원인만 다른 프로그램이 넷 있습니다. 생산자가 두 배 빠르거나, 처리가 두 배 오래 걸리거나, 요소마다 네트워크 너머의 답을 기다리거나, 작업자 둘이 스레드 하나를 나눠 씁니다. 생산자가 기다리게 되는 것은 어느 프로그램일까요?",
    en: "Four programs use the same channel and differ only in what is wrong: a producer twice as fast, work that takes twice as long, a network call for each element, or two workers that share one thread. In which of them does the producer have to wait?",
  },
  answers: [
    {
      right: false,
      text: { ko: "생산자가 빠른 것만.", en: "Only in the one with the fast producer." },
      why: {
        ko: "빠르다는 것은 비율입니다. 소비자가 절반으로 느려져도 버퍼는 똑같이 찹니다.",
        en: "Fast is relative: a consumer at half the speed fills the buffer just the same.",
      },
    },
    {
      right: false,
      text: {
        ko: "생산자가 빠르거나 처리가 느린 것. 답을 기다리는 것은 일이 아니기 때문입니다.",
        en: "In those with a fast producer or slow work: waiting for an answer is not work.",
      },
      why: {
        ko: "일은 아니지만, 기다리는 작업자는 다음 요소를 꺼내지 않습니다.",
        en: "It is not work, but a worker that waits does not take the next element either.",
      },
    },
    {
      right: false,
      text: {
        ko: "스레드를 나눠 쓰는 것만 빼고. 작업자가 둘이기 때문입니다.",
        en: "In all except the one with the shared thread: it has two workers.",
      },
      why: {
        ko: "둘이 스레드 하나로 하는 일은 하나가 하는 일과 같습니다.",
        en: "On one thread, two workers get no more done than one.",
      },
    },
    {
      right: true,
      text: { ko: "넷 모두.", en: "In all four." },
      why: {
        ko: "채널에서 드러나는 것은 하나뿐입니다. 요소가 들어오는 것보다 느리게 나갑니다.",
        en: "All that the channel shows is that elements leave more slowly than they arrive.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "네 버퍼는 똑같이 가득 차 있습니다. 버퍼만 봐서는 원인을 알 수 없습니다.",
      en: "All four buffers are equally full. You cannot tell the cause from the buffer alone.",
    },
    {
      ko: "작업자를 보세요. 위의 둘은 쉬지 않고 일하고, 셋째는 절반을 답을 기다리며 보내고, 넷째는 하나가 일하는 동안 다른 하나가 스레드를 기다립니다.",
      en: "Watch the workers. In the first two lanes they never pause; in the third they spend half the time waiting for answers; in the fourth, one works while the other waits for the thread.",
    },
    {
      ko: "작업자를 넷으로 늘리면 스레드가 모자란 것만 낫지 않습니다. 처리를 두 배 빠르게 하면 네트워크만 낫지 않습니다. 버퍼를 키우면 어느 것도 낫지 않습니다.",
      en: "Four workers cure every lane except the one that is short of threads. Work twice as fast cures every lane except the network. A larger buffer cures none.",
    },
    {
      ko: "넷 모두에 통하는 방법은 덜 만드는 것입니다. send가 생산자를 기다리게 하는 것이 바로 그것입니다.",
      en: "What cures all four is making less, and that is what send achieves by making the producer wait.",
    },
  ],
  claims: [
    {
      strategy: "cause-fast-producer",
      text: {
        ko: "빠른 생산자: 6초에 120개를 만들 수 있었지만 85개쯤 만들었습니다.",
        en: "Fast producer: it could have made 120 elements in 6 s but made about 85.",
      },
      holds: (run) => isHeld(run) && Math.abs(run.countsAt(6_000).made - 85) <= 2,
    },
    {
      strategy: "cause-slow-consumer",
      text: {
        ko: "느린 소비자: 6초에 60개를 만들 수 있었지만 47개쯤입니다.",
        en: "Slow consumer: 60 could have been made in 6 s, but only about 47 were.",
      },
      holds: (run) => isHeld(run) && Math.abs(run.countsAt(6_000).made - 47) <= 2,
    },
    {
      strategy: "cause-network-latency",
      text: {
        ko: "네트워크 지연: 처리 시간은 그대로인데도 느린 소비자와 똑같은 수가 만들어집니다.",
        en: "Network latency: the work takes no longer than before, yet as few elements are made as with the slow consumer.",
      },
      holds: (run) => isHeld(run) && Math.abs(run.countsAt(6_000).made - 47) <= 2,
    },
    {
      strategy: "cause-network-latency",
      values: { workers: 4 },
      text: {
        ko: "작업자가 넷이면 호출 넷이 함께 나가 있고, 버퍼에는 아무것도 쌓이지 않습니다.",
        en: "With four workers, four calls are under way at once, and nothing piles up.",
      },
      holds: (run) => !isHeld(run) && run.maxBuffered() <= 1,
    },
    {
      strategy: "cause-network-latency",
      values: { consumerDelayMs: 80 },
      text: {
        ko: "처리를 두 배 빠르게 해도 네트워크는 그대로라서 생산자가 여전히 기다립니다.",
        en: "With work twice as fast, the network is as slow as before, and the producer still waits.",
      },
      holds: isHeld,
    },
    {
      strategy: "cause-limited-threads",
      values: { workers: 4 },
      text: {
        ko: "스레드가 하나면 작업자가 넷이어도 생산자가 여전히 기다립니다.",
        en: "On one thread, the producer still waits, even with four workers.",
      },
      holds: isHeld,
    },
    {
      strategy: "cause-limited-threads",
      values: { sharedThreads: 2 },
      text: {
        ko: "스레드가 둘이면 밀리지 않습니다.",
        en: "With two threads, nothing falls behind.",
      },
      holds: (run) => !isHeld(run) && run.maxBuffered() <= 1,
    },
  ],
  reality: {
    claimed: {
      ko: "배압의 원인은 빠른 생산자, 느린 소비자, 네트워크 지연, 제한된 자원의 네 가지입니다.",
      en: "Backpressure has four causes: a fast producer, a slow consumer, network latency and limited resources.",
    },
    findings: [
      {
        strategy: "cause-fast-producer",
        text: {
          ko: "빠른 생산자: 1초에 {could}개를 만들 수 있었지만 {made}개씩 만들었습니다.",
          en: "Fast producer: it could make {could} elements a second but made {made}.",
        },
        applies: isHeld,
        numbers: rates,
      },
      {
        strategy: "cause-slow-consumer",
        text: {
          ko: "느린 소비자: 1초에 {could}개를 만들 수 있었지만 {made}개씩 만들었습니다. 빠른 생산자와 같은 원인, 같은 비율을 반대쪽에서 본 것입니다.",
          en: "Slow consumer: {could} elements a second could be made, but {made} were. It is the same cause as the fast producer: the same ratio, seen from the other end.",
        },
        applies: isHeld,
        numbers: rates,
      },
      {
        strategy: "cause-network-latency",
        text: {
          ko: "네트워크 지연: 작업자가 답을 기다리는 동안 다음 요소를 꺼내지 않으니 1초에 {made}개만 만들어집니다. 지연이 소비자의 호출에 있을 때만 그렇습니다. 보내는 길에 지연이 있고 요소마다 코루틴을 띄우면 아무도 기다리지 않아서 요소가 한없이 쌓입니다.",
          en: "Network latency: a worker takes nothing while it waits for its answer, so only {made} elements a second are made. That is true only if the latency is in the consumer’s call. If it is on the way to the channel and each element gets a coroutine, nobody waits and elements pile up without end.",
        },
        applies: isHeld,
        numbers: made,
      },
      {
        strategy: "cause-limited-threads",
        text: {
          ko: "부족한 자원: 작업자가 {workers}개인데도 1초에 {made}개만 만들어집니다. 나눠 쓰는 자원이 모자라면 작업자를 늘려도 소용없습니다.",
          en: "Limited resources: there are {workers} workers, yet only {made} elements a second are made. If the resource they share is scarce, it does not matter how many workers there are.",
        },
        applies: isHeld,
        numbers: (run) => ({ workers: Number(run.values["workers"]), ...made(run) }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "작업자를 넷으로 늘리면 어느 줄이 여전히 밀릴까요?",
        en: "With four workers, which lane still falls behind?",
      },
      link: "s=causes&w=4",
    },
    {
      text: { ko: "처리를 두 배 빠르게 하면?", en: "What if the work is twice as fast?" },
      link: "s=causes&c=80",
    },
    {
      text: { ko: "절반만 만들면?", en: "What if half as many are made?" },
      link: "s=causes&p=200",
    },
    {
      text: {
        ko: "지연이 보내는 길에 있고 요소마다 코루틴을 띄우면?",
        en: "What if the latency is on the way to the channel and each element gets a coroutine?",
      },
      link: "s=causes&k=bounded&c=320&lat=700",
    },
  ],
  strategies: [
    "cause-fast-producer",
    "cause-slow-consumer",
    "cause-network-latency",
    "cause-limited-threads",
    "bounded",
  ],
  lanes: [
    "cause-fast-producer",
    "cause-slow-consumer",
    "cause-network-latency",
    "cause-limited-threads",
  ],
  values: {
    durationS: 20,
    producerDelayMs: 100,
    consumerDelayMs: 160,
    workers: 2,
    capacity: 8,
  },
  controls: ["producerDelayMs", "consumerDelayMs", "workers", "capacity"],
  strips: ["shares", "depth"],
});

function isHeld(run: ClaimRun): boolean {
  return isSlowed(run, 6_000);
}

function rates(run: ClaimRun) {
  return { could: tenths(couldMakePerSec(run)), ...made(run) };
}

/** How many elements a second were made from 6 s, when every buffer is full, to the end. */
function made(run: ClaimRun) {
  const { atMs } = run.end();
  const later = run.countsAt(atMs).made - run.countsAt(6_000).made;
  return { made: tenths((1000 * later) / (atMs - 6_000)) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
