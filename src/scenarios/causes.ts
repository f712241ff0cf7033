import { couldMakePerSec, isSlowed } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Four causes beside each other: the queue is the same, and what cures it is not. */
export const causes = defineScenario({
  id: "causes",
  revision: 1,
  question: {
    ko: "채널은 같고 원인만 다른 프로그램이 넷 있습니다. 생산자가 두 배 빠르거나, 처리가 두 배 오래 걸리거나, 요소마다 네트워크 너머의 답을 기다리거나, 작업자 둘이 스레드 하나를 나눠 씁니다. 생산자가 기다리게 되는 것은 어느 프로그램일까요?",
    en: "Four programs have the same channel and differ in the cause: a producer twice as fast, work that takes twice as long, a network call for each element, two workers that share one thread. In which of them does the producer have to wait?",
  },
  answers: [
    {
      right: false,
      text: { ko: "생산자가 빠른 것만.", en: "Only where the producer is fast." },
      why: {
        ko: "빠르다는 것은 비율입니다. 소비자가 절반으로 느려져도 버퍼는 똑같이 찹니다.",
        en: "Fast is a ratio: a consumer of half the speed fills the buffer just as well.",
      },
    },
    {
      right: false,
      text: {
        ko: "생산자가 빠르거나 처리가 느린 것. 답을 기다리는 것은 일이 아니기 때문입니다.",
        en: "Where the producer is fast or the work is long: waiting for an answer is not work.",
      },
      why: {
        ko: "일은 아니지만, 기다리는 작업자는 다음 요소를 꺼내지 않습니다.",
        en: "It is not work, but a worker that waits takes no element either.",
      },
    },
    {
      right: false,
      text: {
        ko: "스레드를 나눠 쓰는 것만 빼고. 작업자가 둘이기 때문입니다.",
        en: "In all but the one with a shared thread: it has two workers.",
      },
      why: {
        ko: "둘이 스레드 하나로 하는 일은 하나가 하는 일과 같습니다.",
        en: "On one thread two of them do as much as one.",
      },
    },
    {
      right: true,
      text: { ko: "넷 모두.", en: "In all four." },
      why: {
        ko: "채널이 아는 것은 하나뿐입니다. 들어오는 것보다 느리게 나갑니다.",
        en: "All that the channel sees is that elements leave it more slowly than they come.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "네 버퍼는 똑같이 가득 차 있습니다. 버퍼만 봐서는 원인을 알 수 없습니다.",
      en: "The four buffers are full, one like the other. From the buffer alone nobody can tell the cause.",
    },
    {
      ko: "작업자를 보세요. 위의 둘은 쉬지 않고 일하고, 셋째는 절반을 답을 기다리며 보내고, 넷째는 하나가 일하는 동안 다른 하나가 스레드를 기다립니다.",
      en: "Look at the workers. In the first two they never pause; in the third they wait for an answer half of the time; in the fourth one works while the other waits for the thread.",
    },
    {
      ko: "작업자를 넷으로 늘리면 스레드가 모자란 것만 낫지 않습니다. 처리를 두 배 빠르게 하면 네트워크만 낫지 않습니다. 버퍼를 키우면 어느 것도 낫지 않습니다.",
      en: "Four workers cure all but the one that lacks threads. Work that is twice as fast cures all but the network. A larger buffer cures none.",
    },
    {
      ko: "넷 모두를 낫게 하는 것은 덜 만드는 것입니다. send가 생산자를 기다리게 해서 하는 일이 그것입니다.",
      en: "What cures all four is to make less, and that is what send does when it holds the producer.",
    },
  ],
  claims: [
    {
      strategy: "cause-fast-producer",
      text: {
        ko: "빠른 생산자: 6초에 120개를 만들 수 있었지만 85개쯤에서 멈춰 있습니다.",
        en: "Fast producer: it could have made 120 in 6 s, and has made about 85.",
      },
      holds: (run) => isHeld(run) && Math.abs(run.countsAt(6_000).made - 85) <= 2,
    },
    {
      strategy: "cause-slow-consumer",
      text: {
        ko: "느린 소비자: 6초에 60개를 만들 수 있었지만 47개쯤입니다.",
        en: "Slow consumer: 60 could have been made in 6 s, and about 47 were.",
      },
      holds: (run) => isHeld(run) && Math.abs(run.countsAt(6_000).made - 47) <= 2,
    },
    {
      strategy: "cause-network-latency",
      text: {
        ko: "네트워크 지연: 처리 시간은 그대로인데도 느린 소비자와 똑같은 수가 만들어집니다.",
        en: "Network latency: the work is as short as ever, and yet as few are made as with the slow consumer.",
      },
      holds: (run) => isHeld(run) && Math.abs(run.countsAt(6_000).made - 47) <= 2,
    },
    {
      strategy: "cause-network-latency",
      values: { workers: 4 },
      text: {
        ko: "작업자가 넷이면 호출 넷이 함께 나가 있고, 버퍼에는 아무것도 쌓이지 않습니다.",
        en: "With four workers four calls are under way, and nothing piles up.",
      },
      holds: (run) => !isHeld(run) && run.maxBuffered() <= 1,
    },
    {
      strategy: "cause-network-latency",
      values: { consumerDelayMs: 80 },
      text: {
        ko: "처리를 두 배 빠르게 해도 네트워크는 그대로라서 생산자가 여전히 기다립니다.",
        en: "With work that is twice as fast the network is as slow as before, and the producer still waits.",
      },
      holds: isHeld,
    },
    {
      strategy: "cause-limited-threads",
      values: { workers: 4 },
      text: {
        ko: "스레드가 하나면 작업자가 넷이어도 생산자가 여전히 기다립니다.",
        en: "On one thread the producer still waits with four workers.",
      },
      holds: isHeld,
    },
    {
      strategy: "cause-limited-threads",
      values: { sharedThreads: 2 },
      text: {
        ko: "스레드가 둘이면 밀리지 않습니다.",
        en: "With two threads nothing falls behind.",
      },
      holds: (run) => !isHeld(run) && run.maxBuffered() <= 1,
    },
  ],
  reality: {
    claimed: {
      ko: "배압의 원인은 빠른 생산자, 느린 소비자, 네트워크 지연, 제한된 자원의 네 가지입니다.",
      en: "Backpressure has four causes: a fast producer, a slow consumer, network latency, limited resources.",
    },
    findings: [
      {
        strategy: "cause-fast-producer",
        text: {
          ko: "빠른 생산자: 1초에 {could}개를 만들 수 있었지만 {made}개씩 만들었습니다.",
          en: "Fast producer: it could make {could} a second, and made {made}.",
        },
        applies: isHeld,
        numbers: rates,
      },
      {
        strategy: "cause-slow-consumer",
        text: {
          ko: "느린 소비자: 1초에 {could}개를 만들 수 있었지만 {made}개씩 만들었습니다. 빠른 생산자와 같은 원인, 같은 비율을 반대쪽에서 본 것입니다.",
          en: "Slow consumer: {could} a second could be made, and {made} were. That is the same cause as the fast producer: one ratio, seen from the other end.",
        },
        applies: isHeld,
        numbers: rates,
      },
      {
        strategy: "cause-network-latency",
        text: {
          ko: "네트워크 지연: 작업자가 답을 기다리는 동안 꺼내지 않으니 1초에 {made}개만 만들어집니다. 지연이 소비자의 호출에 있을 때에만 그렇습니다. 보내는 길에 있고 요소마다 코루틴을 띄우면 아무도 기다리지 않고, 그래서 한없이 쌓입니다.",
          en: "Network latency: while a worker waits for its answer it takes nothing, so {made} a second are made. That is so where the latency is in the consumer’s call. Where it is on the way, and each element gets a coroutine, nobody waits, and they pile up without end.",
        },
        applies: isHeld,
        numbers: made,
      },
      {
        strategy: "cause-limited-threads",
        text: {
          ko: "부족한 자원: 작업자가 {workers}개인데도 1초에 {made}개입니다. 나눠 쓰는 것이 모자라면 작업자의 수는 상관없습니다.",
          en: "Limited resources: {workers} workers, and yet {made} a second. Where what they share is short, it does not matter how many there are.",
        },
        applies: isHeld,
        numbers: (run) => ({ workers: Number(run.values["workers"]), ...made(run) }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "작업자를 넷으로 늘리면 어느 줄이 남을까요?",
        en: "Which lane is left with four workers?",
      },
      link: "s=causes&w=4",
    },
    {
      text: { ko: "처리를 두 배 빠르게 하면?", en: "With work that is twice as fast?" },
      link: "s=causes&c=80",
    },
    {
      text: { ko: "절반만 만들면?", en: "When half as many are made?" },
      link: "s=causes&p=200",
    },
    {
      text: {
        ko: "지연이 보내는 길에 있고 요소마다 코루틴을 띄우면?",
        en: "With the latency on the way, and a coroutine for each element?",
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

/** A second, from 6 s, when every buffer is full, to the end. */
function made(run: ClaimRun) {
  const { atMs } = run.end();
  const later = run.countsAt(atMs).made - run.countsAt(6_000).made;
  return { made: tenths((1000 * later) / (atMs - 6_000)) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
