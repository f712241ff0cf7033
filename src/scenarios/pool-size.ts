import { type ClaimRun, defineScenario } from "./scenario.ts";

/** How many threads a load needs, and what happens with one too few. */
export const poolSize = defineScenario({
  id: "pool-size",
  revision: 1,
  question: {
    ko: "1초에 20개가 오고, 하나를 처리하는 동안 스레드 하나를 200ms 동안 차지합니다. 밀리지 않으려면 스레드가 적어도 몇 개 필요할까요?",
    en: "20 elements arrive per second, and each holds a thread for 200 ms. At least how many threads are needed to keep up?",
  },
  answers: [
    {
      right: false,
      text: { ko: "2개.", en: "2." },
      why: {
        ko: "스레드 하나는 200ms에 하나, 1초에 5개를 처리합니다. 둘이면 10개입니다.",
        en: "A thread does one in 200 ms, so 5 a second. Two do 10.",
      },
    },
    {
      right: true,
      text: { ko: "4개.", en: "4." },
      why: {
        ko: "제공 부하(offered load) = 도착률 × 처리 시간 = 20/s × 0.2s = 4. 평균적으로 늘 4개가 처리 중이어야 합니다.",
        en: "Offered load = arrival rate × service time = 20/s × 0.2 s = 4: on average, 4 must be in service at any time.",
      },
    },
    {
      right: false,
      text: { ko: "20개. 1초에 오는 만큼.", en: "20: as many as arrive per second." },
      why: {
        ko: "하나가 스레드를 1초 동안 차지할 때의 답입니다. 200ms라면 스레드 하나를 1초에 다섯 번 쓸 수 있습니다.",
        en: "That would be right if each held a thread for a full second. At 200 ms, a thread is used five times a second.",
      },
    },
    {
      right: false,
      text: { ko: "CPU 코어 수만큼.", en: "As many as there are CPU cores." },
      why: {
        ko: "계산만 하는 작업이라면 스레드가 코어보다 많아도 소용이 없습니다. 기다리기도 하는 작업이라면 코어 수 × (1 + 기다리는 시간 / 계산하는 시간)으로 어림합니다. 어느 쪽이든 부하가 더 크면 밀립니다.",
        en: "For work that only computes, more threads than cores do not help. For work that also waits, cores × (1 + wait / compute) is a first estimate. Either way, a larger load falls behind.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "필요한 스레드 ≥ 도착률 × 처리 시간. 모자라면 밀린 것은 한없이 늘어나고, 버퍼로는 해결되지 않습니다.",
      en: "Threads needed ≥ arrival rate × service time. With fewer, the backlog grows without end, and no buffer helps.",
    },
    {
      ko: "delay는 스레드를 붙잡지 않습니다. 여기의 작업은 스레드를 붙잡는 블로킹 호출이고, 스레드 풀은 limitedParallelism으로 한도를 둔 Dispatchers.IO입니다.",
      en: "A delay holds no thread. The work here is a blocking call, which does; the pool is Dispatchers.IO with limitedParallelism.",
    },
    {
      ko: "작업자 코루틴이 여덟이어도 스레드가 셋이면 동시에 일하는 것은 셋입니다. 나머지는 요소를 든 채 스레드를 기다립니다.",
      en: "With eight worker coroutines and three threads, only three work at once. The others hold an element and wait for a thread.",
    },
    {
      ko: "리틀의 법칙 L = λW: 안에 있는 수 = 나가는 속도 × 머무는 시간. 둘을 재면 나머지 하나를 알 수 있습니다.",
      en: "Little's law, L = λW: number inside = departure rate × time inside. Two of them give the third.",
    },
    {
      ko: "작업이 계산 S와 기다림 W로 이루어지면, 코어 N개를 바쁘게 하는 스레드 수는 N × (1 + W/S)입니다. 계산만 하면 N입니다.",
      en: "If work consists of S of computing and W of waiting, N × (1 + W/S) threads keep N cores busy. With computing alone, that is N.",
    },
  ],
  claims: [
    {
      strategy: "unlimited",
      text: {
        ko: "스레드 셋으로는 1초에 15개가 처리되고, 밀린 것이 1초에 5개씩 늘어납니다.",
        en: "Three threads do 15 a second, and the backlog grows by 5 a second.",
      },
      holds: (run) => {
        const early = run.countsAt(10_000);
        const late = run.countsAt(30_000);
        const grown = late.made - late.done - (early.made - early.done);
        return late.done - early.done === 300 && Math.abs(grown - 100) <= 1;
      },
    },
    {
      strategy: "unlimited",
      text: {
        ko: "끝 무렵에 처리되는 요소는 6초 넘게 기다렸습니다.",
        en: "The elements taken near the end have waited more than 6 s.",
      },
      holds: (run) => run.maxWaitMs() > 6_000,
    },
    {
      strategy: "bounded",
      text: {
        ko: "유한 버퍼에서는 밀리는 대신 생산자가 1초에 15개로 느려집니다.",
        en: "With a bounded buffer nothing piles up: the producer slows down to 15 a second.",
      },
      holds: (run) => {
        const { made: early } = run.countsAt(10_000);
        const { made: late } = run.countsAt(30_000);
        return Math.abs(late - early - 300) <= 1;
      },
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "느리면 작업자 코루틴이나 버퍼를 늘리면 됩니다.",
      en: "If it is slow, add worker coroutines or a larger buffer.",
    },
    findings: [
      {
        strategy: "unlimited",
        text: {
          ko: "제공 부하(offered load) = 도착률 × 처리 시간 = {load}. 필요한 스레드는 적어도 {needed}개이고, 동시에 일할 수 있는 것은 {servers}개입니다.",
          en: "Offered load = arrival rate × service time = {load}. Threads needed: at least {needed}; able to work at once: {servers}.",
        },
        numbers: load,
      },
      {
        strategy: "unlimited",
        text: {
          ko: "스레드가 {needed}개면 이용률은 {percent}%입니다. 이용률이 100%에 가까우면 도착이 조금만 몰려도 밀립니다. 80%를 넘지 않게 하려면 {planned}개를 준비하세요.",
          en: "With {needed} threads, utilisation is {percent} %. Close to 100 %, even a small burst leaves a backlog: to stay within 80 %, plan {planned}.",
        },
        applies: ({ values }) =>
          Number(values["producerDelayMs"]) > 0 && Number(values["consumerDelayMs"]) > 0,
        numbers: plan,
      },
      {
        strategy: "unlimited",
        text: {
          ko: "1초에 {madeRate}개가 만들어지고 {doneRate}개가 처리되었습니다. {endMs}ms에 남은 것은 {left}개입니다.",
          en: "Made per second: {madeRate}, done per second: {doneRate}, left at {endMs} ms: {left}.",
        },
        applies: tookTime,
        numbers: rates,
      },
      {
        strategy: "unlimited",
        text: {
          ko: "이 실행에서는 평균 {inside}개가 안에 있었고 1초에 {doneRate}개가 나갔습니다. 리틀의 법칙에 따르면 하나가 평균 {stayS}초쯤 머물렀습니다. 처리 시간은 {serviceS}초입니다.",
          en: "Elements inside, on average in this run: {inside}; leaving per second: {doneRate}. By Little's law, each stayed for about {stayS} s on average. The service time is {serviceS} s.",
        },
        applies: (run) => isSteady(run) && Number(run.values["consumerDelayMs"]) > 0,
        example: { threads: 5 },
        numbers: little,
      },
      {
        strategy: "unlimited",
        text: {
          ko: "이 실행의 후반에 밀린 것은 1초에 {growth}개씩 늘었습니다. 계속 늘어나는 한 늦게 온 것일수록 오래 머물기 때문에, 리틀의 법칙으로 구할 평균 시간이 없습니다.",
          en: "In the second half of this run, the backlog grew by {growth} a second. While it grows, later elements stay longer, so there is no mean time for Little's law to give.",
        },
        applies: (run) => tookTime(run) && !isSteady(run) && growth(run) > 0,
        numbers: (run) => ({ growth: growth(run) }),
      },
      {
        strategy: "bounded",
        text: {
          ko: "유한 버퍼에서는 1초에 {madeRate}개가 만들어지고 {doneRate}개가 처리되었습니다. {endMs}ms에 남은 것은 {left}개입니다. 스레드가 모자라면 버퍼가 아니라 스레드가 처리량을 정합니다.",
          en: "With a bounded buffer, made per second: {madeRate}, done per second: {doneRate}, left at {endMs} ms: {left}. If there are too few threads, they set the throughput, not the buffer.",
        },
        applies: tookTime,
        numbers: rates,
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["try-send"],
        why: {
          ko: "실제 타이머는 조금씩 늦습니다. 같은 시간에 만들어지는 요소가 적고, 그만큼 덜 버려집니다.",
          en: "Every real timer is a little late, so fewer elements are made in the same time, and fewer are dropped.",
        },
      },
    ],
  },
  next: [
    {
      text: { ko: "스레드가 꼭 4개라면?", en: "What if there are exactly 4 threads?" },
      link: "s=pool-size&th=4",
    },
    {
      text: {
        ko: "4개로 딱 맞는데도 도착이 무작위면 왜 밀릴까요?",
        en: "4 threads are just enough, so why is there a backlog when arrivals are random?",
      },
      link: "s=pool-size&th=4&a=poisson",
    },
    {
      text: {
        ko: "스레드를 하나 더 두면 어떻게 달라질까요?",
        en: "What does one spare thread change?",
      },
      link: "s=pool-size&th=5&a=poisson",
    },
    {
      text: {
        ko: "처리 시간을 절반으로 줄이면 스레드를 더하는 것과 같을까요?",
        en: "Is halving the service time as good as adding threads?",
      },
      link: "s=pool-size&c=100",
    },
  ],
  strategies: ["unlimited", "bounded", "try-send"],
  values: {
    durationS: 30,
    producerDelayMs: 50,
    consumerDelayMs: 200,
    workers: 8,
    threads: 3,
    capacity: 20,
  },
  strips: ["shares", "depth"],
  controls: ["producerDelayMs", "consumerDelayMs", "threads", "workers", "arrivals"],
});

function load({ values }: ClaimRun) {
  const [arrivalMs, serviceMs, workers, threads] = [
    "producerDelayMs",
    "consumerDelayMs",
    "workers",
    "threads",
  ].map((key) => Number(values[key])) as [number, number, number, number];
  const servers = threads === 0 ? workers : Math.min(threads, workers);
  // A producer that never pauses offers more than any pool can take.
  if (arrivalMs === 0) return { load: "∞", needed: "∞", servers };
  const offered = serviceMs / arrivalMs;
  return { load: tenths(offered), needed: Math.max(1, Math.ceil(offered)), servers };
}

/** The fewest threads that keep up, how busy they are in percent, and how many stay within 80 %. */
function plan({ values }: ClaimRun) {
  const offered = Number(values["consumerDelayMs"]) / Number(values["producerDelayMs"]);
  const needed = Math.max(1, Math.ceil(offered));
  const percent = tenths((100 * offered) / needed);
  return { needed, percent, planned: Math.max(1, Math.ceil(offered / 0.8)) };
}

function rates(run: ClaimRun) {
  const { atMs } = run.end();
  const { made, done } = run.countsAt(atMs);
  return {
    madeRate: perSecond(made, atMs),
    doneRate: perSecond(done, atMs),
    left: insideAt(run, atMs),
    endMs: atMs,
  };
}

/** Whether the run took any time: a producer without a pause may fill the heap at 0 ms. */
function tookTime(run: ClaimRun): boolean {
  return run.end().atMs > 0;
}

/** Whether nearly everything that arrived was done by the end, so that an average over the run means something. */
function isSteady(run: ClaimRun): boolean {
  const { atMs } = run.end();
  const { done } = run.countsAt(atMs);
  return done > 0 && insideAt(run, atMs) <= Math.max(2 * load(run).servers, done / 20);
}

/** By how many elements a second the backlog grew in the second half of the run. */
function growth(run: ClaimRun): number {
  const { atMs } = run.end();
  return perSecond(insideAt(run, atMs) - insideAt(run, atMs / 2), atMs / 2);
}

function little(run: ClaimRun) {
  const { atMs } = run.end();
  const inside = averageInside(run, atMs);
  const doneRate = perSecond(run.countsAt(atMs).done, atMs);
  return {
    inside: tenths(inside),
    doneRate,
    stayS: doneRate === 0 ? 0 : tenths(inside / doneRate),
    serviceS: Number(run.values["consumerDelayMs"]) / 1000,
  };
}

const SAMPLES = 500;

/** How many elements were inside on average, from the start until `untilMs`. */
function averageInside(run: ClaimRun, untilMs: number): number {
  let sum = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    sum += insideAt(run, ((sample + 0.5) / SAMPLES) * untilMs);
  }
  return sum / SAMPLES;
}

/** How many elements had been made by `timeMs` and were neither done nor dropped, failed or rejected. */
function insideAt(run: ClaimRun, timeMs: number): number {
  const { made, done, dropped, failed, rejected } = run.countsAt(timeMs);
  return made - done - dropped - failed - rejected;
}

function perSecond(count: number, ms: number): number {
  return ms === 0 ? 0 : tenths((count / ms) * 1000);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
